"""What passed between two sides after an interview, as values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import Prefetch

from seguito.core.cadence.facts import Touch
from seguito.core.nouns import Application, Interview, Outcome, Purpose, Who
from seguito.records import models
from seguito.records.reads.interviews import application_value, interview_rows, interview_value


@dataclass(frozen=True, slots=True)
class Learned:
    """Something new of one's own. `skill`: what the vocabulary calls it, or empty; `label`: as it was written."""

    id: str
    text: str
    skill: str
    label: str
    on: date
    noted_at: datetime


@dataclass(frozen=True, slots=True)
class Lack:
    skill: str
    label: str


@dataclass(frozen=True, slots=True)
class Ended:
    """An application that something came of. `interviews`: its own, the latest first."""

    id: str
    outcome: Outcome
    told_at: datetime
    interviews: tuple[Interview, ...]


def ended(who: Who, application_id: str) -> Ended | None:
    """What came of the application; None while nothing has."""
    row = models.Application.objects.of(who).filter(short=application_id).first()
    if row is None or not row.outcome or row.outcome_at is None:
        return None
    talks = interview_rows(who).filter(application=row, cancelled=False).order_by("-starts_at", "id")
    return Ended(row.short, Outcome(row.outcome), row.outcome_at, tuple(map(interview_value, talks)))


def outcomes_of(who: Who, application_id: str) -> tuple[tuple[Outcome, datetime], ...]:
    """Every word of what came of it, the first one first."""
    rows = models.OutcomeStep.objects.of(who).filter(application__short=application_id)
    return tuple((Outcome(row.outcome), row.at) for row in rows)


def applications_with(who: Who, person_id: str) -> tuple[str, ...]:
    """Applications over which somebody was spoken with and that something came of."""
    rows = models.Application.objects.of(who).filter(interviews__seats__person__short=person_id).exclude(outcome="")
    return tuple(rows.distinct().order_by("id").values_list("short", flat=True))


def ended_applications(who: Who) -> tuple[str, ...]:
    rows = models.Application.objects.of(who).exclude(outcome="").order_by("-outcome_at", "id")
    return tuple(rows.values_list("short", flat=True))


def heard_from_elsewhere(who: Who, this: Ended, person_id: str) -> bool:
    """Whether one stays in touch with that person over an application that ended later than this one."""
    later = models.Application.objects.of(who).filter(
        outcome__in=[Outcome.NO, Outcome.SILENCE],
        outcome_at__gt=this.told_at,
        interviews__seats__person__short=person_id,
    )
    return later.exclude(short=this.id).exists()


def touches(who: Who, person_ids: Iterable[str]) -> tuple[Touch, ...]:
    """Every contact with any of these people, as it came."""
    rows = models.Contact.objects.of(who).filter(person__short__in=list(person_ids)).select_related("note")
    return tuple(
        Touch(row.at, row.direction == "in", Purpose(row.note.purpose) if row.note else None)
        for row in rows.order_by("at", "id")
    )


def all_learned(who: Who) -> tuple[Learned, ...]:
    """As it was learned."""
    rows = models.Learned.objects.of(who).order_by("on", "noted_at", "id")
    return tuple(Learned(row.short, row.text, row.skill, row.label, row.on, row.noted_at) for row in rows)


def lacked(who: Who, application_id: str) -> tuple[Lack, ...]:
    rows = models.Lacked.objects.of(who).filter(application__short=application_id).order_by("id")
    return tuple(Lack(row.skill, row.label) for row in rows)


def all_lacked(who: Who) -> tuple[tuple[Application, tuple[Lack, ...]], ...]:
    """Every application that something came of, the latest first, with what was missing there."""
    rows = models.Application.objects.of(who).exclude(outcome="").select_related("organisation")
    told = rows.prefetch_related(Prefetch("lacked", models.Lacked.objects.of(who).order_by("id")))
    return tuple(
        (application_value(row), tuple(Lack(one.skill, one.label) for one in row.lacked.all()))
        for row in told.order_by("-outcome_at", "id")
    )


def day_of(talk: Interview) -> date:
    """The day of an interview, where it took place."""
    return talk.starts_at.astimezone(ZoneInfo(talk.zone)).date()
