"""Arithmetic of the calendar. Weeks begin on Monday (ISO 8601)."""

from datetime import date, timedelta

DAY = timedelta(days=1)
WEEK = timedelta(days=7)


def day_of(year: int, month: int, day: int) -> date | None:
    """That day, or None where the calendar has none (30 February)."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def months_on(day: date, months: int) -> tuple[int, int]:
    """The year and month that lie `months` after (before, if negative) those of `day`."""
    years, month = divmod(day.month - 1 + months, 12)
    return day.year + years, month + 1


def last_of_month(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - DAY


def same_day_months_on(day: date, months: int) -> date:
    """31 January and one month: the last day of February."""
    year, month = months_on(day, months)
    return min(date(year, month, 1) + DAY * (day.day - 1), last_of_month(year, month))


def monday_of(day: date) -> date:
    return day - DAY * day.weekday()


def first_after(day: date, weekday: int) -> date:
    """The first day after `day` that bears the weekday's name; a week later if `day` bears it itself."""
    return day + DAY * ((weekday - day.weekday() - 1) % 7 + 1)


def last_before(day: date, weekday: int) -> date:
    return first_after(day, weekday) - (2 * WEEK if day.weekday() == weekday else WEEK)


def working_days_on(day: date, count: int) -> date:
    """`count` days from Monday to Friday further; holidays are not known here."""
    step = DAY if count >= 0 else -DAY
    for _ in range(abs(count)):
        day += step
        while day.weekday() > 4:
            day += step
    return day


def days_from(first: date, last: date) -> tuple[date, ...]:
    """Every day from `first` to `last`, both included."""
    return tuple(first + DAY * n for n in range((last - first).days + 1))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the anonymous algorithm of Nature, 1876)."""
    golden, century, rest = year % 19, *divmod(year, 100)
    leaps, centuries = divmod(century, 4)
    moon = (19 * golden + century - leaps - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * centuries + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (golden + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return date(year, month, day + 1)
