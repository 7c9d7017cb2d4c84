"""Late in the evening, or before a weekend: the morning that may be offered instead (T1.1)."""

from datetime import UTC, datetime, timedelta

from seguito.core.nouns import Pace
from seguito.core.planning.facts import InterviewFacts, Panelist
from seguito.core.planning.follow_up import Offer
from seguito.core.planning.windows import Window, at
from seguito.core.playbooks import LaterFigures, Playbook
from seguito.core.reasons import Reason
from seguito.errors import N_


def morning_offers(facts: InterviewFacts, person: Panelist, playbook: Playbook, window: Window) -> tuple[Offer, ...]:
    """The next working morning at the reader's place, when the window opens at a bad hour for reading.

    A bad hour is late in the evening, before dawn, or any on a day after which the reader does not work. None is
    offered where the decision is near or nobody knows when it falls: then the same day is right. It is a choice of the
    person's, so it says when it passes the window's close.
    """
    here = window.opens_at.astimezone(person.zone or facts.zone)
    if not _may_be_far(facts) or not (_at_night(here, playbook.later) or _before_a_pause(here, person)):
        return ()
    morning = _next_morning(here, person, playbook.later)
    if facts.decision_on and facts.decision_on <= morning.astimezone(here.tzinfo).date():
        return ()
    passes = window.closes_at is not None and morning > window.closes_at
    message = (
        N_("It may wait until {day}, {hour} at their place; that is later than {hours} hours.")
        if passes
        else N_("It may wait until {day}, {hour} at their place, which is within {hours} hours.")
    )
    values = {
        "day": morning.astimezone(here.tzinfo).date(),
        "hour": f"{playbook.later.morning:%H:%M}",
        "hours": playbook.email.closes_after // timedelta(hours=1),
    }
    return (Offer(morning, Reason("T1.1", message, values)),)


def _at_night(here: datetime, figures: LaterFigures) -> bool:
    return here.time() >= figures.evening or here.time() < figures.dawn


def _before_a_pause(here: datetime, person: Panelist) -> bool:
    return not person.days.holds(here.date() + timedelta(days=1))


def _next_morning(here: datetime, person: Panelist, figures: LaterFigures) -> datetime:
    """The first working morning after `here`, in UTC."""
    zone = here.tzinfo or UTC
    day = here.date()
    while not person.days.holds(day) or at(day, figures.morning, zone) <= here.astimezone(UTC):
        day += timedelta(days=1)
    return at(day, figures.morning, zone)


def _may_be_far(facts: InterviewFacts) -> bool:
    """Whether anything is known that puts the decision off: its day, or a pace that is long."""
    if facts.pace is Pace.FAST:
        return False
    return facts.decision_on is not None or facts.pace is Pace.LONG
