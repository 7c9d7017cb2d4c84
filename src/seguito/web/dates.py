"""Days as a form tells them."""

from datetime import date, datetime, time

from seguito.core.reasons import Reason
from seguito.core.wall_clock import refuse_far
from seguito.errors import N_, Problem
from seguito.web.desk import desk


class NoSuchDay(Problem):
    id = "no-such-day"
    happened = N_("“{value}” is no day.")
    safe = N_("Nothing was changed.")
    next_step = N_("Write it as the field offers it, year, month, day: 2027-03-31.")


def told_day(text: str) -> date | None:
    """The day of a field; None of an empty one. Raises NoSuchDay or YearTooFar."""
    if not text.strip():
        return None
    try:
        day = date.fromisoformat(text.strip())
    except ValueError as wrong:
        raise NoSuchDay(value=text[:40]) from wrong
    refuse_far(day, Reason("", N_("The day")))
    return day


def told_moment(text: str) -> datetime | None:
    """Noon of that day at the desk's place, or now if that has not come yet; None of an empty field."""
    day = told_day(text)
    if day is None:
        return None
    now = desk().now()
    noon = datetime.combine(day, time(12), desk().zone)
    return now if day == now.date() else noon
