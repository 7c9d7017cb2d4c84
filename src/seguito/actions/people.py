"""Whom one knows."""

from seguito.core.nouns import Who
from seguito.records.reads.acquaintance import Acquaintance, Everything, acquaintances, everything_about
from seguito.records.reads.people import person_row

__all__ = ["Acquaintance", "Everything", "people", "person"]


def people(who: Who) -> tuple[Acquaintance, ...]:
    """Everybody but oneself, by family name."""
    return acquaintances(who)


def person(who: Who, wanted: str) -> Everything:
    """One person, with everything that they said and that was written to them."""
    return everything_about(who, person_row(who, wanted).short)
