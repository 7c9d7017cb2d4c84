"""What is being told, kept: claimed before it is told, and by one program only."""

from collections.abc import Sequence
from datetime import datetime

from django.db.models import F

from seguito.core.nouns import Who
from seguito.core.reminders.due import Ring
from seguito.records import models


def claim_reminders(who: Who, way: str, rings: Sequence[Ring], claim: str, now: datetime) -> tuple[Ring, ...]:
    """Those that this claim has got. What another program has claimed, or told, is left to it."""
    keys = [ring.follow_up.key for ring in rings]
    rows = {row.key: row for row in models.FollowUp.objects.of(who).filter(key__in=keys, state="planned")}
    for ring in rings:
        row = rows.get(ring.follow_up.key)
        if row is None:
            continue
        free = models.Reminder.objects.of(who).filter(follow_up=row, way=way, at=ring.at, state="free")
        if not free.update(state="claimed", claim=claim, claimed_at=now):
            fresh = models.Reminder(
                workspace_id=who.workspace,
                follow_up=row,
                way=way,
                occasion=ring.occasion.value,
                at=ring.at,
                state="claimed",
                claim=claim,
                claimed_at=now,
            )
            models.Reminder.objects.bulk_create([fresh], ignore_conflicts=True)
    mine = models.Reminder.objects.of(who).filter(way=way, claim=claim, state="claimed")
    got = set(mine.values_list("follow_up__key", "at"))
    return tuple(ring for ring in rings if (ring.follow_up.key, ring.at) in got)


def mark_reminders(who: Who, claim: str) -> bool:
    """From here on they may be out. False: somebody else has taken them."""
    rows = models.Reminder.objects.of(who).filter(claim=claim, state="claimed")
    return rows.update(state="committing", tries=F("tries") + 1) > 0


def keep_told(who: Who, claim: str, now: datetime) -> None:
    rows = models.Reminder.objects.of(who).filter(claim=claim).exclude(state="free")
    rows.update(state="told", told_at=now)


def give_back(who: Who, claim: str) -> None:
    """They are to be told anew, by whoever comes next."""
    models.Reminder.objects.of(who).filter(claim=claim).exclude(state="told").update(state="free")
