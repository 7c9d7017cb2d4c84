"""Times and days as people type them on the command line."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from seguito.errors import N_, Problem

_FIRST_YEAR, _LAST_YEAR = 1990, 2099  # beyond these no calendar of holidays is of use, and sums would overflow


class TimeUnreadable(Problem):
    id = "time-unreadable"
    happened = N_("{option} says “{value}”, which is no time.")
    safe = N_("Nothing was done.")
    next_step = N_("Write it like 2026-12-02T11:30 or 2026-12-02T11:30+01:00.")


class HourMissing(TimeUnreadable):
    id = "hour-missing"
    happened = N_("{option} says “{value}”, which is a day without an hour.")


class HourSkipped(TimeUnreadable):
    id = "hour-skipped"
    happened = N_("{option} says “{value}”, an hour that the clocks skip in {zone} on that day.")
    next_step = N_("Write the hour that a clock showed there, or the offset: 2026-12-02T11:30+01:00.")


class HourTwice(TimeUnreadable):
    id = "hour-twice"
    happened = N_("{option} says “{value}”, an hour that comes twice in {zone} on that day.")
    next_step = N_("Say which: {first} or {second}.")


class DayUnreadable(Problem):
    id = "day-unreadable"
    happened = N_("{option} says “{value}”, which is no day.")
    safe = N_("Nothing was done.")
    next_step = N_("Write it like 2026-12-10.")


class YearTooFar(Problem):
    id = "year-too-far"
    happened = N_("{option} names the year {year}, which is too far away to reckon with.")
    safe = N_("Nothing was done.")
    next_step = N_("Write a year from {first} to {last}.")


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
    _refuse_far(moment, option)
    return moment if moment.tzinfo else _in_zone(moment, text, option, zone)


def read_day(text: str, option: str) -> date:
    """The day that `text` names. Raises DayUnreadable or YearTooFar."""
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        raise DayUnreadable(option=option, value=text) from None
    _refuse_far(day, option)
    return day


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


def _in_zone(moment: datetime, text: str, option: str, zone: tzinfo) -> datetime:
    """Twice a year an hour is skipped or comes twice: then the two readings of it lie apart."""
    first, second = moment.replace(tzinfo=zone, fold=0), moment.replace(tzinfo=zone, fold=1)
    apart = second.astimezone(UTC) - first.astimezone(UTC)
    if apart < timedelta(0):
        raise HourSkipped(option=option, value=text, zone=zone)
    if apart > timedelta(0):
        raise HourTwice(option=option, value=text, zone=zone, first=first.isoformat(), second=second.isoformat())
    return first


def _refuse_far(day: date, option: str) -> None:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise YearTooFar(option=option, year=day.year, first=_FIRST_YEAR, last=_LAST_YEAR)
