"""What is planned, kept: planning twice keeps the same rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db.models import QuerySet

from seguito.core.nouns import Who
from seguito.core.planning.follow_up import FollowUp
from seguito.records import models
from seguito.records.reads.interviews import application_row, interview_row
from seguito.records.said import reason_row, values_row


def keep_plan(who: Who, interview_id: str, planned: Sequence[FollowUp]) -> None:
    """The interview's plan as it is now. What is no longer planned is superseded, or cancelled with the interview.

    What was done stays done.
    """
    interview = interview_row(who, interview_id)
    people = {seat.person.short: seat.person for seat in interview.seats.all()}
    rows = models.FollowUp.objects.of(who).filter(interview=interview)
    belongs = {"interview": interview, "application": interview.application}
    _keep(who, rows, planned, belongs, people, "cancelled" if interview.cancelled else "superseded")


def keep_cadence(who: Who, application_id: str, planned: Sequence[FollowUp]) -> None:
    """What follows the outcome of an application, as it is now; the same rule as for an interview's plan."""
    application = application_row(who, application_id)
    rows = models.FollowUp.objects.of(who).filter(application=application, interview=None)
    _keep(who, rows, planned, {"application": application}, _people(who, planned), "superseded")


def keep_check_in(who: Who, person_id: str, planned: Sequence[FollowUp]) -> None:
    """The next check-in with somebody on the short list, as it is now."""
    talent = models.Talent.objects.of(who).get(person__short=person_id)
    rows = models.FollowUp.objects.of(who).filter(talent=talent)
    _keep(who, rows, planned, {"talent": talent}, _people(who, planned), "superseded")


def _people(who: Who, planned: Sequence[FollowUp]) -> dict[str, models.Person]:
    ids = {person for follow_up in planned for person in follow_up.people}
    return {row.short: row for row in models.Person.objects.of(who).filter(short__in=ids)} if ids else {}


def _keep(
    who: Who,
    rows: QuerySet[models.FollowUp],
    planned: Sequence[FollowUp],
    belongs: Mapping[str, models.Row],
    people: Mapping[str, models.Person],
    gone: str,
) -> None:
    """Keep what is planned, in place of `rows`; what is planned no more becomes `gone`. What was done stays done."""
    known = {row.key: row for row in rows}
    for follow_up in planned:
        row = known.pop(follow_up.key, None)
        if row is not None and row.state == "done":
            continue
        _write(who, row or models.FollowUp(workspace_id=who.workspace, key=follow_up.key), belongs, follow_up, people)
    left = [row.id for row in known.values() if row.state == "planned"]
    if left:
        models.FollowUp.objects.of(who).filter(id__in=left).update(state=gone)


def mark_done(who: Who, key: str, now: datetime) -> None:
    models.FollowUp.objects.of(who).filter(key=key, state="planned").update(state="done", done_at=now)


def mark_undone(who: Who, key: str) -> None:
    """A delivery that was taken for sent was not."""
    models.FollowUp.objects.of(who).filter(key=key, state="done").update(state="planned", done_at=None)


def _write(
    who: Who,
    row: models.FollowUp,
    belongs: Mapping[str, models.Row],
    follow_up: FollowUp,
    people: Mapping[str, models.Person],
) -> None:
    step = follow_up.next_step
    fresh = {
        "kind": follow_up.kind.value,
        "opens_at": follow_up.window.opens_at,
        "best_until": follow_up.window.best_until,
        "closes_at": follow_up.window.closes_at,
        "state": "planned",
        "reasons": [reason_row(reason) for reason in follow_up.reasons],
        "next_step": {"command": step.command, "message": step.message, "values": values_row(step.values)},
        "offers": [{"at": offer.at.isoformat(), "reason": reason_row(offer.reason)} for offer in follow_up.offers],
    }
    if row._state.adding or any(getattr(row, name) != value for name, value in fresh.items()):
        for name, value in {**fresh, **belongs}.items():
            setattr(row, name, value)
        row.save()
    seated = {one.person.short for one in row.follow_up_people.select_related("person")}
    wanted = [person for person in follow_up.people if person in people]
    row.follow_up_people.exclude(person__short__in=wanted).delete()
    for person in wanted:
        if person not in seated:
            models.FollowUpPerson.objects.create(workspace_id=who.workspace, follow_up=row, person=people[person])
