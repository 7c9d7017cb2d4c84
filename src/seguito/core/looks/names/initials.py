"""Initials before a surname."""

from collections.abc import Iterator

from seguito.core.looks.finding import Finding
from seguito.core.looks.names.known import Part
from seguito.core.looks.names.reading import Reading
from seguito.core.looks.names.rules import NAME_TYPO
from seguito.core.looks.names.sightings import Sighting
from seguito.core.looks.names.tokens import name_words

_MOST = 4  # initials before one surname


def initials(reading: Reading) -> Iterator[Finding]:
    """`R. Tran` for Elizabeth Tran."""
    for sighting in reading.sightings:
        bearers = [form.bearer for form in sighting.forms if form.part is Part.FAMILY and form.bearer.is_person]
        first = _first_initial(reading, sighting)
        if not bearers or first == sighting.first or _after_given_name(reading, first):
            continue
        letter = reading.tokens[first].fold
        given = [word.fold for bearer in bearers for word in name_words(bearer.given)]
        if given and not any(name.startswith(letter) for name in given):
            start, bearer = reading.tokens[first].start, bearers[0]
            name = f"{bearer.given[0]}. {bearer.family}"
            yield NAME_TYPO.finding(reading.text, start, sighting.end, (name,), name=name)


def _after_given_name(reading: Reading, first: int) -> bool:
    """`Elizabeth J. Tran`: a middle initial, which nobody recorded."""
    before = reading.sighted.get(first - 1)
    return bool(before and reading.next_to(first) and any(form.part is Part.GIVEN for form in before.forms))


def _first_initial(reading: Reading, sighting: Sighting) -> int:
    first = sighting.first
    while (
        sighting.first - first < _MOST
        and reading.next_to(first)
        and reading.tokens[first].glue == " "
        and _is_initial(reading, first - 1)
    ):
        first -= 1
    return first


def _is_initial(reading: Reading, index: int) -> bool:
    token = reading.tokens[index]
    return len(token.word) == 1 and token.capital and index not in reading.sighted and reading.text[token.end] == "."
