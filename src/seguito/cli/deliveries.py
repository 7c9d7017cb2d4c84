"""How deliveries are shown: in JSON, in lines, and in an exit code."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from seguito.cli.terminal import Terminal
from seguito.core.outbox import Delivery, DeliveryState, again_from
from seguito.errors import N_

_STANDS = {
    DeliveryState.READY: N_("{person}: waits to be sent"),
    DeliveryState.CLAIMED: N_("{person}: on its way to the server just now"),
    DeliveryState.COMMITTING: N_("{person}: the server is being asked to take it just now"),
    DeliveryState.HANDED: N_("{person}: sent"),
    DeliveryState.FILED: N_("{person}: sent, and a copy lies in Sent"),
    DeliveryState.REFUSED: N_("{person}: refused"),
    DeliveryState.RETRY: N_("{person}: not sent yet; tried again from {moment}"),
    DeliveryState.UNKNOWN: N_("{person}: nobody knows whether it went out"),
    DeliveryState.CANCELLED: N_("{person}: called back before it went"),
    DeliveryState.DRAFTED: N_("{person}: lies in your Drafts; send it from there"),
}


def deliveries_shape(deliveries: Iterable[Delivery], terminal: Terminal) -> dict[str, Any]:
    return {"deliveries": [_shape(one, terminal) for one in deliveries]}


def tell(deliveries: Iterable[Delivery], terminal: Terminal) -> None:
    """One delivery a line, with what is known, and what its owner can do."""
    for one in deliveries:
        person = one.to.called
        if one.eml and one.state is DeliveryState.UNKNOWN:
            _tell_file(one, person, terminal)
            continue
        stands = terminal.speaker.say(_STANDS[one.state], person=person, moment=one.not_before or terminal.now)
        why = f" ({terminal.speaker.reason(one.why)})" if one.why else ""
        terminal.line(f"{one.id}  {stands}{why}")
        if one.state is DeliveryState.UNKNOWN and one.by_draft:
            _ask_of_draft(one, terminal)
        elif one.state is DeliveryState.UNKNOWN:
            _ask(one, terminal)
        elif one.state is DeliveryState.DRAFTED:
            terminal.say(N_("    That it went is noticed. To take it out: seguito outbox {id} --cancel"), id=one.id)
        elif one.state is DeliveryState.REFUSED:
            terminal.say(N_("    Nothing was sent. Once its cause is mended: seguito send {note}"), note=one.note)
            terminal.say(N_("    A corrected address needs your yes first: seguito approve {note}"), note=one.note)


def exit_code(deliveries: Iterable[Delivery]) -> int:
    """1: one was refused, or nobody knows; 3: a server is out of reach; else 0."""
    states = {one.state for one in deliveries}
    if states & {DeliveryState.REFUSED, DeliveryState.UNKNOWN}:
        return 1
    return 3 if DeliveryState.RETRY in states else 0


def _tell_file(one: Delivery, person: str, terminal: Terminal) -> None:
    """First what lies there and what to do with it, then what is asked afterwards."""
    lies = terminal.speaker.say(N_("{person}: the note lies in a file for your own mail program"), person=person)
    terminal.line(f"{one.id}  {lies}")
    terminal.say(N_("    Open {path} and send it from there."), path=one.eml)
    terminal.say(N_("    Only you know when it has gone. Then say so: seguito outbox {id} --arrived"), id=one.id)


def _ask_of_draft(one: Delivery, terminal: Terminal) -> None:
    terminal.say(N_("    If it went out: seguito outbox {id} --arrived"), id=one.id)
    terminal.say(N_("    To lay it there once more: seguito outbox {id} --again; to leave it: --cancel"), id=one.id)


def _ask(one: Delivery, terminal: Terminal) -> None:
    terminal.say(
        N_("    If {person} answers or it lies in Sent: seguito outbox {id} --arrived"), person=one.to.called, id=one.id
    )
    since = again_from(one)
    if since is None or since <= terminal.now:
        terminal.say(N_("    To risk that it comes twice: seguito outbox {id} --again"), id=one.id)
    else:
        terminal.say(
            N_("    From {moment} on, to risk that it comes twice: seguito outbox {id} --again"),
            moment=since,
            id=one.id,
        )


def _shape(one: Delivery, terminal: Terminal) -> dict[str, Any]:
    return {
        "id": one.id,
        "note": one.note,
        "to": {"id": one.to.id, "name": one.to.name, "email": one.to.email or None},
        "state": one.state,
        "message_id": one.message_id,
        "attempts": one.attempts,
        "last_error": terminal.speaker.reason(one.why) if one.why else None,
        "eml": one.eml or None,
        "by_draft": one.by_draft,
        "next_attempt_at": _here(one.not_before if one.state is DeliveryState.RETRY else None, terminal),
        "again_from": _here(again_from(one), terminal),
    }


def _here(moment: datetime | None, terminal: Terminal) -> datetime | None:
    """In the reader's own zone."""
    return moment.astimezone(terminal.now.tzinfo) if moment else None
