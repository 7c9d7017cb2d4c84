"""What may be an interview: its JSON, and its lines for a person."""

from collections.abc import Iterable
from typing import Any

from seguito.cli.terminal import Terminal
from seguito.core.offers import TOLD, Offered, OfferKind
from seguito.errors import N_

_ASKED = {
    OfferKind.INVITE: N_("    seguito inbox {id} --yes adds it, --no leaves it"),
    OfferKind.MOVED: N_("    If you trust it: seguito inbox {id} --yes; else --no"),
    OfferKind.CANCELLED: N_("    If you trust it: seguito inbox {id} --yes; else --no"),
}


def tell_offers(found: Iterable[Offered], terminal: Terminal) -> None:
    """One event a line, and what its reader can do."""
    for one in found:
        starts = terminal.speaker.moment(one.starts_at) if one.starts_at else "?"
        told = terminal.speaker.say(TOLD[one.kind], sender=one.sender or "?", summary=one.summary or "…", starts=starts)
        terminal.line(f"{one.id}  {told}")
        if one.asks:
            terminal.say(_ASKED[one.kind], id=one.id)
        elif not one.settled:
            terminal.say(N_("    It is left alone."))


def offers_shape(found: Iterable[Offered], terminal: Terminal) -> dict[str, Any]:
    return {"offers": [_shape(one, terminal) for one in found]}


def _shape(one: Offered, terminal: Terminal) -> dict[str, Any]:
    zone = terminal.now.tzinfo
    return {
        "id": one.id,
        "kind": one.kind,
        "summary": one.summary,
        "starts_at": one.starts_at.astimezone(zone) if one.starts_at else None,
        "ends_at": one.ends_at.astimezone(zone) if one.ends_at else None,
        "from": one.sender,
        "asks": one.asks,
    }
