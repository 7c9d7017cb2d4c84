"""The plan in a calendar of its own on the person's server: a plan that nobody is reminded of is no plan."""

import secrets as chance
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from seguito.calendars.dav.line import DavLine, DavLogin
from seguito.calendars.dav.own import Kept, bring_up_to_date, make_calendar
from seguito.calendars.feed import Entry, event_file
from seguito.channels.email import secrets
from seguito.core.nouns import Who
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.published import published
from seguito.records.reads.settings import setting
from seguito.records.writes.published import keep_published
from seguito.records.writes.settings import keep_setting

_SETTING = "calendar"
_NAME = "Seguito"


class NoCalendar(Problem):
    id = "no-calendar"
    happened = N_("No calendar server has been set up.")
    safe = N_("Nothing was changed; `seguito calendar -o FILE.ics` writes the plan into a file.")
    next_step = N_("seguito calendar set URL --user NAME --password-stdin")


@dataclass(frozen=True, slots=True)
class OwnCalendar:
    """`server`: the address that was told. `own`: the calendar that Seguito made there, the only one it writes into."""

    server: str
    user: str
    own: str


def own_calendar(who: Who) -> OwnCalendar | None:
    kept = setting(who, _SETTING)
    return OwnCalendar(**kept) if isinstance(kept, dict) else None


def set_calendar(who: Who, url: str, user: str, password: str, home: Path) -> OwnCalendar:
    """Make a calendar on that server and keep where it lies. Raises CalendarUrlWrong, CalendarOutOfReach."""
    segment = f"seguito-{chance.token_hex(4)}"
    with DavLine(url, DavLogin(user, password) if user else None) as line:
        made = OwnCalendar(url, user, make_calendar(line, url, segment, _NAME))
    if user:
        secrets.keep(home, _secret(who), password)
    with atomic():
        keep_setting(who, _SETTING, {"server": made.server, "user": made.user, "own": made.own})
        keep_published(who, {})
    return made


def forget_calendar(who: Who, home: Path) -> None:
    """Write there no more; what lies there stays, for the person to keep or to delete."""
    with atomic():
        keep_setting(who, _SETTING, None)
        keep_published(who, {})
    secrets.forget(home, _secret(who))


def publish(who: Who, entries: Sequence[Entry], home: Path) -> int:
    """Make the calendar there equal to the plan; how many events it then holds. Raises NoCalendar and what a line can.

    What was written when a line broke is written once more the next time: the same event, under the same name.
    """
    calendar = own_calendar(who)
    if calendar is None:
        raise NoCalendar
    password = secrets.read(home, _secret(who)) or "" if calendar.user else ""
    login = DavLogin(calendar.user, password) if calendar.user else None
    wanted = {entry.id: event_file(entry) for entry in entries}
    kept = {name: Kept(*stands) for name, stands in published(who).items()}
    with DavLine(calendar.own, login) as line:
        stands = bring_up_to_date(line, calendar.own, wanted, kept)
    with atomic():
        keep_published(who, {name: (one.etag, one.digest) for name, one in stands.items()})
    return len(stands)


def _secret(who: Who) -> str:
    return f"calendar-{who.workspace}"
