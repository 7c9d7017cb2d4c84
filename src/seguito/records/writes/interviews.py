"""Applications and interviews, kept; moved and ended as their invites say."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from seguito.core.nouns import Application, Appointment, Interview, Organisation, Person, Who
from seguito.records import models
from seguito.records.reads.interviews import (
    application_row,
    application_value,
    interview_row,
    interview_rows,
    interview_value,
)
from seguito.records.reads.people import organisation_row, person_row


def keep_application(
    who: Who, organisation: Organisation, role: str, decision_by: date | None = None, pace: str = ""
) -> Application:
    """The application for that role at that house, recorded now if it is new.

    Without a role it is the latest one there: another round of the same conversation.
    """
    rows = models.Application.objects.of(who).filter(organisation__short=organisation.id, outcome="")
    row = (rows.filter(role__iexact=role) if role else rows).order_by("-id").first()
    if row is None and role:
        row = rows.filter(role="").order_by("-id").first()
    if row is None:
        row = models.Application(workspace_id=who.workspace, organisation=organisation_row(who, organisation.id))
    row.role = role or row.role
    row.decision_by = decision_by or row.decision_by
    row.pace = pace or row.pace
    row.save()
    return application_value(row)


def keep_interview(
    who: Who, application: Application, facts: Appointment, panel: Sequence[Person], now: datetime
) -> Interview:
    row = models.Interview(
        workspace_id=who.workspace, application=application_row(who, application.id), recorded_at=now
    )
    _write(row, facts)
    _seat(who, row, panel)
    return interview_value(interview_rows(who).get(id=row.id))


def update_interview(who: Who, interview_id: str, facts: Appointment, panel: Sequence[Person]) -> Interview:
    """The interview as a newer invite has it. Whoever left the panel keeps what was said and written."""
    row = interview_row(who, interview_id)
    row.cancelled = False
    _write(row, facts)
    _seat(who, row, panel)
    return interview_value(interview_rows(who).get(id=row.id))


def seat_also(who: Who, interview_id: str, people: Sequence[Person]) -> Interview:
    """These as well, after those who sit there already."""
    row = interview_row(who, interview_id)
    _seat(who, row, [*interview_value(row).panel, *people])
    return interview_value(interview_rows(who).get(id=row.id))


def cancel_interview(who: Who, interview_id: str, sequence: int, stamped_at: datetime | None) -> Interview:
    row = interview_row(who, interview_id)
    row.cancelled, row.sequence, row.stamped_at = True, sequence, stamped_at or row.stamped_at
    row.save()
    return interview_value(row)


def set_interview(who: Who, wanted: str, told: Mapping[str, object]) -> Interview:
    row = interview_row(who, wanted)
    for field, value in told.items():
        setattr(row, field, value if value is not None or field.endswith("_at") else "")
    row.save()
    return interview_value(row)


def set_application(who: Who, wanted: str, told: Mapping[str, object]) -> Application:
    row = application_row(who, wanted)
    for field, value in told.items():
        setattr(row, field, value if value is not None or field in ("decision_by", "promised_on") else "")
    row.save()
    return application_value(row)


def mark_debriefed(who: Who, interview_id: str, now: datetime) -> None:
    models.Interview.objects.of(who).filter(short=interview_id, debriefed_at=None).update(debriefed_at=now)


def _write(row: models.Interview, facts: Appointment) -> None:
    row.starts_at, row.ends_at, row.zone = facts.starts_at, facts.ends_at, facts.zone
    row.place, row.join_url, row.language = facts.place[:500], facts.join_url[:2000], facts.language or row.language
    row.uid, row.recurrence_id, row.sequence = facts.uid[:500], facts.recurrence_id, facts.sequence
    row.stamped_at, row.summary = facts.stamped_at, facts.summary[:500]
    row.save()


def _seat(who: Who, row: models.Interview, panel: Sequence[Person]) -> None:
    """Seat the panel in its order; whoever is no longer on it, and gave no detail, leaves."""
    ids = [person.id for person in panel]
    gone = row.seats.exclude(person__short__in=ids)
    gone.exclude(person__details__interview=row).delete()
    for position, person in enumerate(ids):
        models.Seat.objects.update_or_create(
            workspace_id=who.workspace, interview=row, person=person_row(who, person), defaults={"position": position}
        )
