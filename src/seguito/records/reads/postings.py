"""The journeys of cards and letters, as values."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Q, Value, When

from seguito.core.nouns import Who
from seguito.records import models


@dataclass(frozen=True, slots=True)
class Journey:
    """`expected`: from the stated to the slower day, or None where nobody knows the service."""

    note: str
    service: str
    posted_on: date
    expected: tuple[date, date] | None
    arrived_on: date | None


@dataclass(frozen=True, slots=True)
class Arrived:
    """A card that was posted and came. `city`, `region`, `country`: where to, each as far as it is known."""

    service: str
    posted_on: date
    arrived_on: date
    city: str
    region: str
    country: str


def arrived_cards(who: Who) -> tuple[Arrived, ...]:
    """The latest first, as many as any rule looks at."""
    return tuple(card for card in map(arrived_card, postings(who, None)) if card)


def postings(who: Who, interview: models.Interview | None) -> list[models.Posting]:
    """That interview's own, then the latest that arrived: in one question, whatever the number of cards."""
    rows = models.Posting.objects.of(who).select_related("note__to__organisation")
    its_own = Case(When(note__interview=interview, then=1), default=0) if interview else Value(0)
    wanted = rows.filter(Q(note__interview=interview) | _ARRIVED) if interview else rows.filter(_ARRIVED)
    return list(wanted.annotate(its_own=its_own).order_by("-its_own", "-posted_on", "-id")[:_REMEMBERED])


def arrived_card(row: models.Posting) -> Arrived | None:
    """None while it has not come."""
    if row.arrived_on is None:
        return None
    reader = row.note.to
    city, country = reader.city, reader.country
    if house := reader.organisation:
        city, country = city or house.city, country or house.country
    return Arrived(row.service, row.posted_on, row.arrived_on, city, reader.region, country)


_ARRIVED = Q(arrived_on__isnull=False)
_REMEMBERED = 200


def journey(who: Who, note_id: str) -> Journey | None:
    row = models.Posting.objects.of(who).filter(note__short=note_id).first()
    if row is None:
        return None
    expected = (row.expected_from, row.expected_until) if row.expected_from and row.expected_until else None
    return Journey(note_id, row.service, row.posted_on, expected, row.arrived_on)
