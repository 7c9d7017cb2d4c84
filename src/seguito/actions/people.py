"""Whom one knows."""

from seguito.core.nouns import Person, Who
from seguito.records.reads.acquaintance import (
    Acquaintance,
    Everything,
    acquaintances,
    everything_about,
    some_acquaintances,
)
from seguito.records.reads.people import person as the_person, person_row

__all__ = ["Acquaintance", "Everything", "called", "people", "person", "some_people"]


def people(who: Who) -> tuple[Acquaintance, ...]:
    """Everybody but oneself, by family name."""
    return acquaintances(who)


def some_people(who: Who, like: str, first: int, count: int) -> tuple[Acquaintance, ...]:
    """Those whose name, house or address holds `like`, from number `first` (from 0) on."""
    return some_acquaintances(who, like, first, count)


def called(who: Who, wanted: str) -> Person:
    """The one whom `wanted` means: an id, its beginning, an address, or a name when it is clear."""
    return the_person(who, wanted)


def person(who: Who, wanted: str) -> Everything:
    """One person, with everything that they said and that was written to them."""
    return everything_about(who, person_row(who, wanted).short)
