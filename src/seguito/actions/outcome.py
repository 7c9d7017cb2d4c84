"""What came of an application, and what follows it (T5.5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from seguito.actions.cadence import stay_in_touch
from seguito.actions.plan import Standing, replan, standing_of
from seguito.actions.skills import read_skill
from seguito.core.nouns import Application, Outcome, Who
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.follow_ups import planned_after, planned_for
from seguito.records.reads.interviews import application_or_interviews, interviews_for
from seguito.records.reads.keeping import Lack, lacked
from seguito.records.writes.keeping import keep_outcome


class NotYetCome(Problem):
    id = "not-yet-come"
    happened = N_("{when} has not come yet.")
    safe = N_("Nothing was changed.")
    next_step = N_("Say when it really was, or leave it out: then it is now.")


@dataclass(frozen=True, slots=True)
class CameOf:
    """The application with its outcome, what was missing there, and everything that is planned for it now."""

    application: Application
    lacked: tuple[Lack, ...]
    standings: tuple[Standing, ...]


def outcome(who: Who, wanted: str, came: Outcome, at: datetime | None, lacks: Sequence[str], now: datetime) -> CameOf:
    """Record what came of an application: what was planned gives way to what follows.

    `at`: when the answer came, or None for now. Saying it twice changes nothing.
    """
    if at is not None and at > now:
        raise NotYetCome(when=at)
    missing = [Lack(skill.id, skill.label) for skill in (read_skill(who, text) for text in lacks if text.strip())]
    with atomic():
        application = keep_outcome(who, application_or_interviews(who, wanted), came, at, missing, now)
        talks = interviews_for(who, application.id)
        for talk in talks:
            replan(who, talk, now)
        stay_in_touch(who, application.id)
        planned = planned_for(who, talks) or planned_after(who, application.id)
    return CameOf(application, lacked(who, application.id), tuple(standing_of(one, now) for one in planned))
