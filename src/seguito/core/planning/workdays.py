"""Working days: which days count, and why the others don't (T1.2)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from seguito.core.reasons import Reason
from seguito.errors import N_

_DAY = timedelta(days=1)
_SATURDAY, _SUNDAY = 5, 6

Holidays = Callable[[date], Reason | None]  # which holiday a day is, if it is one; a table's `get` will do


def no_holidays(_day: date) -> None:
    """The calendar of nowhere in particular."""


def days_told(count: int) -> Reason:
    """So many days, as a place of a sentence."""
    return Reason("", N_("1 day") if count == 1 else N_("{count} days"), {"count": count})


def working_days_told(count: int) -> Reason:
    return Reason("", N_("1 working day") if count == 1 else N_("{count} working days"), {"count": count})


@dataclass(frozen=True, slots=True)
class WorkingDays:
    """Monday to Friday less the holidays; Saturday too where a postal service counts it."""

    holiday: Holidays = no_holidays
    saturday: bool = False

    def why_not(self, day: date) -> Reason | None:
        """Why `day` does not count; None when it is a working day."""
        if holiday := self.holiday(day):
            return holiday
        if day.weekday() == _SUNDAY:
            return Reason("T1.2", N_("a Sunday"))
        if day.weekday() == _SATURDAY and not self.saturday:
            return Reason("T1.2", N_("a Saturday"))
        return None

    def holds(self, day: date) -> bool:
        return self.why_not(day) is None

    def from_on(self, day: date) -> date:
        """`day` itself where it is a working day, else the next one."""
        while not self.holds(day):
            day += _DAY
        return day

    def after(self, day: date, count: int) -> date:
        """The day on which `count` working days after `day` have passed, `day` itself not counted.

        After a Saturday, a Sunday or a holiday it is the same as after the working day before it. `count` 0: `day`.
        """
        for _ in range(count):
            day += _DAY
            while not self.holds(day):
                day += _DAY
        return day

    def before(self, day: date, count: int) -> date:
        """The working day that lies `count` working days before `day`, `day` itself not counted. `count` 0: `day`."""
        for _ in range(count):
            day -= _DAY
            while not self.holds(day):
                day -= _DAY
        return day

    def count(self, after: date, until: date) -> int:
        """How many working days lie after `after`, up to and with `until`."""
        return sum(self.holds(after + _DAY * n) for n in range(1, (until - after).days + 1))

    def latest(self, first: date, last: date) -> date | None:
        """The last working day from `first` to `last`, both included; None when there is none."""
        while last >= first:
            if self.holds(last):
                return last
            last -= _DAY
        return None

    def counted_out(self, after: date, until: date) -> tuple[tuple[date, Reason], ...]:
        """Every day after `after` up to and with `until` that is no working day, and why."""
        days = (after + _DAY * n for n in range(1, (until - after).days + 1))
        return tuple((day, why) for day in days if (why := self.why_not(day)))

    def together(self, other: "WorkingDays") -> "WorkingDays":
        """The days on which both ends work. Saturday counts only where both say so."""
        return WorkingDays(lambda day: self.holiday(day) or other.holiday(day), self.saturday and other.saturday)
