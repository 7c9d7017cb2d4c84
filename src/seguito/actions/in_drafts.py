"""A note in the mailbox's Drafts, for who would rather press send in their own program.

It is laid there once, and never sent from here while it may lie there. That it went, or is gone, is seen later.
"""

from datetime import datetime

from seguito.actions.sending import Outside, frozen_for, login_of, write_down
from seguito.channels.email.account import AnyLogin, imap_server
from seguito.channels.email.addresses import mailbox as address_of
from seguito.channels.email.drafts import Likeness, Marks
from seguito.channels.email.imap import MailboxOutOfReach, NotKept, OpenMailbox, mailbox
from seguito.core.in_drafts import Lies, looked_for
from seguito.core.nouns import Who
from seguito.core.outbox import (
    LEASE_AFTER_THE_MARK,
    LEASE_TO_THE_MARK,
    Answer,
    Delivery,
    DeliveryState,
    Fenced,
    HandedOver,
    LaidInDrafts,
    LoginRefused,
    Outcome,
    RetryLater,
    Unanswered,
    answered,
    settled,
)
from seguito.errors import N_, Problem
from seguito.records.reads.accounts import Account, account
from seguito.records.reads.deliveries import delivery, waiting
from seguito.records.writes.accounts import pause
from seguito.records.writes.deliveries import Claim, claim, mark


class NoDrafts(Problem):
    id = "no-drafts"
    happened = N_("The note to {person} cannot be laid into Drafts: no mailbox with a log-in is set up here.")
    safe = N_("Nothing was sent; the note is kept as you approved it.")
    next_step = N_("Say where the mailbox is: `seguito account set --imap imaps://host:993`.")


class DraftChanged(Problem):
    id = "draft-changed"
    exit_code = 1
    happened = N_("The draft to {person} was changed in your own program, or the mailbox takes no single mail out.")
    safe = N_("It lies where it lay, and nothing was sent.")
    next_step = N_("Delete it in your own program; then say so: `seguito outbox {delivery} --cancel`.")


class DraftOutOfReach(Problem):
    id = "draft-out-of-reach"
    exit_code = 3
    happened = N_("The draft to {person} could not be taken out of the mailbox: {why}.")
    safe = N_("It lies where it lay, and nothing was sent.")
    next_step = N_("Try again later, or delete it in your own program and say so then.")


def lay_draft(who: Who, one: Delivery, now: datetime, outside: Outside) -> Delivery:
    """Lay it into Drafts, unless it lies there or has gone. It passes the same mark as a mail that a server takes: an
    answer that is lost after it is looked for, and nothing is laid there again by itself. Raises `NoDrafts`.
    """
    sender, login = _owner(who, one, outside)
    kept, clock = waiting(who, one.id), outside.clock()
    frozen = frozen_for(kept, one.id, sender.sender, now)
    taken = claim(who, one, kept, sender.id, frozen, now, clock, clock + LEASE_TO_THE_MARK)
    if taken is None:
        return delivery(who, one.id)
    stands = [taken.delivery]
    try:
        with mailbox(imap_server(sender.imap_url), login) as box:
            outcome = _lay(who, box, taken, stands, now, outside)
    except MailboxOutOfReach as trouble:
        if not trouble.let_in:
            pause(who, sender.id, trouble.why)
        outcome = _broken(stands[-1], trouble)
    move = settled(stands[-1], outcome, now)
    return write_down(who, stands[-1], move, now, kept.written) if move else delivery(who, one.id)


def look_after(who: Who, box: OpenMailbox, one: Delivery, now: datetime, outside: Outside) -> None:
    """What has become of a note that lay, or may lie, in Drafts. Where it has just gone, Sent may need a moment."""
    move = looked_for(one, _lies(who, box, one, outside))
    if move is not None:
        write_down(who, one, move, now)


def take_back(who: Who, one: Delivery, now: datetime, outside: Outside) -> Delivery:
    """Take the draft out of the mailbox, and call the note back; one that has gone meanwhile is known to have gone.

    Raises `DraftChanged`, `DraftOutOfReach`.
    """
    sender, login = _owner(who, one, outside)
    marks = Marks(one.message_id, one.id)
    try:
        with mailbox(imap_server(sender.imap_url), login) as box:
            taken_out = box.find(marks) is None and box.drafts.take_out(marks)
            went = taken_out and box.find(marks) is not None
            lies = (Lies.SENT if went else Lies.NOWHERE) if taken_out else _lies(who, box, one, outside)
    except MailboxOutOfReach as trouble:
        raise DraftOutOfReach(person=one.to.called, why=trouble.why) from trouble
    if lies is Lies.DRAFT:
        raise DraftChanged(person=one.to.called, delivery=one.id)
    nobody_knows = not taken_out and one.state is DeliveryState.DRAFTED
    asked_of_the_mailbox = nobody_knows or lies is Lies.SENT
    move = looked_for(one, lies) if asked_of_the_mailbox else answered(one, Answer.CANCEL, now)
    return write_down(who, one, move, now) if move else one


def _lay(
    who: Who, box: OpenMailbox, taken: Claim, stands: list[Delivery], now: datetime, outside: Outside
) -> Outcome | LaidInDrafts:
    marks, drafts = Marks(taken.delivery.message_id, taken.delivery.id), box.drafts
    went, lies = box.find(marks) is not None, drafts.holds(marks)
    marked = mark(who, taken.delivery, now, outside.clock() + LEASE_AFTER_THE_MARK)
    if marked is None:
        return Fenced()
    stands.append(marked)
    try:
        if not (went or lies):
            drafts.lay(taken.message, now)
    except NotKept as no:
        return RetryLater(no.why)
    return HandedOver("") if went else LaidInDrafts()


def _broken(stands: Delivery, trouble: MailboxOutOfReach) -> Outcome:
    """Before the mark nothing was laid there; after it nobody knows."""
    if stands.state is DeliveryState.COMMITTING:
        return Unanswered(trouble.why)
    return RetryLater(trouble.why) if trouble.let_in else LoginRefused(trouble.why)


def _lies(who: Who, box: OpenMailbox, one: Delivery, outside: Outside) -> Lies:
    marks, drafts = Marks(one.message_id, one.id), box.drafts
    if box.find(marks) is not None:
        return Lies.SENT
    kept = waiting(who, one.id)
    likeness = Likeness(address_of(kept.recipients[0]).address, kept.subject, one.marked_at or outside.clock())
    if drafts.holds(marks) or drafts.holds_like(likeness):
        return Lies.DRAFT
    if box.find_in_time(marks, outside.copy_after) is not None:
        return Lies.SENT
    return Lies.LIKE_IT_SENT if box.holds_like(likeness) else Lies.NOWHERE


def _owner(who: Who, one: Delivery, outside: Outside) -> tuple[Account, AnyLogin]:
    """Whose mailbox it is. Raises `NoDrafts`."""
    sender = account(who)
    login = login_of(sender, outside) if sender and sender.imap_url else None
    if sender is None or login is None:
        raise NoDrafts(person=one.to.called)
    return sender, login
