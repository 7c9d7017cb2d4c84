"""One delivery from its claim to what came of it: intent recorded, server reached, outcome recorded.

No transaction is open while a server is spoken to. What stands in the records after a crash at any point is enough to
go on: before the mark it is tried again, after it somebody is asked.
"""

from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path

from seguito.actions.outside import Outside as Outside  # noqa: PLC0414 (its callers find it here)
from seguito.actions.tokens import token_login
from seguito.actions.went_out import note_did_not_go, note_perhaps_went, note_went
from seguito.channels.email import secrets
from seguito.channels.email.account import AnyLogin, Login, smtp_server
from seguito.channels.email.addresses import mailbox
from seguito.channels.email.compose import compose, outgoing
from seguito.channels.email.smtp import Envelope, Line
from seguito.core.nouns import Who
from seguito.core.outbox import (
    LEASE_AFTER_THE_MARK,
    LEASE_TO_THE_MARK,
    Delivery,
    DeliveryState,
    HandedOver,
    LoginRefused,
    Move,
    lease_is_over,
    recovered,
    settled,
    words_changed,
)
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem
from seguito.records.alone import only_one
from seguito.records.database import atomic
from seguito.records.reads.accounts import Account
from seguito.records.reads.deliveries import (
    Waiting,
    Written,
    delivery,
    in_flight,
    waiting,
    what_it_is_for,
    without_yes,
)
from seguito.records.writes.accounts import pause
from seguito.records.writes.deliveries import Claim, Frozen, claim, mark, settle


class PasswordMissing(Problem):
    id = "password-missing"
    exit_code = 3
    happened = N_("The password of {user} is kept neither in the system's keyring nor in the data folder.")
    safe = N_("Nothing was sent; the note waits.")
    next_step = N_("Give it again: `seguito account set --user {user} --password-stdin`.")
    on_page = N_("Give it again in the settings, under Mail.")


class HandedButNotWritten(Problem):
    id = "handed-not-written"
    exit_code = 1
    happened = N_("The server took the note to {person}, but that could not be written down: {why}")
    safe = N_("It does not go out again by itself.")
    next_step = N_("Once that is mended, say so: `seguito outbox {delivery} --arrived`.")
    on_page = N_("Once that is mended, say in the outbox that it came.")


def alone(who: Who, home: Path, account: Account | None) -> AbstractContextManager[bool]:
    """Whether no other program sends for the account, or writes files where there is none."""
    return only_one(home, f"sending-{account.id if account else f'by-hand-{who.workspace}'}")


def login_of(account: Account, outside: Outside) -> AnyLogin | None:
    """Who logs in; None for a server that asks nobody to. Raises `PasswordMissing`."""
    if not account.user:
        return None
    if account.sign_in is not None:
        return token_login(account, account.sign_in, outside)
    password = secrets.read(outside.home, account.id)
    if password is None:
        raise PasswordMissing(user=account.user)
    return Login(account.user, password)


def line_of(account: Account, outside: Outside) -> Line:
    """The line to the account's server; it is opened when the first message goes."""
    return Line(smtp_server(account.smtp_url), login_of(account, outside), outside.patience)


def hand_over(who: Who, wanted: Delivery, account: Account, line: Line, now: datetime, outside: Outside) -> Delivery:
    """Claim it, hand it over, write down what came of it. A delivery that somebody else has is left to them."""
    kept = waiting(who, wanted.id)
    began = outside.clock()
    frozen = frozen_for(kept, wanted.id, account.sender, now)
    taken = claim(who, wanted, kept, account.id, frozen, now, began, began + LEASE_TO_THE_MARK)
    if taken is None:
        return delivery(who, wanted.id)
    stands = [taken.delivery]

    def marked() -> bool:
        after = mark(who, taken.delivery, now, outside.clock() + LEASE_AFTER_THE_MARK)
        stands.extend([after] if after else [])
        return after is not None

    outcome = line.hand_over(taken.message, _envelope(taken), marked)
    if isinstance(outcome, LoginRefused):
        pause(who, account.id, outcome.why)
    move = settled(stands[-1], outcome, now)
    if move is None:
        return delivery(who, wanted.id)
    try:
        return write_down(who, stands[-1], move, now, kept.written)
    except Problem as problem:
        if isinstance(outcome, HandedOver):
            person = wanted.to.called
            why = Reason("", problem.happened, problem.values)
            raise HandedButNotWritten(person=person, why=why, delivery=wanted.id) from problem
        raise


def frozen_for(kept: Waiting, delivery_id: str, sender: str, now: datetime) -> Frozen:
    """The bytes, as they are or, at the first claim, as they will be: with this sender, at this date."""
    if kept.message is not None:
        return Frozen(kept.message, kept.sender)
    words = outgoing(
        sender, kept.recipients, kept.subject, kept.text, kept.message_id, kept.in_reply_to, kept.references
    )
    return Frozen(compose(words, delivery_id, now), sender)


def write_down(who: Who, one: Delivery, move: Move, now: datetime, written: Written | None = None) -> Delivery:
    """Settle a delivery, and with it what its note and its follow-up stand at.

    An answer that a slow sender has read counts even when others have given it up as unknown meanwhile.
    """
    with atomic():
        after = settle(who, one, move, now)
        if after is None:
            stands = delivery(who, one.id)
            given_up = stands.state is DeliveryState.UNKNOWN and stands.fence == one.fence
            after = settle(who, stands, move, now) if given_up else None
            if after is None:
                return stands
            one = stands
        written = written or what_it_is_for(who, one.note)
        if after.state is DeliveryState.HANDED:
            note_went(who, one.note, written, now)
        elif after.state is DeliveryState.UNKNOWN:
            note_perhaps_went(who, written, now)
        elif one.state is DeliveryState.UNKNOWN:
            note_did_not_go(who, written)
        return after


def recover(who: Who, now: datetime, outside: Outside, *, alone: bool) -> tuple[Delivery, ...]:
    """Take up what dead senders left, and lay aside what lost its yes.

    `alone`: no other program on this machine sends, so none of those senders lives.
    """
    left = [one for one in in_flight(who) if alone or lease_is_over(one, outside.clock())]
    moves = [(one, recovered(one, now)) for one in left]
    moves += [(one, words_changed(one)) for one in without_yes(who)]
    return tuple(write_down(who, one, move, now) for one, move in moves if move)


def _envelope(taken: Claim) -> Envelope:
    return Envelope(
        sender=mailbox(taken.sender).address,
        recipients=tuple(mailbox(one).address for one in taken.recipients),
        delivery=taken.delivery.id,
    )
