"""The role's name: another role where the note speaks of the one applied for, or a slip in its words."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.finding import Finding
from seguito.core.looks.names.known import Standing
from seguito.core.looks.names.likeness import distance
from seguito.core.looks.names.reading import Reading
from seguito.core.looks.names.rules import LEFTOVER, ROLE
from seguito.core.looks.names.tokens import Token, broken, name_words, phrase_at, phrase_before

_LONGEST = 6  # words of a role's name
_FILLERS = 3  # articles and their like between "the role of" and the name
_ELSEWHERE_REACH = 5  # words before the cue in which "my last" tells of another role
_STEM = 5  # letters in which two words of one family agree


def role(reading: Reading) -> Iterator[Finding]:
    yield from _former(reading)
    ours = tuple(t for t in name_words(reading.context.role) if t.fold not in reading.words.articles)
    if not ours:
        return
    for first, last in _named(reading):
        if not _is_ours(reading, reading.tokens[first : last + 1], ours):
            yield _finding(reading, first, last)
    yield from _slips(reading, ours)


def _finding(reading: Reading, first: int, last: int) -> Finding:
    name = reading.context.role
    start, end = reading.tokens[first].start, reading.tokens[last].end
    return ROLE.finding(reading.text, start, end, (name,), name=name)


def _former(reading: Reading) -> Iterator[Finding]:
    """The role of another application, written small: `il ruolo di brand manager`."""
    for bearer in reading.roster.of(Standing.FORMER):
        folds = tuple(token.fold for token in name_words(bearer.name))
        if not folds or bearer.family:
            continue
        for first in range(len(reading.tokens) - len(folds) + 1):
            last = first + len(folds) - 1
            read = tuple(token.fold for token in reading.tokens[first : last + 1])
            if (
                read == folds
                and first not in reading.sighted
                and (is_cued(reading, first) or _role_follows(reading, last))
            ):
                start, end = reading.tokens[first].start, reading.tokens[last].end
                instead = (reading.context.role,) if reading.context.role else ()
                yield LEFTOVER.finding(reading.text, start, end, instead)


def is_cued(reading: Reading, index: int) -> bool:
    """`the role of` stands before, and it is not a role of the writer's past."""
    tokens, words = reading.tokens, reading.words.role
    name = index
    phrase = phrase_before(tokens, index, words.after)
    while not phrase and index > max(0, name - _FILLERS) and _is_filler(reading, index - 1):
        index -= 1
        phrase = phrase_before(tokens, index, words.after)
    if not phrase and _all_capital(reading, name):
        index = name
        phrase = phrase_before(tokens, index, words.after_if_capital)
    if not phrase:
        return False
    return not _of_the_past(reading, index - len(phrase))


def _is_filler(reading: Reading, index: int) -> bool:
    return reading.tokens[index].fold in reading.words.role.fillers and not broken(reading.tokens[index + 1])


def _of_the_past(reading: Reading, index: int) -> bool:
    """`in my last role as …`: the words before tell of another house."""
    for before in range(index, max(0, index - _ELSEWHERE_REACH), -1):
        if broken(reading.tokens[before]):
            return False
        if reading.tokens[before - 1].fold in reading.words.role.not_after:
            return True
    return False


def _all_capital(reading: Reading, index: int) -> bool:
    """`to be a Store Manager`: two words at least, both with a capital."""
    following = reading.tokens[index : index + 2]
    return len(following) == 2 and all(t.capital for t in following) and following[1].glue == " "


def _hoped_for(reading: Reading, index: int) -> int | None:
    """`As Operations Manager I would …`: a role of two words with capitals, and what one would do in it."""
    before, after = reading.words.role.hoped_for
    if not _all_capital(reading, index) or not any(_of_roles(reading, n) for n in (index, index + 1)):
        return None
    told = phrase_before(reading.tokens, index, before) and phrase_at(reading.tokens, index + 2, after)
    return index if told and index not in reading.sighted else None


def _role_follows(reading: Reading, last: int) -> bool:
    """`the analyst role`."""
    tokens, words = reading.tokens, reading.words.role
    if last + 1 >= len(tokens) or tokens[last + 1].fold not in words.before or not tokens[last + 1].glue:
        return False
    return not _of_the_past(reading, last)


def _named(reading: Reading) -> Iterator[tuple[int, int]]:
    """Every stretch that names the role applied for, as far as words of roles go."""
    index = 0
    while index < len(reading.tokens):
        if is_cued(reading, index) and reading.tokens[index].fold not in reading.words.role.fillers:
            last = _name_from(reading, index)
            if last is not None:
                yield index, last
                index = last
        elif _hoped_for(reading, index) is not None:
            yield index, index + 1
            index += 1
        elif _role_follows(reading, index) and _of_roles(reading, index):
            yield _name_until(reading, index), index
        index += 1


def _name_from(reading: Reading, first: int) -> int | None:
    """The last word of the name that begins here, if a word of roles or capitals say that it is one."""
    tokens, words = reading.tokens, reading.words
    last = None
    for index in range(first, min(first + _LONGEST, len(tokens))):
        token = tokens[index]
        if index > first and (not token.glue or "." in token.gap):
            break
        if index in reading.sighted and not reading.sighted[index].standing(Standing.ROLE):
            break
        if _of_roles(reading, index) or (token.capital and token.fold not in words.capitalised):
            last = index
        elif token.fold not in words.articles:
            break
    if last is None:
        return None
    stretch = range(first, last + 1)
    named = any(tokens[n].fold in words.role.nouns for n in stretch)
    return last if named or (all(tokens[n].capital for n in stretch) and last > first) else None


def _name_until(reading: Reading, last: int) -> int:
    first = last
    while (
        first > max(0, last - _LONGEST)
        and reading.next_to(first)
        and (reading.tokens[first - 1].capital or _of_roles(reading, first - 1))
    ):
        if reading.tokens[first - 1].fold in reading.words.role.fillers or first - 1 in reading.sighted:
            break
        first -= 1
    return first


def _of_roles(reading: Reading, index: int) -> bool:
    fold = reading.tokens[index].fold
    return fold in reading.words.role.nouns or fold in reading.words.role.fields


def _is_ours(reading: Reading, read: Sequence[Token], ours: Sequence[Token]) -> bool:
    """Every word of weight says what some word of the role's name says, in this language or another."""
    weighty = [t for t in read if t.fold not in reading.words.articles and t.fold not in reading.words.role.fillers]
    return all(any(alike(reading, token.fold, own.fold) for own in ours) for token in weighty)


def alike(reading: Reading, read: str, own: str) -> bool:
    """The same word, its other gender or number, one of its family, or its translation."""
    words = reading.words.role
    if read == own or _by_gender(reading, read, own) or own in words.translations.get(read, ()):
        return True
    return len(read) > _STEM and len(own) > _STEM and read[:_STEM] == own[:_STEM] and distance(read, own, 2) <= 2


def _by_gender(reading: Reading, read: str, own: str) -> bool:
    for one, other in reading.words.role.genders:
        for a, b in ((one, other), (other, one)):
            if read.endswith(a) and own.endswith(b) and read.removesuffix(a) == own.removesuffix(b):
                return True
    return False


def _slips(reading: Reading, ours: Sequence[Token]) -> Iterator[Finding]:
    """`Branch Manger`: as many words as the role has, all but one its own, that one nearly."""
    length = len(ours)
    for first in range(len(reading.tokens) - length + 1 if length > 1 else 0):
        stretch = reading.tokens[first : first + length]
        wrong = [(a, b) for a, b in zip(stretch, ours, strict=True) if a.fold != b.fold]
        if len(wrong) != 1 or first in reading.sighted or not all(t.glue == " " for t in stretch[1:]):
            continue
        read, own = wrong[0]
        if _by_gender(reading, read.fold, own.fold) or (read.fold == own.fold + "s" and read is stretch[-1]):
            continue
        capital = all(t.capital for t in stretch)
        if (capital or read.fold not in reading.words.ordinary) and distance(read.fold, own.fold, 2) <= 2:
            yield _finding(reading, first, first + length - 1)
