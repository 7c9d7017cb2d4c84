"""What a server's refusal means for the person who wrote (RFC 3463's status codes)."""

from seguito.core.correspondence.letters import Failure
from seguito.core.reasons import Reason
from seguito.errors import N_

_BY_STATUS = {
    "1.1": N_("the address {address} does not exist"),
    "1.0": N_("the address {address} does not exist"),
    "1.2": N_("the domain of {address} does not exist"),
    "1.3": N_("{address} is not written as an address must be"),
    "1.6": N_("whoever had {address} has moved and left no other address"),
    "1.10": N_("{address} takes no mail at all"),
    "2.0": N_("the mailbox of {address} takes no mail"),
    "2.1": N_("the mailbox of {address} is closed"),
    "2.2": N_("the mailbox of {address} is full"),
    "2.3": N_("the note is longer than {address} takes"),
    "4.1": N_("the server of {address} did not answer"),
    "4.4": N_("no server takes mail for {address}"),
    "4.7": N_("the server of {address} did not take it in time"),
    "7.0": N_("the server of {address} does not take mail from this account"),
    "7.1": N_("the server of {address} does not take mail from this account"),
    "7.26": N_("the server of {address} could not tell that the mail comes from this account"),
}


def why_returned(failure: Failure) -> Reason:
    """In plain words, with what the server said."""
    family = failure.status.partition(".")[2]
    message = _BY_STATUS.get(family, N_("the server of {address} refused it"))
    about = Reason("", message, {"address": failure.recipient})
    if not failure.said:
        return about
    return Reason("", N_("{what}: “{said}”"), {"what": about, "said": failure.said})
