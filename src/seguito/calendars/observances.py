"""A zone that a file defines for itself (VTIMEZONE): what its clocks show at a moment.

icalendar unrolls these rules without bounds and remembers a file's own zone for the whole process, so that the next
file's "Customized Time Zone" would get the clocks of the first (7.3.2); dates are reckoned here instead, one year's.
"""

import calendar
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from seguito.calendars.components import Component
from seguito.calendars.moments import utc_offset, written_time

_MOST_STARTS = 1000  # Thunderbird lists a century of changes one by one
_DAY = re.compile(r"([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)")
_UNDERSTOOD = frozenset("FREQ INTERVAL BYMONTH BYDAY BYMONTHDAY UNTIL WKST".split())
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Observance:
    """From `starts` on (a wall clock as it was before), clocks are `offset` ahead of UTC.

    `rule`: the parts of a yearly rule, or empty; `also`: further single starts.
    """

    starts: datetime
    offset: timedelta
    rule: dict[str, str]
    also: tuple[datetime, ...]


def observances(zone: Component) -> tuple[Observance, ...]:
    """What a VTIMEZONE holds and can be reckoned with: yearly changes and single ones."""
    changes = []
    starts = 0
    for part in zone.within:
        for change in _observance(part):
            starts += 1 + len(change.also)
            changes.append(change)
        if starts > _MOST_STARTS:
            break
    return tuple(changes)


def offset_at(wall: datetime, changes: Sequence[Observance]) -> timedelta | None:
    """How far ahead of UTC the zone's clocks are when they show `wall`; None where the zone says nothing.

    Before the first change of all, the earliest observance is taken for the rule: some programs write 2026 there.
    """
    latest: tuple[datetime, timedelta] | None = None
    for change in changes:
        for start in _starts_before(wall, change):
            if latest is None or start >= latest[0]:
                latest = (start, change.offset)
    if latest:
        return latest[1]
    return min(changes, key=lambda change: change.starts).offset if changes else None


def _observance(part: Component) -> Iterator[Observance]:
    starts = written_time(part.text("DTSTART"))
    offset = utc_offset(part.text("TZOFFSETTO"))
    if part.kind not in {"STANDARD", "DAYLIGHT"} or starts is None or offset is None:
        return
    rule = dict(item.upper().split("=", 1) for item in part.text("RRULE").split(";") if item.count("=") == 1)
    if rule and (rule.get("FREQ") != "YEARLY" or rule.keys() - _UNDERSTOOD):
        return
    texts = (text for line in part.all("RDATE") for text in line.raw.split(","))
    also = [written_time(text) for text in islice(texts, _MOST_STARTS)]
    yield Observance(starts.clock, offset, rule, tuple(moment.clock for moment in also if moment))


def _starts_before(wall: datetime, change: Observance) -> Iterator[datetime]:
    yield from (start for start in (change.starts, *change.also) if start <= wall)
    if not change.rule:
        return
    until = written_time(change.rule.get("UNTIL", ""))
    for year in (wall.year, wall.year - 1):
        day = _yearly(year, change)
        start = datetime.combine(day, change.starts.time()) if day else None
        if start and change.starts <= start <= wall and (until is None or start.date() <= until.day):
            yield start


def _yearly(year: int, change: Observance) -> date | None:
    """The rule's day in that year: the last Sunday of October, the Sunday from the 8th to the 14th, the 26th."""
    month = _number(change.rule.get("BYMONTH", ""), change.starts.month)
    if not 1 <= month <= 12 or not 1 <= year <= 9999:
        return None
    days = [date(year, month, day) for day in range(1, calendar.monthrange(year, month)[1] + 1)]
    weekday = _DAY.fullmatch(change.rule.get("BYDAY", ""))
    of_month = {_number(text, 0) for text in change.rule.get("BYMONTHDAY", "").split(",")} - {0}
    if weekday:
        days = [day for day in days if day.weekday() == _WEEKDAYS.index(weekday[2])]
    elif not of_month:
        of_month = {change.starts.day}
    if of_month:
        days = [day for day in days if day.day in of_month]
    which = int(weekday[1] or 1) if weekday else 1
    index = which - 1 if which > 0 else which
    return days[index] if -len(days) <= index < len(days) else None


def _number(text: str, otherwise: int) -> int:
    return int(text) if re.fullmatch(r"\d{1,2}", text) else otherwise
