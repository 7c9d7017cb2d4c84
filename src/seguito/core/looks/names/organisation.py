"""The organisation's name, misspelt or mixed with another word."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.finding import Finding
from seguito.core.looks.names.known import Form, Part, Standing
from seguito.core.looks.names.likeness import distance, nearest
from seguito.core.looks.names.other_house import other_house
from seguito.core.looks.names.people import in_other_name
from seguito.core.looks.names.reading import Reading
from seguito.core.looks.names.rules import ORG
from seguito.core.looks.names.tokens import Token, new_paragraph

_NEAR = 3  # letters that may be wrong in a word of the name beside one that is right

_LONGEST = 8  # words of a house's name


def organisation(reading: Reading) -> Iterator[Finding]:
    """The whole name first, then its words alone, then another house's name in its place."""
    taken: set[int] = set()
    for form in sorted(_whole_names(reading), key=lambda form: -len(form.tokens)):
        for first, last in (*_misnamed(reading, form), *_turned(reading, form), *_of_another_kind(reading, form)):
            if taken.isdisjoint(range(first, last + 1)):
                taken.update(range(first, last + 1))
                start, end, name = reading.tokens[first].start, reading.tokens[last].end, form.bearer.name
                yield ORG.finding(reading.text, start, end, (name,), name=name)
    yield from _single_words(reading, taken)
    yield from other_house(reading, taken)


def _whole_names(reading: Reading) -> list[Form]:
    return [f for f in reading.roster.forms if f.bearer.standing is Standing.HOUSE and f.part is Part.FULL]


def _misnamed(reading: Reading, form: Form) -> Iterator[tuple[int, int]]:
    """As many words as the name has, some of them its own, the others near to its own or in their place."""
    length, folds = len(form.tokens), set(form.folds)
    for first in range(len(reading.tokens) - length + 1 if length > 1 else 0):
        stretch = reading.tokens[first : first + length]
        if not folds & {token.fold for token in stretch} or any(not t.glue or new_paragraph(t) for t in stretch[1:]):
            continue
        sighting = reading.sighted.get(first)
        known = sighting is not None and sighting.last >= first + length - 1
        if not known and _stands_for(reading, form, stretch, first):
            yield first, first + length - 1


def _stands_for(reading: Reading, form: Form, stretch: Sequence[Token], first: int) -> bool:
    words = reading.words
    wrong = right = articles = 0
    for offset, (ours, theirs) in enumerate(zip(form.tokens, stretch, strict=True)):
        if ours.fold in words.articles:
            if theirs.fold not in words.articles:
                return False
            articles += ours.fold != theirs.fold and not ours.capital and stretch[0].capital
        elif ours.fold == theirs.fold:
            right += theirs.capital or ours.fold in words.house.nouns
        elif _replaced(reading, ours, theirs, first + offset, near_only=len(form.tokens) < 3 and theirs.glue != "&"):
            wrong += 1
        else:
            return False
    if not wrong and not all(t.capital or t.fold in words.articles for t in stretch):
        return False
    return bool(wrong or articles) and right >= wrong and any(token.capital for token in stretch)


def _replaced(reading: Reading, ours: Token, theirs: Token, index: int, near_only: bool) -> bool:
    """A word with a capital that is nearly the name's, or that stands where the name's should."""
    sighting = reading.sighted.get(index)
    if not theirs.capital or (sighting and not sighting.standing(Standing.HOUSE)):
        return False
    if theirs.fold in reading.words.house.legal:
        return False
    limit = min(_NEAR, max(1, len(ours.fold) // 2))
    near = distance(theirs.fold, ours.fold, limit) <= limit
    return near or (not near_only and theirs.fold not in reading.words.capitalised)


def _turned(reading: Reading, form: Form) -> Iterator[tuple[int, int]]:
    """`Pine & Harrow`."""
    tokens, words = reading.tokens, reading.words
    weighty = [token.fold for token in form.tokens if token.fold not in words.articles]
    joined = any(token.glue == "&" or token.fold in words.joins for token in form.tokens[1:])
    if len(weighty) != 2 or not joined:
        return
    for first, token in enumerate(tokens[:-1]):
        if token.fold != weighty[1] or not token.capital:
            continue
        by_word = tokens[first + 1].fold in words.joins
        last = first + 1 + by_word
        there = last < len(tokens) and tokens[last].fold == weighty[0] and tokens[last].capital
        if there and (by_word or tokens[last].glue == "&"):
            yield first, last


def _of_another_kind(reading: Reading, form: Form) -> Iterator[tuple[int, int]]:
    """`Northgate Hospital` for Northgate Hospice, `Banca Torrevecchia` for Cantine Torrevecchia.

    Where the house's whole name stands as well, the other is another house (`the library of Northgate College`).
    """
    sightings = [s for s in reading.sightings if s.standing(Standing.HOUSE)]
    if any(s.form.part is Part.FULL and s.first < s.last for s in sightings):
        return
    for sighting in sightings:
        for index in range(sighting.first, sighting.last + 1):
            if _means_the_house(reading, index, form):
                yield from (
                    (min(index, neighbour), max(index, neighbour))
                    for neighbour, tied in ((index + 1, index + 1), (index - 1, index))
                    if reading.next_to(tied) and reading.tokens[tied].glue == " " and _other_kind(reading, neighbour)
                )


def _means_the_house(reading: Reading, index: int, form: Form) -> bool:
    """The word of the name that means nothing else."""
    token, words = reading.tokens[index], reading.words
    plain = token.fold in words.ordinary or token.fold in words.house.nouns
    return token.capital and token.fold in form.folds and not plain


def _other_kind(reading: Reading, index: int) -> bool:
    if not 0 <= index < len(reading.tokens) or not reading.tokens[index].capital:
        return False
    fold, words = reading.tokens[index].fold, reading.words
    return fold in words.house.nouns - words.house.legal and fold not in reading.roster.house_folds


def _single_words(reading: Reading, taken: set[int]) -> Iterator[Finding]:
    """`Tidewatter`, by itself: one wrong letter; two, where the word means nothing else."""
    words = reading.words
    plain = words.articles | words.house.nouns | words.house.legal
    telling = [
        form
        for form in reading.roster.forms
        if form.bearer.standing is Standing.HOUSE and len(form.tokens) == 1 and form.squashed not in plain
    ]
    for index, token in enumerate(reading.tokens):
        if index in taken or not _may_be_the_house(reading, index):
            continue
        found = nearest((token,), telling, sure=False)
        if found and (found[1] == 1 or not _means_else(reading, found[0].squashed, token.fold)):
            first, last = _with_the_rest(reading, index)
            taken.update(range(first, last + 1))
            start, end, name = reading.tokens[first].start, reading.tokens[last].end, found[0].written
            instead = reading.text[start : token.start] + name + reading.text[token.end : end]
            yield ORG.finding(reading.text, start, end, (instead,), name=instead)


def _may_be_the_house(reading: Reading, index: int) -> bool:
    if not reading.bare(index) or reading.in_greeting(index) or index in reading.entitled or index in reading.titled:
        return False
    return not reading.tokens[index].shouted and not reading.is_common(index) and not in_other_name(reading, index)


def _means_else(reading: Reading, known: str, read: str) -> bool:
    words = reading.words
    return known in words.ordinary or known in words.places or read in words.family


def _with_the_rest(reading: Reading, index: int) -> tuple[int, int]:
    """The words of the house right before and after: `Orin Street` whole."""

    def belongs(neighbour: int, tied: int) -> bool:
        sighting = reading.sighted.get(neighbour)
        return bool(
            sighting and sighting.standing(Standing.HOUSE) and reading.tokens[tied].glue and reading.next_to(tied)
        )

    first = last = index
    while first > max(0, index - _LONGEST) and belongs(first - 1, first):
        first -= 1
    while last + 1 < min(len(reading.tokens), index + _LONGEST) and belongs(last + 1, last + 1):
        last += 1
    return first, last
