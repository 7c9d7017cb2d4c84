"""Erasing: the rows that are about a person go, and their name goes out of the rows that stay."""

from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path

from django.db import connection
from django.db.models import Count

from seguito.core.nouns import NoteState, Who
from seguito.core.outbox import CLAIMABLE, DeliveryState
from seguito.records import models, words_index
from seguito.records.database import database_file, told
from seguito.records.guards import redacting
from seguito.records.reads.deliveries import Waiting, waiting
from seguito.records.reads.erasure import Found

Remake = Callable[[str, Waiting], bytes]


def take_out(who: Who, found: Iterable[Found], remake: Remake, now: datetime) -> None:
    """Write the rows without the name. A note whose words change is a draft again; what had not gone yet, goes not."""
    changed = list(found)
    for one in changed:
        type(one.row).objects.of(who).filter(id=one.row.id).update(**one.changes)
    revised = [one.row.id for one in changed if isinstance(one.row, models.Revision)]
    unsent = models.Note.objects.of(who).filter(current__in=revised).exclude(state=NoteState.SENT)
    waiting_ones = models.Delivery.objects.of(who).filter(note__in=unsent, state__in=CLAIMABLE)
    waiting_ones.update(state=DeliveryState.CANCELLED)
    models.Approval.objects.of(who).filter(revision__in=revised, revision__note__in=unsent).update(withdrawn_at=now)
    unsent.update(state=NoteState.DRAFT)
    _remake_messages(who, [one.row.id for one in changed if isinstance(one.row, models.Approval)], remake)


def forget(who: Who, person_id: str) -> None:
    """Everything that is about this person alone goes."""
    row = models.Person.objects.of(who).get(short=person_id)
    alone = models.FollowUp.objects.of(who).annotate(people=Count("follow_up_people"))
    mine = alone.filter(people=1, follow_up_people__person=row).values_list("id", flat=True)
    models.FollowUp.objects.of(who).filter(id__in=list(mine)).delete()
    models.FollowUp.objects.of(who).filter(key__contains=row.short).delete()
    models.Note.objects.of(who).filter(to=row).update(current=None)
    row.delete()


def index_again() -> None:
    """The text index, made anew."""
    words_index.rebuild()


def wipe(home: Path) -> None:
    """Nothing that was deleted is left in the file: it is written anew, and its log emptied.

    A server overwrites what was deleted in its own time, and keeps its log as it was told to.
    """
    with told(database_file(home)), connection.cursor() as cursor:
        cursor.execute("VACUUM")
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _remake_messages(who: Who, approvals: Iterable[object], remake: Remake) -> None:
    """The bytes that went out are kept too; erasing is the one thing that may change them."""
    rows = models.Delivery.objects.of(who).filter(approval__in=list(approvals)).exclude(message=None)
    ids = list(rows.values_list("short", flat=True))
    if not ids:
        return
    with redacting():
        for one in ids:
            models.Delivery.objects.of(who).filter(short=one).update(message=remake(one, waiting(who, one)))
