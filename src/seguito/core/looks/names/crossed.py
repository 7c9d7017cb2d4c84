"""The given name of one person with the family name of another."""

from collections.abc import Iterator
from itertools import pairwise

from seguito.core.looks.finding import Finding
from seguito.core.looks.names.known import Bearer, Part
from seguito.core.looks.names.reading import Reading
from seguito.core.looks.names.rules import CROSSED
from seguito.core.looks.names.sightings import Sighting


def crossed(reading: Reading) -> Iterator[Finding]:
    """`Giulia Serrano`, where Giulia Serra and Giulio Serrano were there."""
    for one, other in pairwise(reading.sightings):
        beside = one.last + 1 == other.first and reading.next_to(other.first) and not reading.in_greeting(one.first)
        if not beside or reading.text[one.end : other.start] != " " or one.first in reading.entitled:
            continue
        given, family = _called(one, Part.GIVEN), _called(other, Part.FAMILY)
        if given and family and not set(given) & set(family):
            names = (family[0].name, given[0].name)
            yield CROSSED.finding(reading.text, one.start, other.end, names, one=names[0], other=names[1])


def _called(sighting: Sighting, part: Part) -> list[Bearer]:
    """The people whom this part of a name means; nobody where it means anything else as well."""
    if not all(form.part is part and form.bearer.is_person for form in sighting.forms):
        return []
    return list(sighting.bearers)
