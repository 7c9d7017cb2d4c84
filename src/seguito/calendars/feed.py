"""What is planned, as a calendar that other programs read (RFC 5545).

The same plan gives the same bytes: a program that fetches it again sees what changed, and nothing else.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event

_SHORTEST = timedelta(minutes=15)  # of an event whose window has no best end: a line in the day's view


@dataclass(frozen=True, slots=True)
class Entry:
    """One window. `id`: the same for as long as the thing is planned. `closes_at`: a second alarm an hour before it."""

    id: str
    title: str
    text: str
    opens_at: datetime
    best_until: datetime | None
    closes_at: datetime | None


def feed(entries: Iterable[Entry], name: str) -> bytes:
    """The calendar. Its events never block the time: one may be doing something else while a window is open."""
    calendar = _calendar()
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", timedelta(hours=1), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for entry in sorted(entries, key=lambda one: (one.opens_at, one.id)):
        calendar.add_component(_event(entry))
    data: bytes = calendar.to_ical()
    return data


def event_file(entry: Entry) -> bytes:
    """One event as a calendar server keeps it (RFC 4791, 4.1: a file each, without a method)."""
    calendar = _calendar()
    calendar.add_component(_event(entry))
    data: bytes = calendar.to_ical()
    return data


def _calendar() -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", "-//Seguito//Seguito//EN")  # without the version: an update would make every event anew
    calendar.add("version", "2.0")
    return calendar


def _event(entry: Entry) -> Event:
    event = Event()
    event.add("uid", f"{entry.id}@seguito")
    event.add("dtstamp", entry.opens_at.astimezone(UTC))
    event.add("dtstart", entry.opens_at.astimezone(UTC))
    event.add("dtend", max(entry.best_until or entry.opens_at, entry.opens_at + _SHORTEST).astimezone(UTC))
    event.add("summary", entry.title)
    event.add("description", entry.text)
    event.add("transp", "TRANSPARENT")
    for after in _alarms(entry):
        event.add_component(_alarm(entry, after))
    return event


def _alarms(entry: Entry) -> Iterator[timedelta]:
    """When it opens, when its best time ends, and an hour before it closes; none within the hour after another."""
    yield timedelta(0)
    last = timedelta(0)
    best = entry.best_until - entry.opens_at if entry.best_until else last
    hour_left = entry.closes_at - timedelta(hours=1) - entry.opens_at if entry.closes_at else last
    for after in sorted((best, hour_left)):
        if after - last >= timedelta(minutes=30):
            last = after
            yield after


def _alarm(entry: Entry, after: timedelta) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", after)
    alarm.add("description", entry.title)
    return alarm
