"""The copy in Sent: looked for first, filed once, and a question settled when the mailbox knows the answer."""

from datetime import datetime, timedelta

from seguito.actions.in_drafts import look_after
from seguito.actions.sending import Outside, login_of, write_down
from seguito.channels.email.account import imap_server
from seguito.channels.email.drafts import Marks
from seguito.channels.email.imap import Copy, MailboxOutOfReach, NotKept, OpenMailbox, mailbox
from seguito.core.in_drafts import may_lie_in_drafts
from seguito.core.nouns import Who
from seguito.core.outbox import Delivery, DeliveryState, Move, found
from seguito.core.reasons import Reason
from seguito.records.reads.accounts import Account, account
from seguito.records.reads.deliveries import OwnCopy, in_state, may_be_ours, own_copies, waiting
from seguito.records.writes.accounts import learn_filing
from seguito.records.writes.deliveries import forget_copy, intend_copy, keep_copy

_LOOKS_FOR = timedelta(days=7)  # after that nobody misses the copy
_GIVEN_UP = timedelta(minutes=10)  # a program that was filing a copy then is not filing it any more
_LATE_COPY = timedelta(seconds=60)  # by then a server that files its own has done it


def file_copies(who: Who, now: datetime, outside: Outside) -> Reason | None:
    """Settle what is unknown by what lies in the mailbox, and file the copies that are missing.

    None, or why the mailbox could not be read: then they are filed another time.
    """
    sender = account(who)
    if sender is None or not sender.imap_url or not _anything_to_do(who, sender, now):
        return None
    login = login_of(sender, outside)
    if login is None:
        return None
    try:
        with mailbox(imap_server(sender.imap_url), login) as box:
            for one in _open(who):
                if may_lie_in_drafts(one):
                    look_after(who, box, one, now, outside)
                else:
                    _settle(who, box, one, now)
            for copy in _old_copies(who, sender, now):
                _learn(who, box, copy, sender)
            for one in _without_copy(who, now):
                _file(who, box, one, now, outside)
    except (MailboxOutOfReach, NotKept) as trouble:
        return trouble.why
    return None


def _anything_to_do(who: Who, sender: Account, now: datetime) -> bool:
    return bool(_open(who) or _without_copy(who, now) or _old_copies(who, sender, now))


def _open(who: Who) -> list[Delivery]:
    """What the mailbox may know more of than we do."""
    return [*in_state(who, DeliveryState.UNKNOWN), *in_state(who, DeliveryState.DRAFTED)]


def _without_copy(who: Who, now: datetime) -> list[Delivery]:
    """What went out through the account; a mail from the person's own program is in its Sent already."""
    handed = in_state(who, DeliveryState.HANDED)
    ours = [one for one in handed if not one.eml and not one.by_draft]
    return [one for one in ours if one.handed_at and one.handed_at > now - _LOOKS_FOR]


def _old_copies(who: Who, sender: Account, now: datetime) -> list[OwnCopy]:
    copies = own_copies(who, sender.id)
    return [one for one in copies if one.delivery.handed_at and one.delivery.handed_at <= now - _LATE_COPY]


def _settle(who: Who, box: OpenMailbox, asked: Delivery, now: datetime) -> None:
    """A hit proves that it went out. A miss proves nothing: the server may have renamed it."""
    move = found(asked)
    if move is not None and box.find(_marks(asked)) is not None:
        write_down(who, asked, move, now)


def _learn(who: Who, box: OpenMailbox, ours: OwnCopy, sender: Account) -> None:
    """Whether the server has put a copy of its own beside ours; then ours, if its place is known, goes again."""
    copy = Copy(ours.folder, ours.validity, ours.uid)
    others = box.others(copy, _marks(ours.delivery))
    known_by_number = copy.uid and all(one.validity == copy.validity for one in others)
    files_itself = bool(others) if known_by_number else len(others) > 1
    if files_itself:
        box.remove(copy)
    learn_filing(who, sender.id, files_itself)
    forget_copy(who, ours.delivery.id)


def _file(who: Who, box: OpenMailbox, handed: Delivery, now: datetime, outside: Outside) -> None:
    sender, marks = account(who), _marks(handed)
    itself = sender.files_sent_itself if sender else None
    copy = box.find_in_time(marks, 0 if itself is False else outside.copy_after)
    if copy is None and (itself or not _append(who, box, handed, now)):
        return  # the server's own copy is late, or another program is filing ours
    if copy and sender and copy.folder == box.sent_folder and not may_be_ours(who, handed.id):
        learn_filing(who, sender.id, True)
    write_down(who, handed, Move(DeliveryState.FILED), now)


def _append(who: Who, box: OpenMailbox, handed: Delivery, now: datetime) -> bool:
    """File our copy. First said, then done: one program does it, and a copy that is found later may be ours.

    What somebody said long ago and did not do is done now: they died in between.
    """
    handed_at = handed.handed_at or now
    if not intend_copy(who, handed.id, box.sent_folder or "Sent") and now < handed_at + _GIVEN_UP:
        return False
    try:
        copy = box.file(waiting(who, handed.id).message or b"", handed_at)
    except NotKept:
        forget_copy(who, handed.id)  # a no that was read: it is tried again at the next look
        raise
    keep_copy(who, handed.id, copy.folder, copy.validity, copy.uid)
    return True


def _marks(delivery: Delivery) -> Marks:
    return Marks(delivery.message_id, delivery.id)
