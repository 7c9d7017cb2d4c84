"""What is due now, first things first (T1.4)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from seguito.actions.offered import open_offers
from seguito.actions.plan import Standing, standing_of
from seguito.core.correspondence.letters import Noticed
from seguito.core.nouns import Who
from seguito.core.offers import Offered
from seguito.core.planning.due import due_now
from seguito.records.reads.follow_ups import next_opening, open_by, opening_between
from seguito.records.reads.letters import questions


@dataclass(frozen=True, slots=True)
class Due:
    """`now`: in the order in which to do them. `next_opens_at`: when the next window opens, if any will.

    `asked`: mail of which only its reader can say whether it is an answer. `offered`: events that may be interviews.
    """

    now: tuple[Standing, ...]
    next_opens_at: datetime | None
    asked: tuple[Noticed, ...] = ()
    offered: tuple[Offered, ...] = ()


def due(who: Who, now: datetime) -> Due:
    opened = {planned.follow_up.key: planned for planned in open_by(who, now)}
    ordered = due_now((planned.follow_up for planned in opened.values()), now)
    return Due(
        now=tuple(standing_of(opened[follow_up.key], now) for follow_up in ordered),
        next_opens_at=next_opening(who, now),
        asked=questions(who),
        offered=open_offers(who),
    )


def coming(who: Who, now: datetime, days: int = 14) -> tuple[Standing, ...]:
    """What opens within the next days, as it opens."""
    found = opening_between(who, now, now + timedelta(days=days))
    return tuple(standing_of(planned, now) for planned in found)
