"""A day that somebody wrote of."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Said:
    """What a form's words said in so many words; None: nothing about it. Weekdays from Monday = 0."""

    weekday: int | None = None
    weekday2: int | None = None
    day: int | None = None
    day2: int | None = None
    month: int | None = None
    year: int | None = None
    count: int | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A stretch of text that means a day or several.

    `start`, `end`: code points, end not included.
    `days`: every day that it may mean, the likeliest first (those of a week or month in their order).
    `due`: the day on which a promise so dated falls due; None for what can only lie behind ("yesterday").
    `relative`: counted from the day of writing, so that it means another day when it is read on another day.
    `weekday_fits`: False where number and weekday contradict each other; `days` then holds both readings.
    `due_said`: words like "by" stand before it.
    """

    start: int
    end: int
    days: tuple[date, ...]
    due: date | None
    relative: bool
    said: Said
    weekday_fits: bool = True
    due_said: bool = False

    @property
    def weekday_said(self) -> int | None:
        return self.said.weekday

    @property
    def day_said(self) -> int | None:
        return self.said.day

    @property
    def month_said(self) -> int | None:
        return self.said.month

    @property
    def year_said(self) -> int | None:
        return self.said.year
