"""When a follow-up rings: as it opens, as its best time ends, and before it is over (T1.4)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from enum import StrEnum

from seguito.core.planning.follow_up import FollowUp, Kind
from seguito.core.planning.windows import Window
from seguito.core.reminders.quiet import Quiet, Span

_NEAR = timedelta(minutes=10)  # before the best time ends
_LAST_HOUR = timedelta(hours=1)
_DAY_OF_POST = timedelta(hours=15) - timedelta(seconds=1)  # a card's last day ends with its last second: at nine
_APART = timedelta(minutes=15)
_ROUND = timedelta(seconds=45)  # whoever rings looks every half minute: so short before the night it may be too late


class Occasion(StrEnum):
    """Why it rings."""

    OPENS = "opens"
    BEST_ENDS = "best_ends"
    LAST_POST = "last_post"
    LAST_HOUR = "last_hour"


@dataclass(frozen=True, slots=True)
class Slot:
    """`at`: what tells it from the others of its follow-up, whatever the quiet hours are. `rings_at`: both in UTC."""

    occasion: Occasion
    at: datetime
    rings_at: datetime


def slots(follow_up: FollowUp, quiet: Quiet, zone: tzinfo) -> Iterator[Slot]:
    """In the order of `at`, which never repeats; there is always one.

    What falls into the quiet hours waits for their end; what ends within them rings an hour before they begin; and a
    best time that ends in them is not spoken of.
    """
    window = follow_up.window
    first, is_card = window.opens_at, follow_up.kind is Kind.CARD
    last = _last(window, _DAY_OF_POST if is_card else _LAST_HOUR)
    yield Slot(Occasion.OPENS, first, _rings(first, window, quiet, zone))
    best = window.best_until - (_DAY_OF_POST if is_card else _NEAR) if window.best_until else first
    if best - first >= _APART and (last is None or last - best >= _APART) and not _night(best, quiet, zone):
        yield Slot(Occasion.BEST_ENDS, best, best)
    if last is not None:
        yield Slot(Occasion.LAST_POST if is_card else Occasion.LAST_HOUR, last, _rings(last, window, quiet, zone))


def _last(window: Window, lead: timedelta) -> datetime | None:
    """None where it would fall together with the opening."""
    last = window.closes_at - lead if window.closes_at else None
    return last if last is not None and last - window.opens_at >= _APART else None


def _rings(instant: datetime, window: Window, quiet: Quiet, zone: tzinfo) -> datetime:
    night = _night(instant, quiet, zone)
    last_chance = quiet.span(window.closes_at, zone) if window.closes_at else None
    if last_chance is not None and instant >= last_chance.begins - _LAST_HOUR:
        return min(instant, last_chance.begins - _LAST_HOUR)
    return night.ends if night else instant


def _night(instant: datetime, quiet: Quiet, zone: tzinfo) -> Span | None:
    """The night that it falls into, or right before."""
    return quiet.span(instant, zone) or quiet.span(instant + _ROUND, zone)
