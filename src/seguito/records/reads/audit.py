"""Who saw or changed what about whom."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import CharField, Q
from django.db.models.functions import Cast

from seguito.core.nouns import Who
from seguito.records import models


@dataclass(frozen=True, slots=True)
class Entry:
    """`what`: listed, shown, added, changed, ranked, … `among`: how many others were listed or ranked with them."""

    at: datetime
    what: str
    among: int
    facts: dict[str, object]


def audit_of(who: Who, person_id: str, count: int = 1000) -> tuple[Entry, ...]:
    """Everything that was done with somebody's file, the latest first; lists and rankings that they stood in too."""
    listed = Q(facts_text__contains=f'"{person_id}"')
    rows = models.AuditEntry.objects.of(who).annotate(facts_text=Cast("facts", CharField()))
    found = rows.filter(Q(about=person_id) | listed).order_by("-at", "-id")[:count]
    return tuple(_entry(row) for row in found)


def _entry(row: models.AuditEntry) -> Entry:
    people = row.facts.get("people", [])
    facts = {name: value for name, value in row.facts.items() if name != "people"}
    return Entry(row.at, row.what, max(0, len(people) - 1), facts)


def warned(who: Who, people: Iterable[str]) -> dict[tuple[str, str], datetime]:
    """When it was told that the time of any of these ends: by their id and that day, as ISO writes it."""
    rows = models.AuditEntry.objects.of(who).filter(about__in=list(people), what="retention-warned")
    return {(row.about, str(row.facts.get("until"))): row.at for row in rows.order_by("-at")}
