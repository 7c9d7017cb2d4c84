"""One delivery from its claim to what came of it: intent recorded, server reached, outcome recorded.

No transaction is open while a server is spoken to. What stands in the records after a crash at any point is enough to
go on: before the mark it is tried again, after it somebody is asked.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from seguito.actions.went_out import note_did_not_go, note_perhaps_went, note_went
from seguito.channels.email import secrets
from seguito.channels.email.account import Login, smtp_server
from seguito.channels.email.addresses import mailbox
from seguito.channels.email.compose import compose, outgoing
from seguito.channels.email.smtp import USUAL_PATIENCE, Envelope, Line, Patience
from seguito.core.nouns import Who
from seguito.core.outbox import (
    LEASE_AFTER_THE_MARK,
    LEASE_TO_THE_MARK,
    PERHAPS_SENT,
    Delivery,
    DeliveryState,
    HandedOver,
    LoginRefused,
    Move,
    lease_is_over,
    recovered,
    settled,
)
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.accounts import Account
from seguito.records.reads.deliveries import Waiting, delivery, in_flight, waiting
from seguito.records.writes.accounts import pause
from seguito.records.writes.deliveries import Claim, Frozen, claim, mark, settle


class PasswordMissing(Problem):
    id = "password-missing"
    exit_code = 3
    happened = N_("The password of {user} is kept neither in the system's keyring nor in the data folder.")
    safe = N_("Nothing was sent; the note waits.")
    next_step = N_("Give it again: `seguito account set --user {user} --password-stdin`.")


class HandedButNotWritten(Problem):
    id = "handed-not-written"
    exit_code = 1
    happened = N_("The server took the note to {person}, but that could not be written down: {why}")
    safe = N_("It does not go out again by itself.")
    next_step = N_("Once that is mended, say so: `seguito outbox {delivery} --arrived`.")


def _real_clock() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Outside:
    """What sending needs besides the records. `clock` is the real one: leases and pace are between programs.

    `copy_after`: how long a server that may file its own copy is given, in seconds, before we file one.
    """

    home: Path
    clock: Callable[[], datetime] = _real_clock
    wait: Callable[[float], None] = time.sleep
    patience: Patience = field(default=USUAL_PATIENCE)
    copy_after: float = 5.0


def login_of(account: Account, outside: Outside) -> Login | None:
    """Who logs in; None for a server that asks nobody to. Raises `PasswordMissing`."""
    if not account.user:
        return None
    password = secrets.read(outside.home, account.id)
    if password is None:
        raise PasswordMissing(user=account.user)
    return Login(account.user, password)


def line_of(account: Account, outside: Outside) -> Line:
    """The line to the account's server; it is opened when the first message goes."""
    return Line(smtp_server(account.smtp_url), login_of(account, outside), outside.patience)


def hand_over(who: Who, wanted: Delivery, account: Account, line: Line, now: datetime, outside: Outside) -> Delivery:
    """Claim it, hand it over, write down what came of it. A delivery that somebody else has is left to them."""
    began = outside.clock()
    frozen = frozen_for(waiting(who, wanted.id), account.sender, now)
    taken = claim(who, wanted, account.id, frozen, now, began, began + LEASE_TO_THE_MARK)
    if taken is None:
        return delivery(who, wanted.id)
    envelope = Envelope(
        sender=mailbox(taken.sender).address,
        recipients=tuple(mailbox(one).address for one in taken.recipients),
        delivery=taken.delivery.id,
    )
    outcome = line.hand_over(taken.message, envelope, lambda: _mark(who, taken, now, outside))
    if isinstance(outcome, LoginRefused):
        pause(who, account.id, outcome.why)
    move = settled(taken.delivery, outcome, now)
    if move is None:
        return delivery(who, wanted.id)
    try:
        return write_down(who, taken.delivery, move, now, outside)
    except Problem as problem:
        if isinstance(outcome, HandedOver):
            person = taken.delivery.to.name or taken.delivery.to.email
            why = Reason("", problem.happened, problem.values)
            raise HandedButNotWritten(person=person, why=why, delivery=wanted.id) from problem
        raise


def frozen_for(wanted: Waiting, sender: str, now: datetime) -> Frozen:
    """The bytes, as they are or, at the first claim, as they will be: with this sender, at this date."""
    if wanted.message is not None:
        return Frozen(wanted.message, wanted.sender)
    approved = wanted.approved
    words = outgoing(
        sender,
        approved.recipients,
        approved.subject,
        approved.text,
        approved.message_id,
        approved.in_reply_to,
        approved.references,
    )
    return Frozen(compose(words, wanted.delivery.id, now), sender)


def write_down(who: Who, before: Delivery, move: Move, now: datetime, outside: Outside) -> Delivery:
    """Settle a delivery, and with it what its note and its follow-up stand at."""
    with atomic():
        after = settle(who, before, move, now, outside.clock())
        if after is None:
            return delivery(who, before.id)
        if after.state is DeliveryState.HANDED:
            note_went(who, after, now)
        elif after.state in PERHAPS_SENT:
            note_perhaps_went(who, after, now)
        elif before.state in PERHAPS_SENT:
            note_did_not_go(who, after)
        return after


def recover(who: Who, now: datetime, outside: Outside, *, alone: bool) -> tuple[Delivery, ...]:
    """Take up what dead senders left. `alone`: no other program on this machine sends, so none of them lives."""
    left = [one for one in in_flight(who) if alone or lease_is_over(one, outside.clock())]
    moves = [(one, recovered(one, now)) for one in left]
    return tuple(write_down(who, one, move, now, outside) for one, move in moves if move)


def _mark(who: Who, taken: Claim, now: datetime, outside: Outside) -> bool:
    at = outside.clock()
    return mark(who, taken, now, at, at + LEASE_AFTER_THE_MARK)
