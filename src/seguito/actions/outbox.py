"""Where every delivery stands, and what a person says of one that nobody else can settle."""

from datetime import datetime
from pathlib import Path

from seguito.actions.in_drafts import take_back
from seguito.actions.send import Sent, dispatch
from seguito.actions.sending import Outside, write_down
from seguito.actions.went_out import plan_on
from seguito.core.in_drafts import may_lie_in_drafts
from seguito.core.nouns import Who
from seguito.core.outbox import (
    CLAIMABLE,
    IN_FLIGHT,
    Answer,
    Delivery,
    DeliveryState,
    answered,
    put_back,
    so_already,
)
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.deliveries import all_deliveries, delivery, in_state


def outbox(who: Who) -> tuple[Delivery, ...]:
    """Every delivery, the latest first."""
    return all_deliveries(who)


def asked(who: Who) -> tuple[Delivery, ...]:
    """Those that only their author can settle."""
    return in_state(who, DeliveryState.UNKNOWN)


def waiting(who: Who) -> tuple[Delivery, ...]:
    """Those that go by themselves when their time comes."""
    return in_state(who, DeliveryState.RETRY)


class FileGone(Problem):
    id = "eml-gone"
    happened = N_("The file of the note to {person} is no longer at {path}.")
    safe = N_("The note is kept as you approved it.")
    next_step = N_("If it was not sent, say so in the outbox and send it again: a new file is written.")


def file_for_own_program(who: Who, wanted: str) -> bytes:
    """What was written for the person's own mail program. Raises FileGone."""
    one = delivery(who, wanted)
    try:
        return Path(one.eml).read_bytes()
    except OSError as error:
        raise FileGone(person=one.to.called, path=one.eml) from error


def answer(who: Who, wanted: str, said: Answer, now: datetime, outside: Outside) -> Sent:
    """Take the person's word. `AGAIN` hands it over at once: same bytes, and only because they said so."""
    one = delivery(who, wanted)
    if said is Answer.CANCEL and may_lie_in_drafts(one):
        after = take_back(who, one, now, outside)
        plan_on(who, [after], now)
        return Sent((after,))
    with atomic():
        before = delivery(who, one.id)
        if so_already(before, said):
            return Sent((before,))
        after = write_down(who, before, answered(before, said, now), now)
    if said is Answer.AGAIN:
        return dispatch(who, after, now, outside)
    plan_on(who, [after], now)
    return Sent((after,))


def distrust(who: Who, now: datetime) -> tuple[Delivery, ...]:
    """After a copy of the records was put back: what had not gone when it was made may have gone since."""
    with atomic():
        open_ones = [one for state in (*CLAIMABLE, *IN_FLIGHT) for one in in_state(who, state)]
        moves = [(one, put_back(one)) for one in open_ones]
        return tuple(write_down(who, one, move, now) for one, move in moves if move)
