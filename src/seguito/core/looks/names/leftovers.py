"""Names of another application that were left in the text."""

from collections.abc import Iterator

from seguito.core.looks.finding import Finding
from seguito.core.looks.names.known import Part, Standing
from seguito.core.looks.names.people import in_own_life
from seguito.core.looks.names.reading import Reading
from seguito.core.looks.names.role import is_cued
from seguito.core.looks.names.rules import LEFTOVER
from seguito.core.looks.names.sightings import Sighting
from seguito.core.looks.names.unknown import as_if_there


def leftovers(reading: Reading) -> Iterator[Finding]:
    for sighting in reading.sightings:
        if all(bearer.standing is Standing.FORMER for bearer in sighting.bearers) and _left(reading, sighting):
            yield LEFTOVER.finding(reading.text, sighting.start, sighting.end, _instead(reading, sighting))


def _left(reading: Reading, sighting: Sighting) -> bool:
    """A whole name, or a part of it by which nobody and nothing else is known."""
    first = sighting.first
    certain = reading.in_greeting(first) or first in reading.titled
    if certain:
        return True
    if first in reading.entitled and sighting.form.part is not Part.FULL:
        return False
    match sighting.form.part:
        case Part.FULL:
            return _no_plain_word(reading, sighting)
        case Part.GIVEN | Part.ALSO:
            return as_if_there(reading, first, sighting.last) and not in_own_life(reading, first)
        case Part.FAMILY:
            return reading.tokens[first].capital and not reading.is_common(first) and not in_own_life(reading, first)
    return True


def _no_plain_word(reading: Reading, sighting: Sighting) -> bool:
    """One word that also means something counts only where a capital says that it is a name."""
    token = reading.tokens[sighting.first]
    plain = sighting.first == sighting.last and token.fold in reading.words.ordinary
    small = sighting.first == sighting.last and not token.capital  # "I have been a barista": a word, not a name
    return not small and (not plain or not token.opens)


def _instead(reading: Reading, sighting: Sighting) -> tuple[str, ...]:
    """What stands there in this application, where one can tell."""
    former = sighting.form.bearer
    if reading.in_greeting(sighting.first) and reading.reader:
        reader = reading.reader
        return (reader.family if sighting.form.part is Part.FAMILY and reader.family else reader.given or reader.name,)
    folds = {token.fold for token in sighting.form.tokens}
    if former.family or as_if_there(reading, sighting.first, sighting.last):
        return ()
    if folds & reading.words.role.nouns or is_cued(reading, sighting.first):
        return (reading.context.role,) if reading.context.role else ()
    return (reading.context.organisation,) if reading.context.organisation else ()
