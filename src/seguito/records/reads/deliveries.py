"""Deliveries, as values."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from seguito.core.folding import folded
from seguito.core.nouns import PersonName, Purpose, Who
from seguito.core.outbox import CLAIMABLE, IN_FLIGHT, Delivery, DeliveryState
from seguito.errors import N_, Problem
from seguito.records import models
from seguito.records.reads.one import the_one
from seguito.records.said import reason_value


class NoSuchDelivery(Problem):
    id = "no-such-delivery"
    happened = N_("No delivery here answers to “{wanted}”.")
    safe = N_("Nothing was changed.")
    next_step = N_("`seguito outbox` shows them all; an id, its beginning or the reader's name will do.")
    on_page = N_("It may have been erased, or made one with another record. Look for it in its list.")


@dataclass(frozen=True, slots=True)
class Written:
    """What a note is for: its purpose, its interview (or none) and its reader; by their ids."""

    purpose: Purpose
    interview: str
    person: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """All that a delivery's bytes are made of. `message`, `sender`: the bytes and their sender, once frozen.

    `approved_sender`: who the note was from when its author said yes. `written`: what the note is for.
    """

    message: bytes | None
    sender: str
    approved_sender: str
    recipients: tuple[str, ...]
    subject: str
    text: str
    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    written: Written


@dataclass(frozen=True, slots=True)
class OwnCopy:
    """A copy in Sent that we filed ourselves; `uid` 0 where the server did not tell its place."""

    delivery: Delivery
    folder: str
    validity: int
    uid: int


def delivery_value(row: models.Delivery) -> Delivery:
    person = row.note.to
    name = f"{person.given} {person.family}".strip()
    address = next((email.address for email in person.emails.all()), "")
    return Delivery(
        id=row.short,
        note=row.note.short,
        to=PersonName(person.short, name, address),
        state=DeliveryState(row.state),
        message_id=row.message_id,
        attempts=row.attempts,
        fence=row.fence,
        why=reason_value(row.why) if row.why else None,
        eml=row.eml,
        by_draft=row.by_draft,
        first_claimed_at=row.first_claimed_at,
        not_before=row.not_before,
        lease_until=row.lease_until,
        marked_at=row.marked_at,
        handed_at=row.handed_at,
    )


def delivery_rows(who: Who) -> QuerySet[models.Delivery]:
    return models.Delivery.objects.of(who).select_related("note__to").prefetch_related("note__to__emails")


def delivery_row(who: Who, wanted: str) -> models.Delivery:
    """Which delivery `wanted` means: an id, its beginning, a note's id, or its reader's name when it is clear."""
    name = folded(wanted)
    named = (
        Q(note__short=wanted.strip().lower())
        | Q(note__to__folded=name)
        | Q(note__to__folded__startswith=name + " ")
        | Q(note__to__folded__endswith=" " + name)
    )
    return the_one(delivery_rows(who), wanted, named, NoSuchDelivery, lambda row: delivery_value(row).to.name)


def delivery(who: Who, wanted: str) -> Delivery:
    return delivery_value(delivery_row(who, wanted))


def all_deliveries(who: Who) -> tuple[Delivery, ...]:
    """Every delivery, the latest first."""
    return tuple(delivery_value(row) for row in delivery_rows(who).order_by("-id"))


def deliveries_of(who: Who, note_id: str) -> tuple[Delivery, ...]:
    """A note's deliveries, the latest first: one for each yes that was sent."""
    return tuple(delivery_value(row) for row in delivery_rows(who).filter(note__short=note_id).order_by("-id"))


def waiting(who: Who, delivery_id: str) -> Waiting:
    row = (
        models.Delivery.objects.of(who)
        .filter(short=delivery_id)
        .values_list(
            "message",
            "sender",
            "approval__sender",
            "recipients",
            "approval__subject",
            "approval__text",
            "message_id",
            "approval__in_reply_to",
            "approval__references",
            "note__purpose",
            "note__interview__short",
            "note__to__short",
        )
        .get()
    )
    message, sender, approved_sender, recipients, subject, text, message_id, in_reply_to, references, *written = row
    return Waiting(
        message=bytes(message) if message is not None else None,
        sender=sender,
        approved_sender=approved_sender,
        recipients=tuple(recipients),
        subject=subject,
        text=text,
        message_id=message_id,
        in_reply_to=in_reply_to,
        references=tuple(references),
        written=_written(*written),
    )


def what_it_is_for(who: Who, note_id: str) -> Written:
    """Of a note that has a delivery."""
    facts = models.Note.objects.of(who).filter(short=note_id).values_list("purpose", "interview__short", "to__short")
    return _written(*facts.get())


def _written(purpose: str, interview: str | None, person: str) -> Written:
    return Written(Purpose(purpose), interview or "", person)


def claimable(who: Who) -> tuple[Delivery, ...]:
    """Those that wait for a sender and whose yes still stands, in the order in which they were made."""
    rows = delivery_rows(who).filter(state__in=CLAIMABLE, approval__withdrawn_at=None).order_by("id")
    return tuple(delivery_value(row) for row in rows)


def without_yes(who: Who) -> tuple[Delivery, ...]:
    """Those that wait for a sender and whose yes was withdrawn."""
    rows = delivery_rows(who).filter(state__in=CLAIMABLE).exclude(approval__withdrawn_at=None).order_by("id")
    return tuple(delivery_value(row) for row in rows)


def in_flight(who: Who) -> tuple[Delivery, ...]:
    """Those that some program has, or had when it ended."""
    return tuple(delivery_value(row) for row in delivery_rows(who).filter(state__in=IN_FLIGHT).order_by("id"))


def in_state(who: Who, state: DeliveryState) -> tuple[Delivery, ...]:
    return tuple(delivery_value(row) for row in delivery_rows(who).filter(state=state).order_by("id"))


def handed_since(who: Who, account_id: str, moment: datetime) -> tuple[datetime, ...]:
    """When the account sent its latest mails, by the real clock."""
    steps = models.DeliveryStep.objects.of(who).filter(
        delivery__account__short=account_id, after=DeliveryState.HANDED, before=DeliveryState.COMMITTING, at__gt=moment
    )
    return tuple(steps.order_by("at").values_list("at", flat=True))


def own_copies(who: Who, account_id: str, limit: int = 20) -> tuple[OwnCopy, ...]:
    """The latest copies that we filed ourselves and still watch."""
    filed = delivery_rows(who).filter(account__short=account_id, state=DeliveryState.FILED)
    rows = filed.exclude(copy_folder="").order_by("-id")[:limit]
    return tuple(OwnCopy(delivery_value(row), row.copy_folder, row.copy_validity, row.copy_uid) for row in rows)


def may_be_ours(who: Who, delivery_id: str) -> bool:
    """Whether we have filed a copy of it, or were about to."""
    return models.Delivery.objects.of(who).filter(short=delivery_id).exclude(copy_folder="").exists()
