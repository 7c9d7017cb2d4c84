"""Which reminders are due: told once, whatever the clock does."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from seguito.core.planning.due import first_things_first
from seguito.core.planning.follow_up import FollowUp
from seguito.core.reminders.quiet import Quiet
from seguito.core.reminders.slots import Occasion, Slot, slots

_ON_TIME = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Chase:
    """A follow-up and what has been told of it. `told`: the `at` of the last slot told; None: none yet.

    `is_over`: done, superseded or cancelled, as an answer makes it.
    """

    follow_up: FollowUp
    told: datetime | None = None
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Ring:
    """One reminder. `at`: its slot's own. `is_over`: the window has closed. `meant_for`: when it should have come,
    where it comes late.
    """

    follow_up: FollowUp
    occasion: Occasion
    at: datetime
    is_over: bool = False
    meant_for: datetime | None = None


def due_reminders(chases: Iterable[Chase], quiet: Quiet, zone: tzinfo, now: datetime) -> tuple[Ring, ...]:
    """What rings now, first things first: at most one of each follow-up, the latest that is missed.

    A slot rings only if it comes after the one told last. Their order is the plan's, not the clock's, so that a clock
    that jumps, forward or back, repeats none; a window that moves to a later day rings anew.
    """
    if quiet.holds(now, zone):
        return ()
    instant = now.astimezone(UTC)
    found = {one.follow_up.key: one for one in _rings(chases, quiet, zone, instant)}
    return tuple(found[one.key] for one in first_things_first((one.follow_up for one in found.values()), instant))


def next_reminders(
    chases: Iterable[Chase], quiet: Quiet, zone: tzinfo, now: datetime
) -> tuple[tuple[Slot, Chase], ...]:
    """The next slot of each follow-up that still rings, as they ring."""
    following = [
        (min(ahead, key=lambda slot: slot.rings_at), chase)
        for chase in chases
        if (ahead := [slot for slot in _untold(chase, quiet, zone) if slot.rings_at > now])
    ]
    return tuple(sorted(following, key=lambda one: one[0].rings_at))


def _rings(chases: Iterable[Chase], quiet: Quiet, zone: tzinfo, now: datetime) -> Iterator[Ring]:
    for chase in chases:
        rung = [slot for slot in _untold(chase, quiet, zone) if slot.rings_at <= now]
        if rung:
            yield _ring(chase.follow_up, max(rung, key=lambda slot: slot.at), now)


def _untold(chase: Chase, quiet: Quiet, zone: tzinfo) -> Iterator[Slot]:
    if not chase.is_over:
        for slot in slots(chase.follow_up, quiet, zone):
            if chase.told is None or slot.at > chase.told:
                yield slot


def _ring(follow_up: FollowUp, slot: Slot, now: datetime) -> Ring:
    closes_at = follow_up.window.closes_at
    is_late = now - slot.rings_at > _ON_TIME
    return Ring(
        follow_up,
        slot.occasion,
        slot.at,
        is_over=closes_at is not None and now > closes_at,
        meant_for=slot.rings_at if is_late else None,
    )
