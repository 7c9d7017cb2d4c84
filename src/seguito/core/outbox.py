"""One approved note on its way: which state may follow which, and what to do when nobody knows.

The promise: at most one final dot without a person's word. A delivery that stands in `committing` has been marked,
durably, *before* the dot; everything before the mark is provably undelivered and may be tried again, everything after
it without a read answer is `unknown` and never goes out again by itself. RFC 5321 (3.8) would rather send twice: a
doubled thank-you is worse than one question to its author.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from seguito.core.nouns import PersonName
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem


class DeliveryState(StrEnum):
    """Where a delivery stands."""

    READY = "ready"
    CLAIMED = "claimed"
    COMMITTING = "committing"
    HANDED = "handed"
    FILED = "filed"
    REFUSED = "refused"
    RETRY = "retry"
    UNKNOWN = "unknown"
    CANCELLED = "cancelled"
    DRAFTED = "drafted"  # it lies in the mailbox's Drafts: its author sends it from there


class Answer(StrEnum):
    """What a person says about a delivery."""

    ARRIVED = "arrived"
    AGAIN = "again"
    CANCEL = "cancel"


_S = DeliveryState

# The database refuses every other change.
LEGAL: frozenset[tuple[DeliveryState, DeliveryState]] = frozenset(
    {
        (_S.READY, _S.CLAIMED),
        (_S.RETRY, _S.CLAIMED),
        (_S.CLAIMED, _S.COMMITTING),  # the mark
        (_S.CLAIMED, _S.REFUSED),  # an answer read before the mark
        (_S.CLAIMED, _S.RETRY),  # anything else before the mark: nothing was accepted
        (_S.COMMITTING, _S.HANDED),  # the answer to the dot, read
        (_S.COMMITTING, _S.REFUSED),
        (_S.COMMITTING, _S.RETRY),  # a read 4xx, or the dot was provably never sent
        (_S.COMMITTING, _S.UNKNOWN),  # no answer read
        (_S.UNKNOWN, _S.HANDED),  # a copy found, a late answer read, or a person's word
        (_S.UNKNOWN, _S.REFUSED),  # a late answer read
        (_S.UNKNOWN, _S.RETRY),
        (_S.UNKNOWN, _S.READY),  # a person says: send it again
        (_S.REFUSED, _S.READY),
        (_S.CANCELLED, _S.READY),
        (_S.HANDED, _S.FILED),
        (_S.READY, _S.CANCELLED),  # a person, up to the mark
        (_S.RETRY, _S.CANCELLED),
        (_S.CLAIMED, _S.CANCELLED),
        (_S.READY, _S.UNKNOWN),  # a copy of the records was put back: it may have gone since
        (_S.RETRY, _S.UNKNOWN),
        (_S.CLAIMED, _S.UNKNOWN),
        (_S.COMMITTING, _S.DRAFTED),  # the mailbox took it
        (_S.UNKNOWN, _S.DRAFTED),  # found there after an answer was lost, or put back by its author
        (_S.DRAFTED, _S.HANDED),  # seen in Sent, or a person's word
        (_S.DRAFTED, _S.UNKNOWN),  # it is not there any more
        (_S.DRAFTED, _S.CANCELLED),  # taken out of Drafts
        (_S.UNKNOWN, _S.CANCELLED),  # a person's word on a draft, and on nothing else
    }
)

CLAIMABLE = frozenset({_S.READY, _S.RETRY})
IN_FLIGHT = frozenset({_S.CLAIMED, _S.COMMITTING})
PERHAPS_SENT = frozenset({_S.COMMITTING, _S.HANDED, _S.FILED, _S.UNKNOWN, _S.DRAFTED})

RETRY_AFTER = (
    timedelta(seconds=30),
    timedelta(minutes=2),
    timedelta(minutes=10),
    timedelta(minutes=30),
    timedelta(hours=2),
)
GIVE_UP_AFTER = timedelta(days=3)
LEAST_ATTEMPTS = len(RETRY_AFTER)  # a machine that slept three days tries a few times more before it gives up
MOST_ATTEMPTS = 40
LEASE_TO_THE_MARK = timedelta(minutes=5)
LEASE_AFTER_THE_MARK = timedelta(minutes=11)  # RFC 5321, 4.5.3.2.6: a client waits ten for the answer to its dot
AGAIN_AFTER = timedelta(minutes=15)  # by then a server has dropped a line on which no dot came (4.5.3.2.7: five)
BURST = 10  # a panel and then some: nobody waits to thank the people of one interview
BURST_WITHIN = timedelta(hours=1)


class AskedAgainTooSoon(Problem):
    id = "again-too-soon"
    exit_code = 1
    happened = N_("The note to {person} may still be on its way: its server has until {since} to drop the line.")
    safe = N_("Nothing was sent again, so nobody gets it twice.")
    next_step = N_("Ask again after that with `seguito outbox {delivery} --again`, or say that it came: --arrived.")
    on_page = N_("Ask again after that, or say that it came.")


class NotAnswerable(Problem):
    id = "delivery-not-answerable"
    happened = N_("The note to {person} {stands}, so there is nothing to say “{answer}” to.")
    safe = N_("Nothing was changed.")
    next_step = N_("`seguito outbox` shows where each note stands.")
    on_page = N_("The outbox shows where each note stands.")


@dataclass(frozen=True, slots=True)
class Delivery:
    """One approved note on its way. `fence` counts the claims: who holds an older number has been overtaken.

    `marked_at`: when the last dot was about to be sent. `eml`: a file for the person's own mail program, or empty.
    `by_draft`: it is not handed over, but laid into Drafts.
    """

    id: str
    note: str
    to: PersonName
    state: DeliveryState
    message_id: str = ""
    attempts: int = 0
    fence: int = 0
    why: Reason | None = None
    eml: str = ""
    by_draft: bool = False
    first_claimed_at: datetime | None = None
    not_before: datetime | None = None
    lease_until: datetime | None = None
    marked_at: datetime | None = None
    handed_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class HandedOver:
    """The server took it: its answer to the dot was read."""

    reply: str


@dataclass(frozen=True, slots=True)
class LaidInDrafts:
    """The mailbox has it in Drafts."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The server said no for good, before or after the dot, and its answer was read."""

    why: Reason


@dataclass(frozen=True, slots=True)
class RetryLater:
    """Provably nothing was accepted; another time may do."""

    why: Reason


@dataclass(frozen=True, slots=True)
class LoginRefused:
    """The account may not send: its password, most often. The note waits, and so does every other of the account."""

    why: Reason


@dataclass(frozen=True, slots=True)
class Unanswered:
    """The dot may have gone out and no answer was read: nobody knows."""

    why: Reason


@dataclass(frozen=True, slots=True)
class Fenced:
    """Another worker owns the delivery, or its author has cancelled it. No dot was sent."""


Outcome = HandedOver | Refused | RetryLater | LoginRefused | Unanswered | Fenced


@dataclass(frozen=True, slots=True)
class Move:
    """A change of state that was decided. `not_before`: when it may be claimed next."""

    to: DeliveryState
    why: Reason | None = None
    not_before: datetime | None = None


def may_claim(delivery: Delivery, now: datetime) -> bool:
    """Whether a sender may take it now."""
    return delivery.state in CLAIMABLE and (delivery.not_before is None or delivery.not_before <= now)


def settled(delivery: Delivery, outcome: Outcome | LaidInDrafts, now: datetime) -> Move | None:
    """What an outcome makes of a delivery; None where another has the say."""
    match outcome:
        case HandedOver():
            return Move(_S.HANDED)
        case LaidInDrafts():
            return Move(_S.DRAFTED)
        case Refused(why):
            return Move(_S.REFUSED, why)
        case LoginRefused(why):
            return Move(_S.RETRY, why, now)
        case RetryLater(why):
            return _again_or_never(delivery, why, now)
        case Unanswered(why):
            return Move(_S.UNKNOWN, why)
        case Fenced():
            return None


def recovered(delivery: Delivery, now: datetime) -> Move | None:
    """What becomes of a delivery whose sender is gone (its lease is over, or its process dead)."""
    if delivery.state is _S.CLAIMED:
        return Move(_S.RETRY, Reason("", N_("the program ended before the end of the message")), now)
    if delivery.state is _S.COMMITTING and delivery.by_draft:
        return Move(_S.UNKNOWN, Reason("", N_("the program ended while it was being laid into Drafts")))
    if delivery.state is _S.COMMITTING:
        return Move(_S.UNKNOWN, Reason("", N_("the program ended while the end of the message was being sent")))
    return None


def lease_is_over(delivery: Delivery, now: datetime) -> bool:
    """Whether its sender has had its time. `now` is the real clock's: a lease is between programs."""
    return delivery.state in IN_FLIGHT and (delivery.lease_until is None or delivery.lease_until <= now)


def put_back(delivery: Delivery) -> Move | None:
    """What becomes of a delivery in a copy of the records that was put back: it may have gone out since."""
    if delivery.state not in CLAIMABLE | IN_FLIGHT:
        return None
    return Move(_S.UNKNOWN, Reason("", N_("these records are a copy that was put back; it may have gone out since")))


def words_changed(delivery: Delivery) -> Move | None:
    """What becomes of a delivery when its author has changed the words since saying yes."""
    if delivery.state not in CLAIMABLE:
        return None
    return Move(_S.CANCELLED, Reason("", N_("the words were changed since you said yes to them")))


def found(delivery: Delivery) -> Move | None:
    """What a copy in the mailbox proves. A miss proves nothing: a server may have changed the Message-ID."""
    return _went(delivery, N_("a copy lies in the mailbox, so it went out"))


def replied_to(delivery: Delivery) -> Move | None:
    """What an answer to this very mail proves."""
    return _went(delivery, N_("an answer to it has come, so it went out"))


def _went(delivery: Delivery, because: str) -> Move | None:
    asked = delivery.state in {_S.UNKNOWN, _S.DRAFTED}
    return Move(_S.HANDED, Reason("", because)) if asked else None


def so_already(delivery: Delivery, answer: Answer) -> bool:
    """Whether a person's word was heard before, or found out without them."""
    match answer:
        case Answer.ARRIVED:
            return delivery.state in {_S.HANDED, _S.FILED}
        case Answer.CANCEL:
            return delivery.state is _S.CANCELLED
        case Answer.AGAIN:
            return False


def fits(delivery: Delivery, answer: Answer) -> bool:
    """Whether a person may say this of it."""
    state = delivery.state
    match answer:
        case Answer.ARRIVED:
            return state in {_S.UNKNOWN, _S.DRAFTED}
        case Answer.AGAIN:
            return state is _S.RETRY or (state, _S.READY) in LEGAL
        case Answer.CANCEL:
            return (state, _S.CANCELLED) in LEGAL and (state is not _S.UNKNOWN or delivery.by_draft)


def answered(delivery: Delivery, answer: Answer, now: datetime) -> Move:
    """What a person's word makes of a delivery. Raises a `Problem` where there is nothing to say it to."""
    if not fits(delivery, answer):
        stands = Reason("", _STANDS[delivery.state])
        raise NotAnswerable(person=delivery.to.called, stands=stands, answer=answer.value)
    match answer:
        case Answer.ARRIVED:
            return Move(_S.HANDED)
        case Answer.CANCEL:
            return Move(_S.CANCELLED)
        case Answer.AGAIN if delivery.state is _S.RETRY:
            return Move(_S.RETRY, delivery.why, now)
    since = again_from(delivery)
    if since is not None and now < since:
        raise AskedAgainTooSoon(person=delivery.to.name or delivery.to.email, since=since, delivery=delivery.id)
    return Move(_S.READY, None, now)


_STANDS = {
    _S.READY: N_("waits to be sent"),
    _S.CLAIMED: N_("is on its way to the server just now"),
    _S.COMMITTING: N_("is being handed to the server just now"),
    _S.HANDED: N_("has been sent"),
    _S.FILED: N_("has been sent"),
    _S.REFUSED: N_("was refused"),
    _S.RETRY: N_("is to be tried again"),
    _S.UNKNOWN: N_("may have gone out or not"),
    _S.CANCELLED: N_("was called back"),
    _S.DRAFTED: N_("lies in your Drafts"),
}


def again_from(delivery: Delivery) -> datetime | None:
    """From when “send again” is offered; None: at once. What one's own program sends has no server to wait for."""
    if delivery.state is not _S.UNKNOWN or delivery.eml or delivery.by_draft or delivery.marked_at is None:
        return None
    return delivery.marked_at + AGAIN_AFTER


def next_turn(handed: tuple[datetime, ...], pace: timedelta) -> datetime | None:
    """When the account may send its next mail, from when it sent the last ones; None: at once.

    Providers count by the hour: the first `BURST` within one go at once, then one in every `pace`.
    """
    if not handed or not pace:
        return None
    latest = max(handed)
    if sum(at > latest - BURST_WITHIN for at in handed) < BURST:
        return None
    return latest + pace


def is_legal(before: DeliveryState, after: DeliveryState) -> bool:
    """Whether a delivery may go from one state to the other; where it stands it may always stay."""
    return before is after or (before, after) in LEGAL


def moved(delivery: Delivery, move: Move) -> Delivery:
    """The delivery after a legal move. Raises ValueError for any other: a defect, not a case."""
    if not is_legal(delivery.state, move.to):
        raise ValueError(f"{delivery.state} cannot become {move.to}")
    return replace(delivery, state=move.to, why=move.why, not_before=move.not_before, lease_until=None)


def _again_or_never(delivery: Delivery, why: Reason, now: datetime) -> Move:
    began = delivery.first_claimed_at or now
    tried_long = now - began >= GIVE_UP_AFTER and delivery.attempts >= LEAST_ATTEMPTS
    if tried_long or delivery.attempts >= MOST_ATTEMPTS:
        given_up = N_("given up after {attempts} attempts; at the last one {why}")
        return Move(_S.REFUSED, Reason("", given_up, {"attempts": delivery.attempts, "why": why}))
    step = min(max(delivery.attempts, 1), len(RETRY_AFTER)) - 1
    return Move(_S.RETRY, why, now + RETRY_AFTER[step])
