"""What still has to be told, and what a program left half told."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from seguito.core.nouns import Who
from seguito.core.planning.follow_up import FollowUp, Kind, NextStep
from seguito.core.planning.windows import Window
from seguito.core.reminders.due import Chase
from seguito.records import models
from seguito.records.reads.follow_ups import Planned, follow_up_rows, planned_values


@dataclass(frozen=True, slots=True)
class Left:
    """What one message was to tell. `perhaps_out`: it may have been told already. `tries`: how often that was so."""

    claim: str
    perhaps_out: bool
    claimed_at: datetime
    tries: int


def still_ringing(who: Who, way: str, until: datetime) -> tuple[Chase, ...]:
    """What is still to be done and opens by `until`, and how far that way has told it.

    Asked every half minute, of everything that is open: the windows alone, with neither reasons nor next step.
    """
    told = models.Reminder.objects.of(who).filter(way=way, follow_up__state="planned").exclude(state="free")
    latest = dict(told.values_list("follow_up__key").annotate(Max("at")))
    rows = models.FollowUp.objects.of(who).filter(state="planned", opens_at__lte=until).order_by("opens_at", "id")
    fields = rows.values_list("kind", "key", "opens_at", "best_until", "closes_at", "interview__short")
    return tuple(
        Chase(
            FollowUp(Kind(kind), key, Window(opens, best, closes), (), NextStep("", ""), interview or ""),
            latest.get(key),
        )
        for kind, key, opens, best, closes, interview in fields
    )


def planned_under(who: Who, keys: Iterable[str]) -> dict[str, Planned]:
    """By key: what is planned, whole."""
    found = planned_values(who, follow_up_rows(who).filter(key__in=list(keys)))
    return {planned.follow_up.key: planned for planned in found}


def left_half_told(who: Who, way: str) -> tuple[Left, ...]:
    """In the order of their claims."""
    rows = models.Reminder.objects.of(who).filter(way=way, state__in=("claimed", "committing"))
    found = {
        row.claim: Left(row.claim, row.state == "committing", row.claimed_at, row.tries)
        for row in rows.order_by("claimed_at", "id")
    }
    return tuple(found.values())
