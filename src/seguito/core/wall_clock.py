"""Hours as a clock on a wall shows them: twice a year one of them is skipped, and one comes twice."""

from datetime import UTC, date, datetime, timedelta, tzinfo

from seguito.errors import N_, Problem

_FIRST_YEAR, _LAST_YEAR = 1990, 2099  # beyond these no calendar of holidays is of use, and sums would overflow


class TimeUnreadable(Problem):
    id = "time-unreadable"
    happened = N_("{option} says “{value}”, which is no time.")
    safe = N_("Nothing was done.")
    next_step = N_("Write it like 2026-12-02T11:30 or 2026-12-02T11:30+01:00.")


class HourSkipped(TimeUnreadable):
    id = "hour-skipped"
    happened = N_("{option} says “{value}”, an hour that the clocks skip in {zone} on that day.")
    next_step = N_("Write the hour that a clock showed there, or the offset: 2026-12-02T11:30+01:00.")
    on_page = N_("Write the hour that a clock showed there.")


class HourTwice(TimeUnreadable):
    id = "hour-twice"
    happened = N_("{option} says “{value}”, an hour that comes twice in {zone} on that day.")
    next_step = N_("Say which: {first} or {second}.")
    on_page = N_("Write an hour close to it that comes once.")


class YearTooFar(Problem):
    id = "year-too-far"
    happened = N_("{option} names the year {year}, which is too far away to reckon with.")
    safe = N_("Nothing was done.")
    next_step = N_("Write a year from {first} to {last}.")


def instant_of(moment: datetime, option: object, zone: tzinfo) -> datetime:
    """The instant that `moment` names: as it is with an offset, else by the clocks of `zone`.

    `option`: what said it, a name or a reason with words. Raises HourSkipped, HourTwice or YearTooFar.
    """
    refuse_far(moment, option)
    if moment.tzinfo:
        return moment
    first, second = moment.replace(tzinfo=zone, fold=0), moment.replace(tzinfo=zone, fold=1)
    apart = second.astimezone(UTC) - first.astimezone(UTC)
    told = moment.isoformat(timespec="minutes")
    if apart < timedelta(0):
        raise HourSkipped(option=option, value=told, zone=zone)
    if apart > timedelta(0):
        raise HourTwice(option=option, value=told, zone=zone, first=first.isoformat(), second=second.isoformat())
    return first


def refuse_far(day: date, option: object) -> None:
    if not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        raise YearTooFar(option=option, year=day.year, first=_FIRST_YEAR, last=_LAST_YEAR)
