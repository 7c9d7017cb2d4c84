"""What is planned, kept: planning twice keeps the same rows."""

from collections.abc import Sequence
from datetime import datetime

from seguito.core.nouns import Who
from seguito.core.planning.follow_up import FollowUp
from seguito.records import models
from seguito.records.reads.interviews import interview_row
from seguito.records.said import reason_row, values_row


def keep_plan(who: Who, interview_id: str, planned: Sequence[FollowUp]) -> None:
    """The interview's plan as it is now. What is no longer planned is superseded, or cancelled with the interview.

    What was done stays done.
    """
    interview = interview_row(who, interview_id)
    rows = {row.key: row for row in models.FollowUp.objects.of(who).filter(interview=interview)}
    people = {seat.person.short: seat.person for seat in interview.seats.all()}
    for follow_up in planned:
        row = rows.pop(follow_up.key, None)
        if row is not None and row.state == "done":
            continue
        _write(who, row or models.FollowUp(workspace_id=who.workspace, key=follow_up.key), interview, follow_up, people)
    gone = [row.id for row in rows.values() if row.state == "planned"]
    ended = "cancelled" if interview.cancelled else "superseded"
    models.FollowUp.objects.of(who).filter(id__in=gone).update(state=ended)


def mark_done(who: Who, key: str, now: datetime) -> None:
    models.FollowUp.objects.of(who).filter(key=key, state="planned").update(state="done", done_at=now)


def mark_undone(who: Who, key: str) -> None:
    """A delivery that was taken for sent was not."""
    models.FollowUp.objects.of(who).filter(key=key, state="done").update(state="planned", done_at=None)


def _write(
    who: Who,
    row: models.FollowUp,
    interview: models.Interview,
    follow_up: FollowUp,
    people: dict[str, models.Person],
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
        for name, value in fresh.items():
            setattr(row, name, value)
        row.interview, row.application = interview, interview.application
        row.save()
    seated = {one.person.short for one in row.follow_up_people.select_related("person")}
    wanted = [person for person in follow_up.people if person in people]
    row.follow_up_people.exclude(person__short__in=wanted).delete()
    for person in wanted:
        if person not in seated:
            models.FollowUpPerson.objects.create(workspace_id=who.workspace, follow_up=row, person=people[person])
