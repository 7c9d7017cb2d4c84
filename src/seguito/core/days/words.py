"""What a language tells about its dates: words with their meaning, and the forms that they stand in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Means(StrEnum):
    """What a form of words says about days."""

    DAY = "day"  # 9 December, the 9th, Wednesday 9
    DAYS = "days"  # 9 to 12 December
    NUMBERS = "numbers"  # 12/9, 9.12.2026
    WEEK_OF = "week_of"  # the week of 7 December, the first week of January
    WEEKDAY = "weekday"  # Thursday, next Thursday, Thursday week
    WEEKDAYS = "weekdays"  # between Tuesday and Thursday
    AWAY = "away"  # in two weeks, ten days ago, a week from Monday
    SHIFT = "shift"  # today, yesterday, the day after tomorrow
    SPAN = "span"  # next week, the end of the month
    MONTH = "month"  # in January, mid December
    FEAST = "feast"  # by Christmas
    NO_DAY = "no_day"  # every Saturday, 24/7: reads like a date, and is none


class Unit(StrEnum):
    """What one counts in."""

    HOUR = "hour"
    DAY = "day"
    WORKING_DAY = "working_day"
    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    YEAR = "year"
    WEEKEND = "weekend"


class Which(StrEnum):
    """Which of the days that bear a weekday's name."""

    ANY = "any"  # Thursday: the one before or the one to come
    THIS = "this"  # this Thursday
    COMING = "coming"  # giovedì prossimo: the first to come
    NEXT = "next"  # next Thursday: of next week, or else the first to come
    LAST = "last"  # last Thursday, giovedì scorso
    OF_THIS_WEEK = "of_this_week"
    OF_NEXT_WEEK = "of_next_week"
    OF_LAST_WEEK = "of_last_week"
    WEEK_AFTER = "week_after"  # Thursday week: a week after the first to come


class Part(StrEnum):
    """Which part of a week, month or year."""

    WHOLE = "whole"
    START = "start"
    MIDDLE = "middle"
    END = "end"


class Order(StrEnum):
    """Which of two numbers is the day."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class DateForm:
    """One form of words. Its pattern's groups: `weekday weekday2 day day2 month year count unit feast a b said`.

    `said`: the part that is the date itself, where the pattern needs more around it to be sure.
    `shift`: days, or how many of `unit` from the present one. `sign`: -1 counts back.
    `in_promises`: too weak a form for running text; read only where a day is expected.
    """

    pattern: re.Pattern[str]
    means: Means
    which: Which = Which.ANY
    part: Part = Part.WHOLE
    unit: Unit | None = None
    shift: int = 0
    sign: int = 1
    in_promises: bool = False


@dataclass(frozen=True, slots=True)
class DateWords:
    """A language's dates. Keys are `folded`; weekdays count from Monday = 0, months from January = 1.

    `feasts`: month and day, or days from Easter Sunday. `due`: what stands right before a day that something is due.
    """

    weekdays: Mapping[str, int]
    months: Mapping[str, int]
    numbers: Mapping[str, int]
    units: Mapping[str, Unit]
    feasts: Mapping[str, tuple[int, int] | int]
    forms: tuple[DateForm, ...]
    due: re.Pattern[str]
    order: Order
    weekday_names: tuple[str, ...]
    month_names: tuple[str, ...]
