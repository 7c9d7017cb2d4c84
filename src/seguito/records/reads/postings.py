"""The journey of a card or letter, as a value."""

from dataclasses import dataclass
from datetime import date

from seguito.core.nouns import Who
from seguito.records import models


@dataclass(frozen=True, slots=True)
class Journey:
    """`expected`: from the stated to the slower day, or None where nobody knows the service."""

    note: str
    service: str
    posted_on: date
    expected: tuple[date, date] | None
    arrived_on: date | None


def journey(who: Who, note_id: str) -> Journey | None:
    row = models.Posting.objects.of(who).filter(note__short=note_id).first()
    if row is None:
        return None
    expected = (row.expected_from, row.expected_until) if row.expected_from and row.expected_until else None
    return Journey(note_id, row.service, row.posted_on, expected, row.arrived_on)
