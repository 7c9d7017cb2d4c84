"""The journey of a card or letter, kept."""

from datetime import date

from seguito.core.nouns import Who
from seguito.records import models
from seguito.records.reads.notes import note_row


def keep_posting(who: Who, note_id: str, service: str, posted_on: date, expected: tuple[date, date] | None) -> None:
    """Posted on that day; said twice, the later word counts."""
    models.Posting.objects.update_or_create(
        workspace_id=who.workspace,
        note=note_row(who, note_id),
        defaults={
            "service": service,
            "posted_on": posted_on,
            "expected_from": expected[0] if expected else None,
            "expected_until": expected[1] if expected else None,
        },
    )


def keep_arrival(who: Who, note_id: str, arrived_on: date) -> None:
    models.Posting.objects.of(who).filter(note=note_row(who, note_id)).update(arrived_on=arrived_on)
