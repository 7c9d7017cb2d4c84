"""What still has to be told, and what a program left half told."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from seguito.core.nouns import Who
from seguito.records import models
from seguito.records.reads.follow_ups import Planned, follow_up_rows, planned_value


@dataclass(frozen=True, slots=True)
class Left:
    """What one message was to tell. `perhaps_out`: it may have been told already. `tries`: how often that was so."""

    claim: str
    perhaps_out: bool
    claimed_at: datetime
    tries: int


def still_ringing(who: Who, way: str, until: datetime) -> tuple[tuple[Planned, datetime | None], ...]:
    """What is still to be done and opens by `until`, each with the `at` of the last slot told by that way."""
    told = models.Reminder.objects.of(who).filter(way=way, follow_up__state="planned").exclude(state="free")
    latest = dict(told.values_list("follow_up__key").annotate(Max("at")))
    rows = follow_up_rows(who).filter(state="planned", opens_at__lte=until)
    return tuple((planned_value(row), latest.get(row.key)) for row in rows)


def left_half_told(who: Who, way: str) -> tuple[Left, ...]:
    """In the order of their claims."""
    rows = models.Reminder.objects.of(who).filter(way=way, state__in=("claimed", "committing"))
    found = {
        row.claim: Left(row.claim, row.state == "committing", row.claimed_at, row.tries)
        for row in rows.order_by("claimed_at", "id")
    }
    return tuple(found.values())
