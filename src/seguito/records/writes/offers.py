"""What came by itself and may be an interview, kept."""

from dataclasses import dataclass
from datetime import datetime

from seguito.core.nouns import Who
from seguito.core.offers import OfferKind
from seguito.records import models


@dataclass(frozen=True, slots=True)
class NewOffer:
    """An event to ask about. `organiser`, `address`: in small letters; empty where nobody is named."""

    uid: str
    recurrence_id: str
    kind: OfferKind
    sequence: int
    stamped_at: datetime | None
    summary: str
    starts_at: datetime | None
    ends_at: datetime | None
    sender: str
    organiser: str
    address: str
    source: str
    invite: str


def keep_offer(who: Who, new: NewOffer, now: datetime) -> str:
    """Ask about it; its id. A newer version takes the older one's place, and whoever spoke first stays known."""
    told = {
        "kind": new.kind,
        "sequence": new.sequence,
        "stamped_at": new.stamped_at,
        "summary": new.summary[:500],
        "starts_at": new.starts_at,
        "ends_at": new.ends_at,
        "sender": new.sender[:500],
        "invite": new.invite,
    }
    first = {"organiser": new.organiser[:320], "address": new.address[:320]} if new.kind is OfferKind.INVITE else {}
    row, _ = models.OfferedInterview.objects.update_or_create(
        workspace_id=who.workspace,
        uid=new.uid,
        recurrence_id=new.recurrence_id,
        defaults={**told, "settled": None},
        create_defaults={**told, **first, "source": new.source, "came_at": now},
    )
    return row.short


def settle_offer(who: Who, offer: str, wanted: bool) -> None:
    """The person's word. What is recorded needs no second copy; what is not keeps it, for a change of mind."""
    rows = models.OfferedInterview.objects.of(who).filter(short=offer)
    rows.update(settled=wanted, **({"invite": ""} if wanted else {}))


def withdraw_offer(who: Who, offer: str) -> None:
    """Whoever asked has called it off before anything was recorded."""
    models.OfferedInterview.objects.of(who).filter(short=offer).delete()
