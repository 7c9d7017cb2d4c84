"""Where a message stands, in words; and what can be said about it."""

from dataclasses import dataclass
from datetime import datetime

from seguito.core.outbox import Answer, Delivery, DeliveryState, again_from, fits
from seguito.errors import N_
from seguito.speech import Speaker

_S = DeliveryState
_SAYS = {
    _S.READY: N_("It waits to be handed over."),
    _S.CLAIMED: N_("It is being handed over."),
    _S.COMMITTING: N_("It is being handed over."),
    _S.HANDED: N_("Your mail server took it."),
    _S.FILED: N_("Your mail server took it, and a copy lies in Sent."),
    _S.REFUSED: N_("It was refused. Nothing was sent."),
    _S.RETRY: N_("It could not be handed over yet; it is tried again."),
    _S.UNKNOWN: N_("Nobody knows yet whether it went out. Only you can tell."),
    _S.CANCELLED: N_("You took it back. Nothing was sent."),
    _S.DRAFTED: N_("It lies in your Drafts. Send it from your own mail program; Seguito notices when it went."),
}
_BY_HAND = {
    _S.HANDED: N_("You sent it with your own mail program."),
    _S.UNKNOWN: N_("A file lies ready for your own mail program. Only you can tell whether it was sent."),
}
_BY_DRAFT = {
    _S.HANDED: N_("You sent it with your own mail program."),
    _S.UNKNOWN: N_("It lay in your Drafts. Only you can tell whether it was sent."),
}
_SHAPES = {_S.HANDED: "ok", _S.FILED: "ok", _S.REFUSED: "no", _S.UNKNOWN: "no", _S.RETRY: "part", _S.CANCELLED: ""}


@dataclass(frozen=True, slots=True)
class Standing:
    """A delivery as the page tells it. `again_from`: from when “send again” is offered; empty: at once."""

    id: str
    note: str
    to: str
    state: str
    shape: str
    says: str
    why: str
    when: str
    eml: str
    by_draft: bool
    may_say_arrived: bool
    may_say_again: bool
    may_say_cancel: bool
    again_from: str


def standing(delivery: Delivery, speaker: Speaker, now: datetime) -> Standing:
    since = again_from(delivery)
    moves = {answer: fits(delivery, answer) for answer in Answer}
    wait = since is not None and now < since
    return Standing(
        id=delivery.id,
        note=delivery.note,
        to=delivery.to.name or delivery.to.email,
        state=delivery.state.value,
        shape=_SHAPES.get(delivery.state, "part"),
        says=speaker.text(_words(delivery).get(delivery.state) or _SAYS[delivery.state]),
        why=speaker.reason(delivery.why) if delivery.why and not delivery.eml else "",
        when=speaker.moment(at) if (at := delivery.handed_at or delivery.marked_at) else "",
        eml=delivery.eml,
        by_draft=delivery.by_draft,
        may_say_arrived=moves[Answer.ARRIVED],
        may_say_again=moves[Answer.AGAIN] and not wait,
        may_say_cancel=moves[Answer.CANCEL],
        again_from=speaker.moment(since) if since and wait else "",
    )


def _words(delivery: Delivery) -> dict[DeliveryState, str]:
    if delivery.by_draft:
        return _BY_DRAFT
    return _BY_HAND if delivery.eml else _SAYS
