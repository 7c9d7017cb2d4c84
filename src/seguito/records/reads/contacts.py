"""What somebody wrote, with the conversation that it followed."""

from collections.abc import Iterable
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


@dataclass(frozen=True, slots=True)
class Passed:
    """One contact in either direction. `incoming`: they wrote or called; `text`: its words, where they are known."""

    at: datetime
    incoming: bool
    channel: str
    text: str


def received(who: Who, person_id: str) -> tuple[Received, ...]:
    """As it came; three statements, however much they wrote."""
    rows = models.Contact.objects.of(who).filter(person__short=person_id, direction="in").order_by("at", "id")
    messages = list(rows.values_list("at", "channel", "text"))
    if not messages:
        return ()
    talks = models.Interview.objects.of(who).filter(
        seats__person__short=person_id, ends_at__lte=messages[-1][0], cancelled=False
    )
    ended = list(talks.order_by("ends_at").values_list("id", "ends_at"))
    said: dict[object, list[tuple[str, str]]] = {}
    heard = models.Detail.objects.of(who).filter(interview__in=[talk for talk, _ in ended]).order_by("position")
    for talk, kind, text in heard.values_list("interview_id", "kind", "text"):
        said.setdefault(talk, []).append((kind, text))
    return tuple(_received(message, ended, said) for message in messages)


def _received(
    message: tuple[datetime, str, str],
    ended: Iterable[tuple[object, datetime | None]],
    said: dict[object, list[tuple[str, str]]],
) -> Received:
    at, channel, text = message
    before = [(talk, ends_at) for talk, ends_at in ended if ends_at and ends_at <= at]
    talk, ends_at = before[-1] if before else (None, None)
    return Received(at, channel, text, ends_at, tuple(said.get(talk, ())))


def passed_between(who: Who, person_id: str, count: int) -> tuple[Passed, ...]:
    """The latest contacts with somebody, the latest first."""
    rows = models.Contact.objects.of(who).filter(person__short=person_id).select_related("note__current")
    return tuple(
        Passed(row.at, row.direction == "in", row.channel, row.text or _words_of(row.note))
        for row in rows.order_by("-at", "-id")[:count]
    )


def _words_of(note: models.Note | None) -> str:
    return note.current.text if note and note.current else ""


def last_contact_with(who: Who, person_id: str) -> datetime | None:
    """In either direction."""
    rows = models.Contact.objects.of(who).filter(person__short=person_id).order_by("-at")
    return rows.values_list("at", flat=True).first()
