"""From what was said to the days that it may mean."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from seguito.core.days.calendar import (
    DAY,
    WEEK,
    day_of,
    days_from,
    easter,
    first_after,
    last_before,
    last_of_month,
    monday_of,
    months_on,
    same_day_months_on,
    working_days_on,
)
from seguito.core.days.mention import Said
from seguito.core.days.words import DateForm, Means, Order, Part, Unit, Which

_YEARS_ROUND = range(-4, 5)  # 29 February has a day on either side within these
_A_WEEKDAY_AWAY = 3 * DAY  # the nearest day of any given name


@dataclass(frozen=True, slots=True)
class Meaning:
    """`days` and `due` as in `DateMention`; both empty: no such day."""

    days: tuple[date, ...]
    due: date | None
    weekday_fits: bool = True


@dataclass(frozen=True, slots=True)
class Standpoint:
    """From where days are counted: the day of writing, the day that is spoken of, the order of two numbers."""

    today: date
    near: date
    order: Order = Order.EITHER
    feast: tuple[int, int] | int | None = None


_LONG_AGO = timedelta(days=183)  # nobody tells last year's day without its year, just because its weekday fits


def _day(said: Said, form: DateForm, at: Standpoint) -> Meaning:
    """9 December 2026, the 9th, Wednesday 9: number and weekday may contradict each other."""
    candidates = _calendar_days(said, form, at.today)
    if said.weekday is None or not candidates:
        return Meaning(_around(candidates, at), _upcoming(candidates, at.today))
    fitting = [day for day in candidates if day.weekday() == said.weekday]
    meant = _around(fitting, at) if said.year or said.month is None else _around(candidates, at)
    meant = tuple(day for day in meant if day.weekday() == said.weekday and (said.year or at.today - day <= _LONG_AGO))
    if meant:
        return Meaning(meant, _upcoming(meant, at.today))
    by_number = _around(candidates, at)
    by_weekday = tuple(_nearest_of_name(day, said.weekday) for day in by_number)
    both = tuple(dict.fromkeys((*by_number, *by_weekday)))
    return Meaning(both, _upcoming(by_number, at.today), weekday_fits=False)


def _calendar_days(said: Said, form: DateForm, today: date) -> list[date]:
    """Every day near `today` that bears the number, month and year that were said."""
    number = said.day or 1
    if said.month and said.year:
        pairs = [(said.year, said.month)]
    elif said.month:
        pairs = [(today.year + n, said.month) for n in _YEARS_ROUND]
    elif form.unit is Unit.MONTH:
        pairs = [months_on(today, form.shift)]
    else:
        pairs = [months_on(today, n) for n in (-1, 0, 1)]
    return [day for year, month in pairs if (day := day_of(year, month, number))]


def _around(candidates: Iterable[date], at: Standpoint) -> tuple[date, ...]:
    """The last one up to today and the first from today on, the nearer to the day spoken of first."""
    days = sorted(set(candidates))
    chosen = {*[day for day in days if day <= at.today][-1:], *[day for day in days if day >= at.today][:1]}
    return tuple(sorted(chosen, key=lambda day: (abs(day - at.near), day)))


def _upcoming(candidates: Iterable[date], today: date) -> date | None:
    """The first from today on; where all lie behind, the last: a date told with its year may be past."""
    days = sorted(candidates)
    return next((day for day in days if day >= today), days[-1] if days else None)


def _nearest_of_name(day: date, weekday: int) -> date:
    return first_after(day - _A_WEEKDAY_AWAY - DAY, weekday)


def _days(said: Said, form: DateForm, at: Standpoint) -> Meaning:
    """9 to 12 December, 9 or 10 December, dal 9 al 12: all of them, due with the last."""
    last = _day(Said(weekday=said.weekday2, day=said.day2, month=said.month, year=said.year), form, at)
    if last.due is None or said.day is None:
        return Meaning((), None)
    first = day_of(last.due.year, last.due.month, said.day)
    if first is None or first > last.due:
        first = day_of(*months_on(last.due, -1), said.day)
    return Meaning(days_from(first, last.due), last.due) if first else Meaning((), None)


def _week_of(said: Said, form: DateForm, at: Standpoint) -> Meaning:
    """The week of 7 December: from Monday to Sunday; the first week of January: its first seven days."""
    if said.count is None and form.sign > 0:
        day = _day(said, form, at).due
        return _week(monday_of(day), form, at.today) if day else Meaning((), None)
    month = _month(Said(month=said.month, year=said.year), form, at).due
    if month is None or said.month is None:
        return Meaning((), None)
    last = (
        last_of_month(month.year, said.month) if form.sign < 0 else date(month.year, said.month, 7 * (said.count or 1))
    )
    return Meaning(days_from(last - 6 * DAY, last), last if last >= at.today else None)


def _numbers(said: Said, form: DateForm, at: Standpoint) -> Meaning:
    """12/9: the day and the month in the writer's order; the other order where that is no date, or where the
    writer's is not known.
    """
    day_first = Said(weekday=said.weekday, day=said.day, month=said.day2, year=said.year)
    month_first = Said(weekday=said.weekday, day=said.day2, month=said.day, year=said.year)
    preferred = {Order.DAY_FIRST: [day_first], Order.MONTH_FIRST: [month_first]}.get(at.order, [day_first, month_first])
    readings = [_day(s, form, at) for s in preferred if s.month and s.month <= 12]
    readings = [r for r in readings if r.days] or [
        _day(s, form, at) for s in (day_first, month_first) if s.month and s.month <= 12
    ]
    readings = [r for r in readings if r.weekday_fits and r.days] or [r for r in readings if r.days]
    days = dict.fromkeys(day for reading in readings for day in reading.days)
    dues = [reading.due for reading in readings if reading.due]
    return Meaning(
        tuple(sorted(days, key=lambda day: abs(day - at.near))),
        _upcoming(dues, at.today),
        all(reading.weekday_fits for reading in readings),
    )


def _weekday(said: Said, form: DateForm, at: Standpoint) -> Meaning:
    """Thursday, with or without a word that says which."""
    weekday, today = said.weekday or 0, at.today
    coming, gone = first_after(today, weekday), last_before(today, weekday)
    this_week = monday_of(today) + DAY * weekday
    match form.which:
        case Which.THIS:
            return Meaning(
                tuple(dict.fromkeys((this_week, coming))), max(this_week, coming) if this_week < today else this_week
            )
        case Which.COMING:
            return Meaning(tuple(dict.fromkeys((coming, this_week + WEEK))), coming)
        case Which.NEXT:
            return Meaning(tuple(dict.fromkeys((this_week + WEEK, coming))), this_week + WEEK)
        case Which.LAST:
            return Meaning(tuple(dict.fromkeys((gone, this_week - WEEK))), None)
        case Which.OF_THIS_WEEK:
            return _exactly(this_week, today)
        case Which.OF_NEXT_WEEK:
            return _exactly(this_week + WEEK, today)
        case Which.OF_LAST_WEEK:
            return _exactly(this_week - WEEK, today)
        case Which.WEEK_AFTER:
            return _exactly(coming + WEEK, today)
    named_today = (today,) if today.weekday() == weekday else ()
    days = sorted((coming, gone), key=lambda day: (abs(day - at.near), day))
    return Meaning((*named_today, *days), coming)


def _weekdays(said: Said, form: DateForm, at: Standpoint) -> Meaning:
    """Between Tuesday and Thursday, lunedì o martedì: due with the last."""
    first = first_after(at.today, said.weekday or 0)
    last = first_after(first, said.weekday2 or 0)
    return Meaning(days_from(first, last), last)


def _exactly(day: date, today: date) -> Meaning:
    return Meaning((day,), day if day >= today else None)


def _away(said: Said, form: DateForm, at: Standpoint) -> Meaning:
    """In two weeks, ten days ago, a week from Monday."""
    start = at.today if said.weekday is None else first_after(at.today, said.weekday)
    start += DAY * form.shift
    return _exactly(
        _counted_on(start, form.unit or Unit.DAY, form.sign * (1 if said.count is None else said.count)), at.today
    )


def _counted_on(start: date, unit: Unit, count: int) -> date:
    match unit:
        case Unit.HOUR:
            return start + DAY * (count // 24 if count >= 0 else -(-count // 24))
        case Unit.WORKING_DAY:
            return working_days_on(start, count)
        case Unit.WEEK | Unit.WEEKEND:
            return start + WEEK * count
        case Unit.FORTNIGHT:
            return start + 2 * WEEK * count
        case Unit.MONTH:
            return same_day_months_on(start, count)
        case Unit.YEAR:
            return same_day_months_on(start, 12 * count)
    return start + DAY * count


def _shift(said: Said, form: DateForm, at: Standpoint) -> Meaning:
    """Today, yesterday, tomorrow."""
    return _exactly(at.today + DAY * form.shift, at.today)


def _span(said: Said, form: DateForm, at: Standpoint) -> Meaning:
    """A week, weekend, month or year, or a part of one, `shift` of them from the present one."""
    if form.unit in {Unit.WEEK, Unit.WEEKEND}:
        return _week(monday_of(at.today) + WEEK * form.shift, form, at.today)
    year, month = months_on(at.today, form.shift * (12 if form.unit is Unit.YEAR else 1))
    if form.unit is Unit.YEAR:
        first, last = date(year, 1, 1), date(year, 12, 31)
        first = last - 30 * DAY if form.part is Part.END else first
        return Meaning(days_from(first, last), last if last >= at.today else None)
    return _part_of_month(year, month, form.part, at.today)


def _week(monday: date, form: DateForm, today: date) -> Meaning:
    """A week's work is due on its Friday; on Sunday, when Friday has gone by."""
    first, last = {Part.WHOLE: (0, 6), Part.START: (0, 1), Part.MIDDLE: (1, 3), Part.END: (4, 6)}[form.part]
    first = 5 if form.unit is Unit.WEEKEND else first
    days = days_from(monday + DAY * first, monday + DAY * last)
    due = {Part.START: 1, Part.MIDDLE: 2}.get(form.part, 6 if form.unit is Unit.WEEKEND else 4)
    for day in (monday + DAY * due, monday + DAY * 6):
        if day >= today:
            return Meaning(days, day)
    return Meaning(days, None)


def _part_of_month(year: int, month: int, part: Part, today: date) -> Meaning:
    last = last_of_month(year, month)
    first_day, last_day = {Part.WHOLE: (1, 31), Part.START: (1, 10), Part.MIDDLE: (11, 20), Part.END: (21, 31)}[part]
    days = days_from(date(year, month, first_day), min(date(year, month, 1) + DAY * (last_day - 1), last))
    due = date(year, month, 15) if part is Part.MIDDLE else days[-1]
    return Meaning(days, due if due >= today else None)


def _month(said: Said, form: DateForm, at: Standpoint) -> Meaning:
    """In January, mid December 2026: the month before and the one to come, unless the year was said."""
    if said.month is None:
        return Meaning((), None)
    years = [said.year] if said.year else [at.today.year + n for n in (-1, 0, 1)]
    parts = [_part_of_month(year, said.month, form.part, at.today) for year in years]
    to_come = next((part for part in parts if part.due), None)
    gone = [part for part in parts if part.days[-1] < at.today][-1:]
    near = sorted([*gone, *([to_come] if to_come else [])], key=lambda part: abs(part.days[0] - at.near))
    return Meaning(tuple(day for part in near for day in part.days), to_come.due if to_come else None)


def _feast(said: Said, form: DateForm, at: Standpoint) -> Meaning:
    """By Christmas, dopo Pasqua."""
    feast = at.feast
    if feast is None:
        return Meaning((), None)
    if isinstance(feast, int):
        days = [easter(at.today.year + n) + DAY * feast for n in (-1, 0, 1)]
    else:
        days = [date(at.today.year + n, *feast) for n in (-1, 0, 1)]
    return Meaning(_around(days, at), _upcoming(days, at.today))


def _no_day(said: Said, form: DateForm, at: Standpoint) -> Meaning:
    return Meaning((), None)


MEANINGS: dict[Means, Callable[[Said, DateForm, Standpoint], Meaning]] = {
    Means.DAY: _day,
    Means.DAYS: _days,
    Means.NUMBERS: _numbers,
    Means.WEEK_OF: _week_of,
    Means.WEEKDAY: _weekday,
    Means.WEEKDAYS: _weekdays,
    Means.AWAY: _away,
    Means.SHIFT: _shift,
    Means.SPAN: _span,
    Means.MONTH: _month,
    Means.FEAST: _feast,
    Means.NO_DAY: _no_day,
}
RELATIVE = frozenset({Means.AWAY, Means.SHIFT, Means.SPAN})
