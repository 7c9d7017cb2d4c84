"""Where every delivery stands, and what a person says of one that nobody else can settle."""

from datetime import datetime

from seguito.actions.send import Sent, dispatch
from seguito.actions.sending import Outside, write_down
from seguito.actions.went_out import plan_on
from seguito.core.nouns import Who
from seguito.core.outbox import CLAIMABLE, IN_FLIGHT, Answer, Delivery, answered, put_back
from seguito.records.database import atomic
from seguito.records.reads.deliveries import all_deliveries, delivery, in_state


def outbox(who: Who) -> tuple[Delivery, ...]:
    """Every delivery, the latest first."""
    return all_deliveries(who)


def answer(who: Who, wanted: str, said: Answer, now: datetime, outside: Outside) -> Sent:
    """Take the person's word. `AGAIN` hands it over at once: same bytes, and only because they said so."""
    with atomic():
        before = delivery(who, wanted)
        after = write_down(who, before, answered(before, said, now), now, outside)
    if said is Answer.AGAIN:
        return dispatch(who, after, now, outside)
    plan_on(who, [after], now)
    return Sent((after,))


def distrust(who: Who, now: datetime, outside: Outside) -> tuple[Delivery, ...]:
    """After a copy of the records was put back: what had not gone when it was made may have gone since."""
    with atomic():
        open_ones = [one for state in (*CLAIMABLE, *IN_FLIGHT) for one in in_state(who, state)]
        moves = [(one, put_back(one)) for one in open_ones]
        return tuple(write_down(who, one, move, now, outside) for one, move in moves if move)
