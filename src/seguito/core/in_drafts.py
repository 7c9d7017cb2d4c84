"""A note in the mailbox's Drafts, from where its author sends it: what the mailbox proves, and what only they know."""

from enum import StrEnum

from seguito.core.outbox import Delivery, DeliveryState, Move, found
from seguito.core.reasons import Reason
from seguito.errors import N_

_S = DeliveryState


class Lies(StrEnum):
    """What the mailbox knows of a note that its author sends from Drafts."""

    SENT = "sent"  # this very mail, in Sent
    DRAFT = "draft"
    LIKE_IT_SENT = "like it, sent"  # another mail to the same reader with the same subject
    NOWHERE = "nowhere"


def may_lie_in_drafts(delivery: Delivery) -> bool:
    """Whether the mailbox is to be asked about it, and nothing may go before its author has taken it back."""
    return delivery.by_draft and delivery.state in {_S.DRAFTED, _S.UNKNOWN}


def looked_for(delivery: Delivery, lies: Lies) -> Move | None:
    """What the mailbox proves of a note that lay in Drafts.

    Programs give a draft another Message-ID when they send it: then only a person knows, and is asked.
    """
    if not may_lie_in_drafts(delivery):
        return None
    if lies is Lies.SENT:
        return found(delivery)
    if lies is Lies.DRAFT:
        return None if delivery.state is _S.DRAFTED else Move(_S.DRAFTED)
    return Move(_S.UNKNOWN, Reason("", _GONE[lies])) if delivery.state is _S.DRAFTED else None


_GONE = {
    Lies.LIKE_IT_SENT: N_("it is no longer in Drafts; in Sent lies a mail to the same address with the same subject"),
    Lies.NOWHERE: N_("it is no longer in Drafts, and Sent holds nothing like it; was it sent, or deleted?"),
}
