"""What came by itself and may be an interview, as values."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from seguito.core.nouns import Who
from seguito.core.offers import Offered, OfferKind
from seguito.records import models
from seguito.records.reads.letters import NoSuchLetter
from seguito.records.reads.one import the_one


@dataclass(frozen=True, slots=True)
class OfferStands:
    """An offer with what it stands on. `spoken_for`: addresses of whoever first sent it, in small letters."""

    offered: Offered
    sequence: int
    stamped_at: datetime | None
    spoken_for: frozenset[str]
    invite: str
    source: str


def offers(who: Who, since: datetime) -> tuple[Offered, ...]:
    """Those that are asked about, and those settled ones that begin after `since`, as they begin."""
    rows = models.OfferedInterview.objects.of(who).filter(Q(settled=None) | Q(starts_at__gte=since))
    return tuple(_value(row) for row in rows)


def open_offers(who: Who) -> tuple[Offered, ...]:
    return tuple(_value(row) for row in models.OfferedInterview.objects.of(who).filter(settled=None))


def offer_by_invite(who: Who, uid: str, instance: str) -> OfferStands | None:
    row = models.OfferedInterview.objects.of(who).filter(uid=uid, recurrence_id=instance).first()
    return _stands(row) if row else None


def offer(who: Who, wanted: str) -> OfferStands:
    """An id, its beginning, or the title or sender of one that is asked about. Raises NoSuchLetter, SeveralFit."""
    named = Q(settled=None) & (Q(summary__iexact=wanted.strip()) | Q(sender__iexact=wanted.strip()))
    rows = models.OfferedInterview.objects.of(who)
    return _stands(the_one(rows, wanted, named, NoSuchLetter, lambda row: f"{row.sender}, {row.summary}"))


def _stands(row: models.OfferedInterview) -> OfferStands:
    known = frozenset(address for address in (row.organiser, row.address) if address)
    return OfferStands(_value(row), row.sequence, row.stamped_at, known, row.invite, row.source)


def _value(row: models.OfferedInterview) -> Offered:
    return Offered(
        id=row.short,
        kind=OfferKind(row.kind),
        summary=row.summary,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        sender=row.sender,
        settled=row.settled,
    )
