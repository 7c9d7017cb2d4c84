"""Days in the note against the day of the interview, seen from the day of writing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from seguito.core.days import DateMention, DateWords, find_dates, find_no_days
from seguito.core.days.calendar import day_of
from seguito.core.folding import folded
from seguito.core.looks.finding import Finding
from seguito.core.looks.names.meeting import days_of, is_the_meeting
from seguito.core.looks.names.reading import Reading
from seguito.core.looks.names.rules import CALENDAR, DATE, NO_SUCH_DAY, date_finding

_NOON, _LATE_MORNING, _AFTERNOON, _LATE = 12, 11, 13, 16  # hours at which a part of the day may begin or must have
_VAGUE = timedelta(days=3)  # "a week ago", "a month ago" are no exact count


@dataclass(frozen=True, slots=True)
class _Days:
    """The interview at its place, and the local day on which the note was written."""

    interview: datetime
    written_on: date

    @property
    def day(self) -> date:
        return self.interview.date()


def dates(reading: Reading) -> Iterator[Finding]:
    """A day said of the interview that was another; a weekday and a number that contradict each other."""
    context = reading.context
    if context.interview is None:
        return
    written_at = context.written_at or context.interview
    written_on = written_at.astimezone(context.interview.tzinfo).date() if written_at.tzinfo else written_at.date()
    days = _Days(context.interview, written_on)
    said = days_of(reading, find_dates(reading.text, reading.words.dates(), written_on, days.day))
    for start, end in find_no_days(reading.text, reading.words.dates()):
        yield NO_SUCH_DAY.finding(reading.text, start, end)
    for mention, covered in said.mentions:
        yield from _judged(reading, days, mention, covered, is_the_meeting(reading, mention, covered, said))


def _judged(reading: Reading, days: _Days, mention: DateMention, covered: range, said_of_it: bool) -> Iterator[Finding]:
    if said_of_it and not _fits(days, mention):
        instead = _instead(reading, days, mention)
        yield date_finding(DATE, reading.text, mention.start, mention.end, instead, days.day)
    elif said_of_it and not _hour_fits(reading, days, covered):
        yield date_finding(DATE, reading.text, mention.start, mention.end, (), days.day)
    elif not _weekday_fits(days, mention):
        yield from _contradiction(reading, days, mention)


def _weekday_fits(days: _Days, mention: DateMention) -> bool:
    """Without a year the nearest day of that number and month is meant, not last year's."""
    if not mention.weekday_fits or mention.weekday_said is None or mention.month_said is None or mention.year_said:
        return mention.weekday_fits
    near = _nearest(days, mention)
    return near is None or near.weekday() == mention.weekday_said or mention.said.day2 is not None


def _nearest(days: _Days, mention: DateMention) -> date | None:
    month, day = mention.month_said, mention.day_said
    if month is None or day is None:
        return None
    year = days.written_on.year
    found = [day_of(year + n, month, day) for n in (-1, 0, 1)]
    return min((d for d in found if d), key=lambda d: abs(d - days.written_on), default=None)


def _fits(days: _Days, mention: DateMention) -> bool:
    if not _weekday_fits(days, mention):
        return False
    if days.day in mention.days:
        return True
    bare_weekday = mention.weekday_said is not None and mention.day_said is None and not mention.relative
    if bare_weekday and mention.weekday_said == days.day.weekday() and len(mention.days) > 1:
        return True
    counted = mention.said.count is not None and mention.said.count > 0 and mention.relative
    far = counted and abs(mention.days[0] - days.written_on) >= timedelta(days=7)
    return far and abs(mention.days[0] - days.day) <= _VAGUE


def _hour_fits(reading: Reading, days: _Days, covered: range) -> bool:
    """`this morning` of an interview at three: allowed to be an hour off on either side."""
    folds = {reading.tokens[n].fold for n in _with_part_of_day(reading, covered)}
    meeting, hour = reading.words.meeting, days.interview.hour
    if folds & meeting.morning:
        return hour < _AFTERNOON
    if folds & meeting.afternoon:
        return hour >= _LATE_MORNING
    if folds & meeting.evening:
        return hour >= _LATE
    return True


def _with_part_of_day(reading: Reading, words: range) -> range:
    """The mention's words and the two after it: `Tuesday` `morning`, `ieri` `di` `mattina`."""
    end = words.stop
    parts = reading.words.meeting.morning | reading.words.meeting.afternoon | reading.words.meeting.evening
    for n in range(words.stop, min(words.stop + 2, len(reading.tokens))):
        if reading.tokens[n].glue != " " or (len(reading.tokens[n].fold) > 3 and reading.tokens[n].fold not in parts):
            break
        end = n + 1
    return range(words.start, end)


def _contradiction(reading: Reading, days: _Days, mention: DateMention) -> Iterator[Finding]:
    day = _nearest(days, mention) or mention.days[0]
    instead = _rewritten(reading.text[mention.start : mention.end], reading.words.dates(), day)
    yield date_finding(CALENDAR, reading.text, mention.start, mention.end, (instead,) if instead else (), day)


def _instead(reading: Reading, days: _Days, mention: DateMention) -> tuple[str, ...]:
    quote = reading.text[mention.start : mention.end]
    if mention.weekday_said is not None or mention.day_said is not None or mention.month_said is not None:
        rewritten = _rewritten(quote, reading.words.dates(), days.day)
        return (rewritten,) if rewritten and rewritten != quote else ()
    gone = (days.written_on - days.day).days
    told = reading.words.meeting.days_ago
    if len(quote.split()) > 1 or not 0 <= gone < len(told):
        return ()
    return (told[gone][:1].upper() + told[gone][1:] if quote[:1].isupper() else told[gone],)


def _rewritten(quote: str, words: DateWords, day: date) -> str:
    """The same expression with another weekday, number and month."""

    def instead(match: re.Match[str]) -> str:
        word = match.group()
        fold = folded(word.rstrip("."))
        if word[0].isdigit():
            number = int(re.match(r"\d+", word).group())  # type: ignore[union-attr]
            if number > 31:
                return str(day.year)
            suffix = word[len(str(number)) :]
            return f"{day.day}{_suffix(day.day) if suffix.isalpha() and len(suffix) == 2 else suffix}"
        for names, known, index in (
            (words.weekday_names, words.weekdays, day.weekday()),
            (words.month_names, words.months, day.month - 1),
        ):
            if fold in known:
                return names[index] if word[0].isupper() or not names[index].islower() else names[index].lower()
        return word

    if re.search(r"\d[/.-]\d", quote):
        return ""
    written = re.sub(r"\d+\w*|[^\W\d_]+['’]?", instead, quote)
    return written[:1].upper() + written[1:] if quote[:1].isupper() else written


def _suffix(number: int) -> str:
    if 10 < number < 14:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
