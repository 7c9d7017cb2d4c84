"""Staying in touch: when the next letter is right, and when to stop (T5.3, T5.4).

Counted from the last real contact in either direction. Whatever was done is done: the next one has the next number, so
that nothing fires twice, whichever way a clock jumps.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from seguito.core.cadence.facts import Touch
from seguito.core.nouns import Purpose
from seguito.core.planning.workdays import WorkingDays
from seguito.core.playbooks import AfterNoFigures
from seguito.core.reasons import Reason
from seguito.errors import N_


@dataclass(frozen=True, slots=True)
class Turn:
    """The next letter. `number`: counted from 1. `since`: the day that it is counted from. `last_one`: then stop."""

    number: int
    on: date
    since: date
    last_one: bool


def next_turn(
    began: datetime, touches: Sequence[Touch], done: Iterable[datetime], figures: AfterNoFigures, zone: tzinfo
) -> Turn | None:
    """The next letter of a cadence that began at `began`; None once enough of them went unanswered.

    `done`: when letters of this cadence went; one that nobody confirmed yet counts as gone.
    """
    written = _letters(touches, done)
    replied = max((touch.at for touch in touches if touch.incoming), default=None)
    unanswered = [at for at in written if replied is None or at > replied]
    if len(unanswered) >= figures.stop_after:
        return None
    last = max([began, *written, *(touch.at for touch in touches if touch.at >= began)])
    wait = figures.then_every if written else figures.first_check_in
    since = last.astimezone(zone).date()
    return Turn(len(written) + 1, since + wait, since, len(unanswered) + 1 == figures.stop_after)


def why_put_off(tip: str, turn: Turn, days: WorkingDays) -> Iterator[Reason]:
    """Where its day is no working day at the reader's place, the next one is taken."""
    if why := days.why_not(turn.on):
        yield Reason(
            tip, N_("{day} is no working day there ({why}): the next one is taken."), {"day": turn.on, "why": why}
        )


def _letters(touches: Sequence[Touch], done: Iterable[datetime]) -> list[datetime]:
    """When letters of the cadence went: as contacts tell it, or as the plan does, whichever knows of more."""
    sent = sorted(touch.at for touch in touches if touch.purpose is Purpose.CHECK_IN and not touch.incoming)
    planned = sorted(done)
    return sent if len(sent) >= len(planned) else planned


def times_of(done: Mapping[str, datetime], prefix: str) -> list[datetime]:
    """When the follow-ups whose keys begin so were done."""
    return [at for key, at in done.items() if key.startswith(prefix)]
