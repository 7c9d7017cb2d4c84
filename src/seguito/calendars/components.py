"""The events and the zones of an iCalendar file, each with its own lines alone."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from seguito.calendars.lines import Line, read_lines
from seguito.calendars.problems import CutOff, NotAnInvite, TooManyEvents

MOST_EVENTS = 500
MOST_DEPTH = 20
_EVENT = frozenset(
    "UID SEQUENCE RECURRENCE-ID DTSTAMP SUMMARY STATUS DTSTART DTEND DURATION LOCATION URL DESCRIPTION X-ALT-DESC"
    " ORGANIZER ATTENDEE RRULE RDATE X-MICROSOFT-CDO-ALLDAYEVENT".split()
)
_ZONE = frozenset("TZID X-LIC-LOCATION DTSTART TZOFFSETFROM TZOFFSETTO RRULE RDATE".split())
_STRUCTURE = frozenset("BEGIN END METHOD".split())
_KIND = re.compile(r"[A-Z][A-Z0-9-]{0,60}")


@dataclass(slots=True)
class Component:
    """One component: its kind, its own lines in order, and those within it."""

    kind: str
    lines: list[Line] = field(default_factory=list)
    within: list["Component"] = field(default_factory=list)

    def first(self, name: str) -> Line | None:
        return next(self.all(name), None)

    def all(self, name: str) -> Iterator[Line]:
        return (line for line in self.lines if line.name == name)

    def text(self, name: str) -> str:
        """The first value of that name as text; empty where there is none."""
        line = self.first(name)
        return line.text if line else ""


@dataclass(frozen=True, slots=True)
class Event:
    """A VEVENT with the METHOD of the calendar around it (empty: none was said)."""

    component: Component
    method: str


@dataclass(frozen=True, slots=True)
class Calendars:
    """Everything in one file that an invite is made of."""

    events: tuple[Event, ...]
    zones: tuple[Component, ...]


def read_components(data: bytes, links: tuple[str, ...]) -> Calendars:
    """The file's events and zones. `links`: names of properties that hold a link, wanted besides the usual ones.

    Raises NotAnInvite when nothing in it is an event, CutOff when what was begun is not ended.
    """
    upper = data.upper()
    if upper.count(b"BEGIN:VEVENT") > MOST_EVENTS:
        raise TooManyEvents(most=MOST_EVENTS)
    root = _tree(read_lines(data, _STRUCTURE | _EVENT | _ZONE | frozenset(links)))
    events = tuple(_events(root, ""))
    if not events:
        raise NotAnInvite()
    return Calendars(events, tuple(_zones(root)))


def _tree(lines: Iterator[Line]) -> Component:
    root = Component("")
    path = [root]
    for line in lines:
        kind = line.raw.strip().upper()
        if line.name not in {"BEGIN", "END"}:
            path[-1].lines.append(line)
        elif not _KIND.fullmatch(kind):
            continue  # "End: 11:00" is a description whose newlines were not escaped
        elif line.name == "BEGIN":
            if len(path) > MOST_DEPTH:
                raise NotAnInvite()
            begun = Component(kind)
            path[-1].within.append(begun)
            path.append(begun)
        elif len(path) > 1 and path.pop().kind != kind:
            raise CutOff()
    if len(path) > 1:
        raise CutOff()
    return root


def _events(component: Component, method: str) -> Iterator[Event]:
    for inner in component.within:
        if inner.kind == "VEVENT":
            yield Event(inner, method)
        elif inner.kind == "VCALENDAR":
            yield from _events(inner, inner.text("METHOD").upper())


def _zones(component: Component) -> Iterator[Component]:
    for inner in component.within:
        if inner.kind == "VTIMEZONE":
            yield inner
        elif inner.kind == "VCALENDAR":
            yield from _zones(inner)
