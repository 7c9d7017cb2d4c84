"""What somebody wrote, with the conversation that it followed."""

from dataclasses import dataclass
from datetime import datetime

from seguito.core.nouns import Who
from seguito.records import models


@dataclass(frozen=True, slots=True)
class Received:
    """A message of theirs. `talk_ended_at`: when the last conversation before it ended; `said`: kind and words."""

    at: datetime
    channel: str
    text: str
    talk_ended_at: datetime | None
    said: tuple[tuple[str, str], ...]


def received(who: Who, person_id: str) -> tuple[Received, ...]:
    rows = models.Contact.objects.of(who).filter(person__short=person_id, direction="in").order_by("at", "id")
    return tuple(_received(who, row) for row in rows)


def _received(who: Who, row: models.Contact) -> Received:
    talks = models.Interview.objects.of(who).filter(seats__person=row.person_id, ends_at__lte=row.at, cancelled=False)
    talk = talks.order_by("-ends_at").first()
    said = models.Detail.objects.of(who).filter(interview=talk).order_by("position") if talk else ()
    return Received(
        row.at, row.channel, row.text, talk.ends_at if talk else None, tuple((one.kind, one.text) for one in said)
    )


def last_contact_with(who: Who, person_id: str) -> datetime | None:
    """In either direction."""
    rows = models.Contact.objects.of(who).filter(person__short=person_id).order_by("-at")
    return rows.values_list("at", flat=True).first()
