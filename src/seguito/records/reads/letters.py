"""What came back, as values; and what went out, to hold it against."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.db.models import Q, QuerySet

from seguito.core.correspondence.letters import LetterKind, Noticed, Sent
from seguito.core.folding import folded
from seguito.core.nouns import PersonName, Who
from seguito.core.outbox import PERHAPS_SENT
from seguito.errors import N_, Problem
from seguito.records import models
from seguito.records.reads.one import the_one
from seguito.records.said import reason_value


class NoSuchLetter(Problem):
    id = "no-such-letter"
    happened = N_("No mail that came answers to “{wanted}”.")
    safe = N_("Nothing was changed.")
    next_step = N_("`seguito inbox` shows them all; an id, its beginning or a name will do.")
    on_page = N_("It may have been erased, or made one with another record. Look for it in its list.")


def sent_since(who: Who, moment: datetime) -> tuple[Sent, ...]:
    """The notes that went out by mail since then, or may have."""
    rows = models.Delivery.objects.of(who).filter(state__in=PERHAPS_SENT, first_claimed_at__gte=moment)
    rows = rows.select_related("note__to", "approval").prefetch_related("note__to__emails")
    return tuple(_sent(row) for row in rows.order_by("id"))


def read_folders(who: Who, account: str) -> dict[str, tuple[int, int]]:
    """Folder by folder the validity of its numbers, and up to which it has been read."""
    rows = models.ReadFolder.objects.of(who).filter(account__short=account)
    return {row.folder: (row.validity, row.seen) for row in rows}


def known_letters(who: Who, message_ids: list[str]) -> set[str]:
    """Which of these have been noticed before."""
    rows = models.Letter.objects.of(who).filter(message_id__in=message_ids)
    return set(rows.values_list("message_id", flat=True))


def letters(who: Who) -> tuple[Noticed, ...]:
    """Everything that came back, the latest first."""
    return tuple(_noticed(_rows(who)))


def questions(who: Who) -> tuple[Noticed, ...]:
    """Those that only their author can place, the latest first."""
    return tuple(_noticed(_rows(who).filter(kind=LetterKind.PERHAPS, settled=None)))


def letter(who: Who, wanted: str) -> Noticed:
    """An id, its beginning, or the name of whom the note was for when there is one question about it."""
    name = folded(wanted)
    open_ones = Q(kind=LetterKind.PERHAPS, settled=None)
    named = open_ones & (Q(person__folded=name) | Q(person__folded__startswith=name + " "))
    row = the_one(_rows(who), wanted, named, NoSuchLetter, lambda row: f"{row.sender}, {row.subject}")
    return next(iter(_noticed([row])))


def has_come_back(who: Who, delivery: str) -> bool:
    """Whether a report says that it could not be delivered."""
    return models.Letter.objects.of(who).filter(delivery__short=delivery, kind=LetterKind.RETURNED).exists()


def _rows(who: Who) -> QuerySet[models.Letter]:
    return models.Letter.objects.of(who).select_related("person", "note").prefetch_related("person__emails")


def _noticed(rows: Iterable[models.Letter]) -> Iterator[Noticed]:
    for row in rows:
        address = next((email.address for email in row.person.emails.all()), "")
        yield Noticed(
            id=row.short,
            kind=LetterKind(row.kind),
            note=row.note.short,
            person=PersonName(row.person.short, f"{row.person.given} {row.person.family}".strip(), address),
            sender=row.sender,
            subject=row.subject,
            text=row.text,
            at=row.at,
            why=reason_value(row.why) if row.why else None,
            settled=row.settled,
        )


def _sent(row: models.Delivery) -> Sent:
    person = row.note.to
    return Sent(
        note=row.note.short,
        delivery=row.short,
        message_id=row.message_id,
        reader=person.short,
        addresses=frozenset(email.folded for email in person.emails.all()),
        subject=row.approval.subject,
        at=row.first_claimed_at or row.made_at,
    )
