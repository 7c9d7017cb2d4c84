"""Every day that a text speaks of, and the one on which a promise falls due."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from seguito.core.days.calendar import day_of
from seguito.core.days.meanings import MEANINGS, RELATIVE, Standpoint
from seguito.core.days.mention import DateMention, Said
from seguito.core.days.words import DateForm, DateWords, Means
from seguito.core.folding import folded

_HIGH = re.compile(r"\b(?:29|30|31)")  # days that not every month has
_MOST_DAYS, _LEAP_YEAR = 31, 2024
_BEFORE = 24  # characters before a date in which "by", "not later than", "entro e non oltre" can stand


def find_dates(
    text: str, words: DateWords, written_on: date, reference_day: date | None = None
) -> Iterator[DateMention]:
    """Every expression of a day in running text, in reading order, none overlapping another.

    `written_on`: the local day from which "yesterday" and "Thursday" count. `reference_day`: the day that the text
    is about (the interview's); of several readings the nearest to it comes first. Default: the day of writing.
    """
    forms = tuple(form for form in words.forms if not form.in_promises)
    yield from _mentions(text, words, forms, written_on, reference_day or written_on)


def find_no_days(text: str, words: DateWords) -> Iterator[tuple[int, int]]:
    """Where days are named that no calendar has: `31 novembre`, `30 February`. Months in letters, days in figures.

    29 February is one of some year; a number over 31 is no day's.
    """
    if not _HIGH.search(text):
        return
    end = 0
    found = [match for form in words.forms if not form.in_promises for match in form.pattern.finditer(text)]
    for match in sorted(found, key=lambda match: (_start(match), -match.end())):
        said = _said(match, words)
        if said.month is None or said.day is None or _word(match, "month").isdecimal() or _start(match) < end:
            continue
        if said.day <= _MOST_DAYS and day_of(said.year or _LEAP_YEAR, said.month, said.day) is None:
            end = _end(match)
            yield _start(match), end


def find_day(text: str, words: DateWords, today: date) -> date | None:
    """The day on which a promise in these words falls due, or None if they name none.

    A day that "by" or "entro" stands before wins, then the first that lies ahead, then one that is past by its year.
    """
    mention = find_due(text, words, today)
    return mention.due if mention else None


def find_due(text: str, words: DateWords, today: date) -> DateMention | None:
    """The mention that tells when a promise in these words falls due (its `due` is a day)."""
    mentions = [m for m in _mentions(text, words, words.forms, today, today) if m.due]
    return min(mentions, key=lambda m: (not m.due_said, m.due is not None and m.due < today, m.start), default=None)


def _mentions(
    text: str, words: DateWords, forms: tuple[DateForm, ...], today: date, near: date
) -> Iterator[DateMention]:
    """The leftmost, then the longest reading of every place."""
    found = [(match, form) for form in forms for match in form.pattern.finditer(text)]
    found.sort(key=lambda pair: (_start(pair[0]), -pair[0].end()))
    position = 0
    for match, form in found:
        if _start(match) < position:
            continue
        mention = _read(match, form, words, today, near)
        if mention or form.means is Means.NO_DAY:
            position = match.end()
        if mention:
            yield mention


def _start(match: re.Match[str]) -> int:
    return match.start("said") if "said" in match.re.groupindex else match.start()


def _end(match: re.Match[str]) -> int:
    return match.end("said") if "said" in match.re.groupindex else match.end()


def _read(match: re.Match[str], form: DateForm, words: DateWords, today: date, near: date) -> DateMention | None:
    said = _said(match, words)
    unit = _word(match, "unit")
    counted = replace(form, unit=words.units[unit]) if unit else form
    feast = words.feasts.get(_word(match, "feast"))
    meaning = MEANINGS[form.means](said, counted, Standpoint(today, near, words.order, feast))
    if not meaning.days:
        return None
    start = _start(match)
    return DateMention(
        start=start,
        end=_end(match),
        days=meaning.days,
        due=meaning.due,
        relative=form.means in RELATIVE,
        said=said,
        weekday_fits=meaning.weekday_fits,
        due_said=_due_said(match, counted, words),
    )


def _due_said(match: re.Match[str], form: DateForm, words: DateWords) -> bool:
    """Whether "by", "entro" or their like stand before it; "in two weeks" says so by itself."""
    start = _start(match)
    ahead = form.means is Means.AWAY and form.sign > 0
    return ahead or bool(words.due.search(match.string[max(0, start - _BEFORE) : start]))


def _said(match: re.Match[str], words: DateWords) -> Said:
    month = _word(match, "month")
    return Said(
        weekday=words.weekdays.get(_word(match, "weekday")),
        weekday2=words.weekdays.get(_word(match, "weekday2")),
        day=_number(_word(match, "day"), words),
        day2=_number(_word(match, "day2"), words),
        month=int(month) if month.isdecimal() else words.months.get(month),
        year=_year(_word(match, "year")),
        count=_number(_word(match, "count"), words),
    )


def _word(match: re.Match[str], name: str) -> str:
    """The group's words, folded; empty where the form has no such group or nothing stood in it."""
    if name not in match.re.groupindex:
        return ""
    return folded(match[name] or "").rstrip(".'")


def _number(word: str, words: DateWords) -> int | None:
    """9, 9th, nine, ninth."""
    digits = re.match("[0-9]+", word)
    return int(digits[0]) if digits else words.numbers.get(word)


def _year(word: str) -> int | None:
    return int(word) + (2000 if len(word) == 2 else 0) if word else None
