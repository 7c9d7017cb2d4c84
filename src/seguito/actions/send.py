"""Sending an approved note: its delivery is made once, claimed, handed over, and its copy filed."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from seguito.actions.by_hand import write_eml
from seguito.actions.filing import file_copies
from seguito.actions.in_drafts import lay_draft
from seguito.actions.sending import Outside, alone, hand_over, line_of, recover, write_down
from seguito.actions.went_out import plan_on
from seguito.channels import about
from seguito.core.nouns import Note, Who
from seguito.core.outbox import (
    BURST_WITHIN,
    CLAIMABLE,
    IN_FLIGHT,
    PERHAPS_SENT,
    Answer,
    Delivery,
    DeliveryState,
    answered,
    next_turn,
)
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.accounts import Account, account
from seguito.records.reads.deliveries import deliveries_of, delivery, handed_since, in_flight
from seguito.records.reads.letters import has_come_back
from seguito.records.reads.notes import approval, note
from seguito.records.writes.deliveries import choose_way, make_delivery

_ANOTHER_PROGRAM = 60.0  # seconds to wait for another program that is sending
_LOOK_AGAIN = 0.2


class NotApproved(Problem):
    id = "note-not-approved"
    happened = N_("The note to {person} has no yes of yours yet.")
    safe = N_("Nothing was sent.")
    next_step = N_("Read it, then say yes: `seguito approve {note}`.")
    on_page = N_("Read it, then approve it.")


class CarriedByHand(Problem):
    id = "carried-by-hand"
    happened = N_("The note to {person} is a card: no server brings it.")
    safe = N_("Nothing was sent.")
    next_step = N_("Print it with `seguito card {note} -o FILE.pdf`, copy it, and post it.")
    on_page = N_("Print it, copy it, and post it: under the note, “On paper”.")


class PerhapsSentBefore(Problem):
    id = "perhaps-sent-before"
    exit_code = 1
    happened = N_("An earlier version of the note to {person} went out, or perhaps did.")
    safe = N_("Nothing was sent, so nobody gets it twice.")
    next_step = N_("`seguito outbox` tells what is known of it; answer there with --arrived or --again.")
    on_page = N_("The outbox tells what is known of it; answer there.")


class LiesInDrafts(Problem):
    id = "lies-in-drafts"
    exit_code = 1
    happened = N_("The note to {person} lies in your Drafts, from where you may send it at any time.")
    safe = N_("Nothing was sent from here, so nobody gets it twice.")
    next_step = N_("Send it from there; or take it back with `seguito outbox {delivery} --cancel`, and send it then.")


@dataclass(frozen=True, slots=True)
class Sent:
    """`trouble`: why no copy could be filed yet, which does not concern the notes. `paused`: why nothing goes out."""

    deliveries: tuple[Delivery, ...]
    trouble: Reason | None = None
    paused: Reason | None = None


def send(who: Who, wanted: str, now: datetime, outside: Outside) -> Sent:
    """Hand the note over. Asking twice gives the same delivery; what has gone, or perhaps has, does not go again.

    Without an account a file for the person's own mail program is written instead. Raises `NotApproved`,
    `CarriedByHand`, `PerhapsSentBefore`, `LiesInDrafts`, and what stands in the way of sending at all.
    """
    sent = dispatch(who, _the_delivery(who, _mailed(who, wanted), False, now), now, outside)
    [one] = sent.deliveries
    if one.state is DeliveryState.DRAFTED:  # still: that it has gone from there would have been seen
        raise LiesInDrafts(person=one.to.called, delivery=one.id)
    return sent


def lay_in_drafts(who: Who, wanted: str, now: datetime, outside: Outside) -> Sent:
    """Lay the note into the mailbox's Drafts: its author presses send there. Asking twice lays it there once.

    Raises as `send`, and `NoDrafts`.
    """
    return dispatch(who, _the_delivery(who, _mailed(who, wanted), True, now), now, outside)


def dispatch(who: Who, one: Delivery, now: datetime, outside: Outside) -> Sent:
    """Bring a delivery as far as it goes now."""
    sender, trouble = account(who), None
    with alone(who, outside.home, sender) as only_one:
        recover(who, now, outside, alone=only_one)
        one = delivery(who, one.id)
        if one.by_draft and one.state in CLAIMABLE:
            one = lay_draft(who, one, now, outside)
        elif sender is None and one.state in CLAIMABLE:
            one = write_eml(who, one, now, outside)
        elif sender is not None and one.state in CLAIMABLE:
            one = _hand_over_in_turn(who, one, sender, now, outside)
        if one.state in PERHAPS_SENT:
            trouble = file_copies(who, now, outside)
    plan_on(who, [one], now)
    return Sent((delivery(who, one.id),), trouble)


def _mailed(who: Who, wanted: str) -> Note:
    """The note, if it is one that goes by mail."""
    written = note(who, wanted)
    if about(written.channel).by_hand:
        raise CarriedByHand(person=written.to.called, note=written.id)
    return written


def _the_delivery(who: Who, written: Note, by_draft: bool, now: datetime) -> Delivery:
    """The delivery of the note's standing yes, ready to go if the person's asking is what it waited for."""
    with atomic():
        yes = approval(who, written.id)
        if yes is None:
            raise NotApproved(person=written.to.called, note=written.id)
        one = make_delivery(who, yes, now)
        for other in deliveries_of(who, written.id):
            if other.id != one.id:
                _lay_aside(who, other, now)
        if one.state in (DeliveryState.RETRY, DeliveryState.REFUSED, DeliveryState.CANCELLED):
            one = write_down(who, one, answered(one, Answer.AGAIN, now), now)
        if one.by_draft is not by_draft and one.state in CLAIMABLE:
            one = choose_way(who, one, by_draft)
    return one


def _lay_aside(who: Who, other: Delivery, now: datetime) -> None:
    """A delivery of words that were changed since: it must not go any more, or must not go again."""
    if other.state is DeliveryState.DRAFTED:
        raise LiesInDrafts(person=other.to.called, delivery=other.id)
    if other.state in PERHAPS_SENT and not has_come_back(who, other.id):
        raise PerhapsSentBefore(person=other.to.called)
    if other.state in CLAIMABLE | IN_FLIGHT:
        write_down(who, other, answered(other, Answer.CANCEL, now), now)


def _hand_over_in_turn(who: Who, one: Delivery, sender: Account, now: datetime, outside: Outside) -> Delivery:
    """Wait for the account's turn, then hand over; another program that is sending is waited for."""
    outside.wait(seconds_to_turn(who, sender, outside))
    waited, before = 0.0, one.attempts
    with line_of(sender, outside) as line:
        while True:
            one = hand_over(who, one, sender, line, now, outside)
            left_to_others = one.state in CLAIMABLE and one.attempts == before and _somebody_sends(who, outside)
            if not left_to_others or waited >= _ANOTHER_PROGRAM:
                return one
            outside.wait(_LOOK_AGAIN)
            waited += _LOOK_AGAIN
            one = delivery(who, one.id)


def seconds_to_turn(who: Who, sender: Account, outside: Outside) -> float:
    """How long until the account may send its next mail (its pace), by the real clock."""
    clock = outside.clock()
    latest = handed_since(who, sender.id, clock - BURST_WITHIN)
    turn = next_turn(latest, timedelta(seconds=sender.pace_seconds))
    return max(0.0, (turn - clock).total_seconds()) if turn else 0.0


def _somebody_sends(who: Who, outside: Outside) -> bool:
    return any(one.lease_until and one.lease_until > outside.clock() for one in in_flight(who))
