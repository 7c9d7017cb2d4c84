"""A real contact outside Seguito, in either direction: a reply ends a chase, any contact restarts the count (T5.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from seguito.actions.cadence import stay_in_touch
from seguito.actions.openings import Closer
from seguito.actions.outcome import NotYetCome
from seguito.actions.plan import Standing, replan, standing_of
from seguito.actions.talent import shows
from seguito.core.nouns import Person, Who
from seguito.records.database import atomic
from seguito.records.reads.follow_ups import planned_with
from seguito.records.reads.interviews import interviews_with
from seguito.records.reads.keeping import applications_with
from seguito.records.reads.people import person
from seguito.records.writes.keeping import keep_contact


@dataclass(frozen=True, slots=True)
class InTouch:
    """`standings`: what is still planned with that person. `closer`: openings that they have come nearer to."""

    person: Person
    at: datetime
    standings: tuple[Standing, ...]
    closer: tuple[Closer, ...] = ()


def reply(
    who: Who,
    wanted: str,
    at: datetime | None,
    text: str,
    incoming: bool,
    channel: str,
    now: datetime,
    skills: Sequence[str] = (),
) -> InTouch:
    """Note that they wrote or called (`incoming`), or that one did. Said twice with the same time, it is noted once.

    `skills`: what their words show that they have learned; it counts for whoever is in the talent file.
    """
    if at is not None and at > now:
        raise NotYetCome(when=at)
    someone = person(who, wanted)
    with atomic():
        keep_contact(who, someone.id, at or now, incoming, channel, text.strip())
        nearer = shows(who, someone.id, skills, text.strip(), now)
        plan_with(who, someone.id, now)
    planned = tuple(standing_of(one, now) for one in planned_with(who, [someone.id]))
    return InTouch(someone, at or now, planned, nearer)


def plan_with(who: Who, person_id: str, now: datetime) -> None:
    """Everything that counts from the last contact with somebody, planned anew."""
    for talk in interviews_with(who, person_id):
        replan(who, talk, now)
    for application in applications_with(who, person_id):
        stay_in_touch(who, application)
