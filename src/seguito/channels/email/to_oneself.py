"""A mail from oneself to oneself, that a program wrote."""

from datetime import datetime

from seguito.channels.email.addresses import mailbox
from seguito.channels.email.compose import compose, message_id, outgoing
from seguito.channels.email.drafts import Marks
from seguito.channels.email.smtp import Envelope

_NO_PERSON_WROTE_IT = "Auto-Submitted: auto-generated"  # RFC 3834, 5: nobody's machine answers it


def to_oneself(sender: str, subject: str, text: str, claim: str, now: datetime) -> tuple[bytes, Envelope]:
    """The message and its envelope. `claim`: letters and digits by which it is known again."""
    words = outgoing(sender, (sender,), subject, text, message_id(claim, sender))
    address = mailbox(sender).address
    return compose(words, claim, now, (_NO_PERSON_WROTE_IT,)), Envelope(address, (address,), claim)


def marks_of(sender: str, claim: str) -> Marks:
    """By what that mail is known again in the mailbox."""
    return Marks(message_id(claim, sender), claim)
