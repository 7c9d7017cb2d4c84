"""The tone that fades: how the hours after an interview are drawn.

Its first hour takes as much room as its last twelve: that is where a memory goes. Places are per cent of the width,
reckoned here and again in `tone.js`, which moves the line of now.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp, log

from seguito.errors import N_
from seguito.speech import Speaker

_BEND = 14.0  # minutes: the smaller, the more room the beginning takes
_TICKS = 60
_TOP, _FADES_TO = 88, 0.18  # of the drawing's height; the last tick's share of the first
_HOURS = (3, 6, 12)


@dataclass(frozen=True, slots=True)
class Tick:
    x: float
    y: float
    good: bool
    wide: bool


@dataclass(frozen=True, slots=True)
class Tone:
    """Everything that the drawing needs; every `x` is in per cent. `says`: the drawing in a sentence."""

    start: str
    closes: str
    now: float
    now_word: str
    now_is_late: bool
    best_from: float
    best_until: float
    best_middle: float
    best_word: str
    start_word: str
    close_word: str
    later: str
    later_wide: str
    good: str
    good_wide: str
    hours: tuple[tuple[float, str], ...]
    says: str


def fade(minutes: float, total: float) -> float:
    """Where a minute lies between the beginning (0) and the close (100)."""
    return round(100 * log(1 + min(max(minutes, 0), total) / _BEND) / log(1 + total / _BEND), 2)


def tone(ended: datetime, best: tuple[datetime, datetime], closes: datetime, now: datetime, speaker: Speaker) -> Tone:
    """The window from an interview's end to its close. `best`: its best stretch."""
    total = _minutes(ended, closes)
    best_from, best_until = (fade(_minutes(ended, at), total) for at in best)
    here = fade(_minutes(ended, now), total)
    span = (best_from, best_until)
    return Tone(
        start=ended.isoformat(),
        closes=closes.isoformat(),
        now=here,
        now_word=speaker.say(N_("now, {hour}"), hour=speaker.hour(now)),
        now_is_late=here > 72,
        best_from=best_from,
        best_until=best_until,
        best_middle=round((best_from + best_until) / 2, 2),
        best_word=speaker.say(N_("{first}–{last} best"), first=speaker.hour(best[0]), last=speaker.hour(best[1])),
        start_word=speaker.say(N_("{hour} it ended"), hour=speaker.hour(ended)),
        close_word=speaker.say(N_("{when} it closes"), when=_when(closes, speaker)),
        later=_path(span, good=False, wide=False),
        later_wide=_path(span, good=False, wide=True),
        good=_path(span, good=True, wide=False),
        good_wide=_path(span, good=True, wide=True),
        hours=tuple(
            (fade(hour * 60, total), speaker.say(N_("{n} h"), n=hour)) for hour in _HOURS if hour * 60 < total * 0.7
        ),
        says=speaker.say(
            N_("{passed} since the interview ended. The best time lasts until {best}; it closes on {closes}."),
            passed=now - ended if now > ended else timedelta(0),
            best=speaker.hour(best[1]),
            closes=closes,
        ),
    )


def _minutes(start: datetime, end: datetime) -> float:
    return (end - start).total_seconds() / 60


def _path(best: tuple[float, float], *, good: bool, wide: bool) -> str:
    """Ticks at even distances, getting lower as memory does. `wide`: those between, drawn where there is room."""
    pieces = []
    for place in range(_TICKS + 1 if not wide else _TICKS):
        x = 100 * (place + (0.5 if wide else 0)) / _TICKS
        if (best[0] <= x <= best[1]) is not good:
            continue
        height = round(_TOP * exp(log(_FADES_TO) * x / 100))
        pieces.append(f"M{round(x * 10)} {_TOP}v-{height}")
    return "".join(pieces)


def _when(at: datetime, speaker: Speaker) -> str:
    here = at.astimezone(speaker.zone)
    return f"{speaker.short_day(here.date())}, {here:%H:%M}"
