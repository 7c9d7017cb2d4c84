"""What lies ahead, as entries of a calendar, in the interface's language."""

from datetime import datetime

from seguito.actions.debrief_by_mail import debrief_link
from seguito.actions.plan import Standing, plan
from seguito.calendars.feed import Entry
from seguito.cli.plans import title_of
from seguito.core.nouns import Who
from seguito.core.planning.follow_up import Kind
from seguito.errors import N_
from seguito.speech import Speaker


def agenda(who: Who, now: datetime, speaker: Speaker) -> list[Entry]:
    """One entry for each window that is not settled."""
    ahead = [one for one in plan(who, None, now) if not one.planned.settled]
    return [_entry(one, _link_of(one, who), speaker) for one in ahead]


def _link_of(standing: Standing, who: Who) -> str | None:
    """Half an hour after an interview one holds a phone: a debrief can be written from there (T1.3)."""
    follow_up = standing.planned.follow_up
    return debrief_link(who, follow_up.interview) if follow_up.kind is Kind.DEBRIEF else None


def _entry(standing: Standing, link: str | None, speaker: Speaker) -> Entry:
    planned, follow_up = standing.planned, standing.planned.follow_up
    step = follow_up.next_step
    from_the_phone = (speaker.say(N_("From the phone: {link}"), link=link),) if link else ()
    reasons = (speaker.reason(reason) for reason in follow_up.reasons)
    return Entry(
        id=planned.id,
        title=title_of(planned, speaker),
        text="\n".join((speaker.say(step.message, **step.values), *from_the_phone, step.command, "", *reasons)),
        opens_at=follow_up.window.opens_at,
        best_until=follow_up.window.best_until,
        closes_at=follow_up.window.closes_at,
    )
