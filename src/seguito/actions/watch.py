"""A calendar that the person watches: its interviews are offered and followed, and nothing is written there."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from seguito.actions.offered import Came, TakenIn, take_in_events
from seguito.calendars.dav.line import DavLogin
from seguito.calendars.watched import Seen, address_of, look_into, look_into_file
from seguito.channels.email import secrets
from seguito.core.nouns import Who
from seguito.records.database import atomic
from seguito.records.reads.settings import setting
from seguito.records.writes.settings import keep_setting

_SETTING = "watched"


@dataclass(frozen=True, slots=True)
class Watched:
    """`source`: an address, or a file's whole path. `mark`: how it stood when it was last read, on the day `read_on`.

    Once a day it is read whole, as days that lay too far ahead have come nearer.
    """

    source: str
    user: str = ""
    mark: str = ""
    read_on: str = ""


def watched(who: Who) -> Watched | None:
    kept = setting(who, _SETTING)
    return Watched(**kept) if isinstance(kept, dict) else None


def watch(who: Who, told: str, login: DavLogin | None, home: Path, now: datetime) -> TakenIn:
    """Read it once, and from then on at each `sync`. Raises what reading it can; then nothing is changed."""
    source = address_of(told) or str(Path(told).expanduser().absolute())
    seen = _look(source, login, "", now)
    if login is not None:
        secrets.keep(home, _secret(who), login.password)
    return _take_in(who, Watched(source, login.user if login else ""), seen, now)


def watch_no_more(who: Who, home: Path) -> None:
    """What was recorded stays; so does what is asked about."""
    with atomic():
        keep_setting(who, _SETTING, None)
    secrets.forget(home, _secret(who))


def look_again(who: Who, home: Path, now: datetime) -> TakenIn:
    """What is new in it, where one is watched. Raises what reading it can."""
    calendar = watched(who)
    if calendar is None:
        return TakenIn()
    password = secrets.read(home, _secret(who)) or "" if calendar.user else ""
    login = DavLogin(calendar.user, password) if calendar.user else None
    mark = calendar.mark if calendar.read_on == now.date().isoformat() else ""
    return _take_in(who, calendar, _look(calendar.source, login, mark, now), now)


def _look(source: str, login: DavLogin | None, mark: str, now: datetime) -> Seen | None:
    if address_of(source) is None:
        return look_into_file(Path(source), mark, now.date())
    return look_into(source, login, mark, now.date())


def _take_in(who: Who, calendar: Watched, seen: Seen | None, now: datetime) -> TakenIn:
    if seen is None:
        return TakenIn()
    with atomic():
        taken = take_in_events(who, (Came(event) for event in seen.events), now)
        value = {"source": calendar.source, "user": calendar.user, "mark": seen.mark}
        keep_setting(who, _SETTING, {**value, "read_on": now.date().isoformat()})
    return taken


def _secret(who: Who) -> str:
    return f"watched-{who.workspace}"
