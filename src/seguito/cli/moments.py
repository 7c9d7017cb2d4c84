"""Times and days as people type them on the command line."""

from datetime import UTC, date, datetime, time, tzinfo

from seguito.core.wall_clock import TimeUnreadable, instant_of, refuse_far
from seguito.errors import N_, Problem


class HourMissing(TimeUnreadable):
    id = "hour-missing"
    happened = N_("{option} says “{value}”, which is a day without an hour.")


class DayUnreadable(Problem):
    id = "day-unreadable"
    happened = N_("{option} says “{value}”, which is no day.")
    safe = N_("Nothing was done.")
    next_step = N_("Write it like 2026-12-10.")


def read_moment(text: str, option: str, zone: tzinfo) -> datetime:
    """The instant that `text` names; without an offset it is an hour of `zone`.

    Raises TimeUnreadable, HourMissing, HourSkipped, HourTwice or YearTooFar.
    """
    told = text.strip()
    try:
        moment = datetime.fromisoformat(told)
    except ValueError:
        raise TimeUnreadable(option=option, value=text) from None
    if _is_day(told):
        raise HourMissing(option=option, value=text)
    return instant_of(moment, option, zone)


def read_day(text: str, option: str) -> date:
    """The day that `text` names. Raises DayUnreadable or YearTooFar."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise DayUnreadable(option=option, value=text) from None
    refuse_far(day, option)
    return day


def read_posted(text: str, option: str) -> tuple[date, time | None]:
    """A day, and the hour on the clock of the place where the box hangs, if one is told."""
    if _is_day(text.strip()):
        return read_day(text, option), None
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        raise DayUnreadable(option=option, value=text) from None
    refuse_far(moment, option)
    return moment.date(), moment.time()


def read_past(text: str | None, option: str, now: datetime) -> datetime | None:
    """A time, or a day: a past day is its end, since what came on it came by then; today is now. None: nothing told."""
    if text is None:
        return None
    zone = now.tzinfo or UTC
    if not _is_day(text.strip()):
        return read_moment(text, option, zone)
    day = read_day(text, option)
    end = datetime.combine(day, time(23, 59, 59), zone)
    return now if day == now.date() else end


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
