"""The revisions of a note as their author remembers them: by where they stopped writing, not by every pause."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

_A_STOP = timedelta(minutes=3)  # while one writes, words are kept at every pause; after this long one has stopped


@dataclass(frozen=True, slots=True)
class Revision:
    """The words of a note at one time. `number` counts from 1."""

    number: int
    made_at: datetime
    subject: str
    text: str


def stops(revisions: Sequence[Revision]) -> tuple[Revision, ...]:
    """The first, the last, and each one that its author left standing for a while; in the order given.

    `revisions`: the latest first.
    """
    kept = []
    for place, one in enumerate(revisions):
        later = revisions[place - 1] if place else None
        if later is None or place == len(revisions) - 1 or later.made_at - one.made_at >= _A_STOP:
            kept.append(one)
    return tuple(kept)
