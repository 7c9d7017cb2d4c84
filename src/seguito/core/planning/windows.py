"""Windows: from when, best until, and until when (T1.1, T1.3).

Hours are *elapsed* hours, so every sum is made in UTC. Python compares two instants of one zone by their wall clocks,
which run twice through an hour each autumn: that is why windows hold UTC, and faces turn it into a reader's zone.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum

from seguito.core.playbooks import EmailFigures


class EmailState(StrEnum):
    """Where an e-mail's window stands at some instant."""

    TOO_EARLY = "too_early"
    BEST = "best"
    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Window:
    """All three in UTC, in order, and each of them part of the window. None where an end would be senseless."""

    opens_at: datetime
    best_until: datetime | None = None
    closes_at: datetime | None = None


def elapsed(start: datetime, length: timedelta) -> datetime:
    """The instant in UTC when `length` has really passed since `start`, whatever the clocks did in between."""
    return start.astimezone(UTC) + length


def email_window(end: datetime, figures: EmailFigures) -> Window:
    """When an e-mail after an interview that ended at `end` is best sent, and until when (T1.1, T1.3)."""
    return Window(
        opens_at=elapsed(end, figures.opens_after),
        best_until=elapsed(end, figures.best_until),
        closes_at=elapsed(end, figures.closes_after),
    )


def email_state(window: Window, now: datetime) -> EmailState:
    """Each edge belongs to the window that it closes: after exactly 24 hours an e-mail is still in time."""
    instant = now.astimezone(UTC)
    if instant < window.opens_at:
        return EmailState.TOO_EARLY
    if window.best_until and instant <= window.best_until:
        return EmailState.BEST
    if window.closes_at is None or instant <= window.closes_at:
        return EmailState.OPEN
    return EmailState.CLOSED


def at(day: date, hour: time, zone: tzinfo) -> datetime:
    """`hour` of `day` at a place, in UTC. An hour that the clocks skip is taken by the offset before the change."""
    return datetime.combine(day, hour, zone).astimezone(UTC)


def end_of(day: date, zone: tzinfo) -> datetime:
    """The last second of `day` at a place, in UTC."""
    return at(day + timedelta(days=1), time(0), zone) - timedelta(seconds=1)
