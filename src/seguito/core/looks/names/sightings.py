"""Where the known names stand in a note: spelt as they are known, or but for case, accents or signs."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum

from seguito.core.looks.names.former import LONGEST_SQUASH
from seguito.core.looks.names.known import Bearer, Form, Part, Roster, Standing
from seguito.core.looks.names.tokens import APOSTROPHES, Token
from seguito.core.looks.names.words import NameWords

_SHORTEST_SQUASH = 5  # letters; shorter ones meet by chance


class Fault(IntEnum):
    """How the letters on the page differ from the name that they mean; the smaller the better."""

    NONE = 0
    CASE = 1
    ACCENT = 2
    SIGNS = 3  # a hyphen, an apostrophe or a space too many or too few


@dataclass(frozen=True, slots=True)
class Sighting:
    """The words from `first` to `last` (both included) name one of `forms`; `end`: where the last letter stands."""

    first: int
    last: int
    forms: tuple[Form, ...]
    fault: Fault
    start: int
    end: int

    @property
    def bearers(self) -> tuple[Bearer, ...]:
        return tuple({form.bearer: None for form in self.forms})

    def standing(self, *wanted: Standing) -> bool:
        return any(bearer.standing in wanted for bearer in self.bearers)

    @property
    def form(self) -> Form:
        return self.forms[0]


def sightings_of(text: str, tokens: Sequence[Token], roster: Roster, words: NameWords) -> tuple[Sighting, ...]:
    """Every known name in reading order, none overlapping another; of two the longer, then the better spelt."""
    found: list[Sighting] = []
    titles = frozenset(honorific.words[-1] for honorific in words.honorifics if not honorific.dotted)
    index = 0
    while index < len(tokens):
        sighting = _longest(text, tokens, index, roster, words) or _after_title(tokens, index, roster, titles)
        if sighting:
            found.append(sighting)
        index = sighting.last + 1 if sighting else index + 1
    return tuple(found)


def _after_title(tokens: Sequence[Token], index: int, roster: Roster, titles: frozenset[str]) -> Sighting | None:
    """`l'avvocato conti`: after a title even ordinary words in small letters are somebody's surname."""
    if not index or tokens[index - 1].fold not in titles or tokens[index].glue != " ":
        return None
    for form in roster.by_first.get(tokens[index].fold, ()):
        read = tokens[index : index + len(form.tokens)]
        if form.part is Part.FAMILY and form.bearer.is_person and tuple(token.fold for token in read) == form.folds:
            return Sighting(index, index + len(read) - 1, (form,), Fault.CASE, read[0].start, read[-1].end)
    return None


def _in_handle(tokens: Sequence[Token], index: int) -> bool:
    """`aurora.phan`: what somebody is called on the net, in small letters with a dot."""
    pairs = (tokens[max(0, index - 1) : index + 1], tokens[index : index + 2])
    return any(len(pair) == 2 and pair[1].gap == "." and not any(token.capital for token in pair) for pair in pairs)


def _longest(text: str, tokens: Sequence[Token], index: int, roster: Roster, words: NameWords) -> Sighting | None:
    if _in_handle(tokens, index):
        return None
    fitting: dict[tuple[int, Fault], list[Form]] = {}
    for form, last, fault in _fitting(tokens, index, roster, words):
        fitting.setdefault((last, fault), []).append(form)
    if not fitting:
        return None
    last, fault = min(fitting, key=lambda fit: (-fit[0], fit[1]))
    forms = sorted(fitting[last, fault], key=lambda form: list(Part).index(form.part))
    end = tokens[last].end
    if fault is Fault.ACCENT and _typed_accent(text, end, forms[0]):
        end += 1
    return Sighting(index, last, tuple(forms), fault, tokens[index].start, end)


def _fitting(
    tokens: Sequence[Token], index: int, roster: Roster, words: NameWords
) -> Iterator[tuple[Form, int, Fault]]:
    for form in roster.by_first.get(tokens[index].fold, ()):
        last = index + len(form.tokens) - 1
        if last < len(tokens) and all(
            ours.fold == theirs.fold for ours, theirs in zip(form.tokens, tokens[index : last + 1], strict=True)
        ):
            fault = fault_of(form, tokens[index : last + 1], words)
            if fault is not None:
                yield form, last, fault
    squashed = ""
    for last in range(index, min(index + LONGEST_SQUASH, len(tokens))):
        if last > index and not tokens[last].glue:
            return
        squashed += tokens[last].fold
        for form in roster.by_squash.get(squashed, ()):
            if _torn_or_joined(form, tokens[index : last + 1]):
                yield form, last, Fault.SIGNS


def _torn_or_joined(form: Form, read: Sequence[Token]) -> bool:
    return len(form.tokens) != len(read) and read[0].capital and len(form.squashed) >= _SHORTEST_SQUASH


def fault_of(form: Form, read: Sequence[Token], words: NameWords) -> Fault | None:
    """How these words, equal but for case, marks and signs, differ from the form; None: they do not mean it."""
    if not all(token.glue for token in read[1:]):
        return None
    if not _meant(form, read, words):
        return None
    faults = [_letters(ours, theirs, form, words) for ours, theirs in zip(form.tokens, read, strict=True)]
    signs = any(ours.glue != theirs.glue for ours, theirs in zip(form.tokens[1:], read[1:], strict=True))
    return max(*faults, Fault.SIGNS if signs else Fault.NONE, Fault.NONE)


def _meant(form: Form, read: Sequence[Token], words: NameWords) -> bool:
    """Small letters name somebody only where they are no ordinary words: `rosa`, `mark my words`."""
    if any(token.capital for token in read):
        return True
    if form.part is Part.WORDS or form.bearer.standing is Standing.ROLE:
        return form.bearer.standing is Standing.ROLE
    if len(read) == 1:
        return len(read[0].fold) > 2 and read[0].fold not in words.ordinary
    return not all(t.fold in words.ordinary or t.fold in words.articles for t in read)


def _letters(ours: Token, theirs: Token, form: Form, words: NameWords) -> Fault:
    if ours.word == theirs.word:
        return Fault.NONE
    if ours.word.lower() != theirs.word.lower():
        return Fault.NONE if theirs.shouted else Fault.ACCENT
    if theirs.shouted or ours.shouted:
        return Fault.NONE
    if theirs.opens and theirs.word == ours.word[:1].upper() + ours.word[1:]:
        return Fault.NONE
    if not form.bearer.is_person and _plain_word(theirs, form, words):
        return Fault.NONE
    return Fault.CASE


def _plain_word(token: Token, form: Form, words: NameWords) -> bool:
    """`la cooperativa Il Girasole`, `the Northgate hospice`: what a house is may be written small, its name may not."""
    if token.fold in words.articles | words.house.nouns | words.house.legal:
        return True
    return token.fold in words.ordinary and form.part is not Part.FULL


def _typed_accent(text: str, end: int, form: Form) -> bool:
    """`Nicolo'` for `Nicolò`: the apostrophe stands for the accent."""
    last = unicodedata.normalize("NFD", form.written[-1:])
    follows = text[end + 1 : end + 2]
    return len(last) > 1 and text[end : end + 1] in tuple(APOSTROPHES) and not follows.isalnum()
