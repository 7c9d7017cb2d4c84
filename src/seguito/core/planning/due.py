"""What to do now, first things first (T1.4)."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from seguito.core.planning.follow_up import FollowUp, FollowUpState, Kind, key_of

_ORDER = {kind: place for place, kind in enumerate(Kind)}
_WRITTEN = (Kind.NOTE, Kind.CARD, Kind.CALL)
_PRESSING = timedelta(days=1)
_NEVER = datetime.max.replace(tzinfo=UTC)


def state_at(follow_up: FollowUp, now: datetime) -> FollowUpState:
    """Where the window stands. Each edge belongs to what it ends; without a close nothing is ever late."""
    instant = now.astimezone(UTC)
    window = follow_up.window
    if instant < window.opens_at:
        return FollowUpState.WAITING
    if window.best_until is not None and instant <= window.best_until:
        return FollowUpState.BEST
    if window.closes_at is None or instant <= window.closes_at:
        return FollowUpState.OPEN
    return FollowUpState.LATE


def due_now(follow_ups: Iterable[FollowUp], now: datetime) -> tuple[FollowUp, ...]:
    """Those whose window has opened, first things first. Nothing that is late drops out (T1.4)."""
    opened = (one for one in follow_ups if state_at(one, now) is not FollowUpState.WAITING)
    return first_things_first(opened, now)


def first_things_first(follow_ups: Iterable[FollowUp], now: datetime) -> tuple[FollowUp, ...]:
    """In the order in which to do them.

    First what closes, or ceases to be at its best, within a day: what closes soonest leads. Then what is late, the
    least late first, as most can be saved there. Then what is open, soonest first; last what waits, as it opens. Of
    one interview the debrief comes before the notes that are written from it. What is equally pressing stays together
    by interview, and in the order in which it came: the panel's.
    """
    ones, instant = tuple(follow_ups), now.astimezone(UTC)
    ranks = {one.key: _rank(one, instant) for one in ones}
    for one in ones:
        if one.kind in _WRITTEN:
            debrief = key_of(Kind.DEBRIEF, one.interview)
            if debrief in ranks and ranks[one.key][:2] < ranks[debrief][:2]:
                ranks[debrief] = (*ranks[one.key][:2], *ranks[debrief][2:])
    return tuple(sorted(ones, key=lambda one: ranks[one.key]))


def _rank(follow_up: FollowUp, now: datetime) -> tuple[int, float, int, str]:
    window, state = follow_up.window, state_at(follow_up, now)
    closes_at = window.closes_at or _NEVER
    kind = _ORDER[follow_up.kind]
    if state is FollowUpState.WAITING:
        return (3, window.opens_at.timestamp(), kind, follow_up.interview)
    if state is FollowUpState.LATE:
        return (1, -closes_at.timestamp(), kind, follow_up.interview)
    edge = window.best_until if state is FollowUpState.BEST and window.best_until else closes_at
    pressing = min(edge, closes_at) - now <= _PRESSING
    return (0 if pressing else 2, closes_at.timestamp(), kind, follow_up.interview)
