"""Times as invites write them, before any zone is put to them (RFC 5545, 3.3.4 to 3.3.6)."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

_TIME = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?[ ]?(Z|[+-]\d\d:?\d\d)?)?", re.IGNORECASE
)
_DURATION = re.compile(
    r"([+-]?)P(?:(\d{1,6})W)?(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,6})S)?)?", re.IGNORECASE
)
_OFFSET = re.compile(r"([+-])(\d\d):?(\d\d):?(\d\d)?")


@dataclass(frozen=True, slots=True)
class Written:
    """A time as it stands in the file: a day alone, or a wall clock with its offset if it carries one."""

    day: date
    wall: datetime | None
    offset: timezone | None

    @property
    def clock(self) -> datetime:
        """What the clock on the wall shows; of a day alone, its midnight."""
        return self.wall or datetime(self.day.year, self.day.month, self.day.day)  # noqa: DTZ001


def written_time(text: str) -> Written | None:
    """The time that `text` is, or None when it is none (a month 13, a day that does not exist, words)."""
    found = _TIME.fullmatch(text.strip())
    if not found:
        return None
    year, month, day, hour, minute, second, offset = found.groups()
    try:
        on = date(int(year), int(month), int(day))
        if hour is None:
            return Written(on, None, None)
        seconds = min(int(second or 0), 59)  # a leap second has no place on a clock
        return Written(on, datetime(on.year, on.month, on.day, int(hour), int(minute), seconds), _fixed(offset))  # noqa: DTZ001
    except ValueError:
        return None


def duration(text: str) -> timedelta | None:
    """The length that `text` is, or None when it is none. Days are taken as 24 hours."""
    found = _DURATION.fullmatch(text.strip())
    if not found or not any(found.groups()[1:]):
        return None
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    length = timedelta(weeks=weeks, days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] == "-" else length


def utc_offset(text: str) -> timedelta | None:
    """An offset such as +0100, -05:00; None when it is none, or no clock on Earth has it."""
    found = _OFFSET.fullmatch(text.strip())
    if not found:
        return None
    length = timedelta(hours=int(found[2]), minutes=int(found[3]), seconds=int(found[4] or 0))
    if length > timedelta(hours=15) or int(found[3]) > 59:
        return None
    return -length if found[1] == "-" else length


def _fixed(offset: str | None) -> timezone | None:
    if not offset:
        return None
    if offset.upper() == "Z":
        return UTC
    length = utc_offset(offset)
    if length is None:
        raise ValueError(offset)
    return timezone(length)
