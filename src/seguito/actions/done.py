"""What only the person can know to be done: a promise kept, a call made."""

from datetime import datetime

from seguito.actions.cadence import stay_in_touch
from seguito.actions.plan import replan
from seguito.actions.talent import in_step
from seguito.core.nouns import Who
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.follow_ups import planned_one
from seguito.records.writes.follow_ups import mark_done


class NoSuchFollowUp(Problem):
    id = "no-such-follow-up"
    happened = N_("Nothing that is planned here is called “{wanted}”.")
    safe = N_("Nothing was changed.")
    next_step = N_("Open the interview again: its plan shows what is still to be done.")


def done(who: Who, follow_up: str, now: datetime) -> None:
    """Mark a planned follow-up as done; what comes after it is planned anew. Saying it twice changes nothing."""
    planned = planned_one(who, follow_up)
    if planned is None:
        raise NoSuchFollowUp(wanted=follow_up)
    with atomic():
        mark_done(who, planned.follow_up.key, now)
        if planned.follow_up.interview:
            replan(who, planned.follow_up.interview, now)
        elif planned.follow_up.application:
            stay_in_touch(who, planned.follow_up.application)
        else:
            for person in planned.follow_up.people:
                in_step(who, person)
