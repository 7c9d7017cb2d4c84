"""The hours in which nothing rings, by the clock on the reader's wall."""

import re
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo

from seguito.core.planning.windows import at
from seguito.errors import N_, Problem

_HOURS = re.compile(r"(\d{1,2}):(\d{2})\s*[-–]\s*(\d{1,2}):(\d{2})")
_A_DAY = timedelta(days=1)


class QuietHoursUnclear(Problem):
    id = "quiet-hours-unclear"
    happened = N_("“{value}” names no quiet hours.")
    safe = N_("Nothing was changed.")
    next_step = N_("Write them like 21:30-07:30, or `none`.")


@dataclass(frozen=True, slots=True)
class Span:
    """One night: in UTC, its end not included."""

    begins: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Quiet:
    """From `begins` until `ends`, over midnight where that comes first. The same hour twice: never."""

    begins: time = time(21, 30)
    ends: time = time(7, 30)

    def __str__(self) -> str:
        return f"{self.begins:%H:%M}-{self.ends:%H:%M}"

    def holds(self, instant: datetime, zone: tzinfo) -> bool:
        """Whether the wall's clock shows a quiet hour; the end itself is none."""
        hour = instant.astimezone(zone).time()
        if self.begins <= self.ends:
            return self.begins <= hour < self.ends
        return hour >= self.begins or hour < self.ends

    def span(self, instant: datetime, zone: tzinfo) -> Span | None:
        """The night that `instant` falls into."""
        if not self.holds(instant, zone):
            return None
        here = instant.astimezone(zone)
        over_midnight = self.begins > self.ends
        day = here.date() - _A_DAY if over_midnight and here.time() < self.ends else here.date()
        return Span(at(day, self.begins, zone), at(day + _A_DAY if over_midnight else day, self.ends, zone))


NEVER = Quiet(time(0), time(0))


def quiet_hours(value: str) -> Quiet:
    """`21:30-07:30`, or `none`. Raises `QuietHoursUnclear`."""
    if value.strip().lower() == "none":
        return NEVER
    found = _HOURS.fullmatch(value.strip())
    if found is None:
        raise QuietHoursUnclear(value=value)
    begins_hour, begins_minute, ends_hour, ends_minute = map(int, found.groups())
    try:
        return Quiet(time(begins_hour, begins_minute), time(ends_hour, ends_minute))
    except ValueError:
        raise QuietHoursUnclear(value=value) from None
