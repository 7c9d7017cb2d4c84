"""The list of interviews: of each only what a line shows, read as plain values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from seguito.core.nouns import PersonName, Who
from seguito.records import models
from seguito.records.reads.people import first_address


@dataclass(frozen=True, slots=True)
class InterviewLine:
    """One interview of the list. `people`: in the panel's order."""

    id: str
    organisation: str
    role: str
    starts_at: datetime
    cancelled: bool
    people: tuple[PersonName, ...]


def interview_lines(who: Who, first: int, count: int) -> tuple[InterviewLine, ...]:
    """The latest first: `count` of them from number `first` (from 0) on, in two queries."""
    return _lines(who, models.Interview.objects.of(who), first, count)


def lines_with(who: Who, person_id: str, count: int) -> tuple[InterviewLine, ...]:
    """The latest that they sat in."""
    return _lines(who, models.Interview.objects.of(who).filter(seats__person__short=person_id), 0, count)


def _lines(who: Who, rows: QuerySet[models.Interview], first: int, count: int) -> tuple[InterviewLine, ...]:
    fields = ("id", "short", "application__organisation__name", "application__role", "starts_at", "cancelled")
    shown = list(rows.order_by("-starts_at", "id").values_list(*fields)[first : first + count])
    panels = _panels(who, [key for key, *_ in shown])
    return tuple(
        InterviewLine(short, house, role, starts_at, cancelled, tuple(panels.get(key, ())))
        for key, short, house, role, starts_at, cancelled in shown
    )


def _panels(who: Who, interviews: Iterable[object]) -> dict[object, list[PersonName]]:
    """By interview's key."""
    seats = models.Seat.objects.of(who).filter(interview__in=list(interviews)).order_by("position")
    found: dict[object, list[PersonName]] = {}
    for interview, short, given, family, email in seats.values_list(
        "interview", "person__short", "person__given", "person__family", first_address(who)
    ):
        found.setdefault(interview, []).append(PersonName(short, f"{given} {family}".strip(), email or ""))
    return found
