"""How reminders reach their person, and in which hours they don't."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from seguito.actions.own_calendar import own_calendar
from seguito.core.nouns import Who
from seguito.core.reminders.due import next_reminders
from seguito.core.reminders.quiet import Quiet, quiet_hours
from seguito.core.reminders.slots import Slot
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.accounts import account
from seguito.records.reads.follow_ups import Planned
from seguito.records.reads.reminders import planned_under, still_ringing
from seguito.records.reads.settings import setting
from seguito.records.writes.settings import keep_setting

_LOOKS_AHEAD = timedelta(days=30)
_BY, _QUIET = "reminders_by", "reminders_quiet"


class Way(StrEnum):
    """By what a reminder comes. The calendar's are alarms of its events, which the calendar itself rings."""

    CALENDAR = "calendar"
    MAIL = "mail"
    DESKTOP = "desktop"


class WayUnknown(Problem):
    id = "reminder-way-unknown"
    happened = N_("Reminders cannot come by “{value}”.")
    safe = N_("Nothing was changed.")
    next_step = N_("Name one or more of {known}, or none: seguito reminders --by mail,desktop")


@dataclass(frozen=True, slots=True)
class ReminderSettings:
    """`chosen`: by the person; else it is what there is: the calendar, the account, or the desktop."""

    by: tuple[Way, ...]
    quiet: Quiet
    chosen: bool


def reminder_settings(who: Who) -> ReminderSettings:
    by, quiet = setting(who, _BY), setting(who, _QUIET)
    return ReminderSettings(
        by=tuple(map(Way, by)) if isinstance(by, list) else (_usual_way(who),),
        quiet=quiet_hours(quiet) if isinstance(quiet, str) else Quiet(),
        chosen=isinstance(by, list),
    )


def set_reminders(who: Who, by: str | None, quiet: str | None) -> ReminderSettings:
    """Keep what is said, and what is not said as it was. Raises `WayUnknown`, `QuietHoursUnclear`."""
    ways = None if by is None else _ways(by)
    hours = None if quiet is None else str(quiet_hours(quiet))
    with atomic():
        if ways is not None:
            keep_setting(who, _BY, [way.value for way in ways])
        if hours is not None:
            keep_setting(who, _QUIET, hours)
    return reminder_settings(who)


def coming_reminders(who: Who, zone: tzinfo, now: datetime, most: int) -> tuple[tuple[Slot, Planned], ...]:
    """What rings next, by the first of the ways."""
    settings = reminder_settings(who)
    if not settings.by:
        return ()
    chases = still_ringing(who, settings.by[0], now + _LOOKS_AHEAD)
    following = next_reminders(chases, settings.quiet, zone, now)[:most]
    planned = planned_under(who, (chase.follow_up.key for _, chase in following))
    return tuple((slot, planned[chase.follow_up.key]) for slot, chase in following)


def _usual_way(who: Who) -> Way:
    if own_calendar(who) is not None:
        return Way.CALENDAR
    return Way.MAIL if account(who) is not None else Way.DESKTOP


def _ways(value: str) -> tuple[Way, ...]:
    words = [word.strip().lower() for word in value.split(",")]
    if words == ["none"]:
        return ()
    for word in words:
        if word not in set(Way):
            raise WayUnknown(value=word, known=", ".join(Way))
    return tuple(dict.fromkeys(map(Way, words)))
