"""Deliveries, kept: every change is a compare-and-set on state and fence, with a step beside it in one transaction.

On the connection that writes here `synchronous` is FULL: the mark must outlive a power cut.
"""

from dataclasses import dataclass
from datetime import datetime

from seguito.core.nouns import Who
from seguito.core.outbox import IN_FLIGHT, LEGAL, Delivery, DeliveryState, Move
from seguito.core.reasons import Reason
from seguito.records import models
from seguito.records.database import atomic
from seguito.records.reads.deliveries import delivery_rows, delivery_value
from seguito.records.reads.notes import Approved
from seguito.records.said import reason_row

_S = DeliveryState


@dataclass(frozen=True, slots=True)
class Claim:
    """A delivery in one sender's hands, until its lease is over or somebody with a higher fence has taken it."""

    delivery: Delivery
    message: bytes
    sender: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frozen:
    """The bytes as they would be frozen now, and who they are from. Where they are frozen already, those stay."""

    message: bytes
    sender: str


def make_delivery(who: Who, approved: Approved, now: datetime) -> Delivery:
    """The delivery of one yes: asking twice gives the same one. Run it in a transaction."""
    row, _ = models.Delivery.objects.get_or_create(
        workspace_id=who.workspace,
        approval=models.Approval.objects.of(who).get(short=approved.id),
        defaults={
            "note": models.Note.objects.of(who).get(short=approved.note),
            "recipients": list(approved.recipients),
            "message_id": approved.message_id,
            "state": _S.READY,
            "made_at": now,
        },
    )
    return delivery_value(delivery_rows(who).get(id=row.id))


def claim(
    who: Who,
    delivery: Delivery,
    account_id: str | None,
    frozen: Frozen,
    now: datetime,
    clock: datetime,
    until: datetime,
) -> Claim | None:
    """Take a delivery in hand; None where somebody else was first, its yes is withdrawn, or its account is busy.

    One account hands over one mail at a time. `clock`, `until`: the real clock's; a lease is between programs.
    """
    with atomic():
        rows = models.Delivery.objects.of(who)
        if (
            account_id is not None
            and rows.filter(account__short=account_id, state__in=IN_FLIGHT, lease_until__gt=clock).exists()
        ):
            return None
        row = rows.select_for_update().filter(short=delivery.id, state=delivery.state, fence=delivery.fence).first()
        if row is None or (row.state, _S.CLAIMED) not in LEGAL or row.approval.withdrawn_at is not None:
            return None
        before = row.state
        row.state, row.fence, row.attempts = _S.CLAIMED, row.fence + 1, row.attempts + 1
        row.account = models.Account.objects.of(who).get(short=account_id) if account_id else None
        row.lease_until, row.first_claimed_at, row.why = until, row.first_claimed_at or now, None
        if row.message is None:
            row.message, row.sender = frozen.message, frozen.sender
        row.save()
        _step(who, row, before, clock, None)
    taken = delivery_value(delivery_rows(who).get(id=row.id))
    return Claim(taken, bytes(row.message or b""), row.sender, tuple(row.recipients))


def mark(who: Who, claim: Claim, now: datetime, clock: datetime, until: datetime) -> bool:
    """The mark before the final dot. True: it is on the disk, and this sender still owns the delivery."""
    with atomic():
        marked = (
            models.Delivery.objects.of(who)
            .filter(
                short=claim.delivery.id,
                state=_S.CLAIMED,
                fence=claim.delivery.fence,
                approval__withdrawn_at=None,
            )
            .update(state=_S.COMMITTING, marked_at=now, lease_until=until)
        )
        if marked:
            row = models.Delivery.objects.of(who).get(short=claim.delivery.id)
            _step(who, row, _S.CLAIMED, clock, None)
    return bool(marked)


def settle(who: Who, delivery: Delivery, move: Move, now: datetime, clock: datetime) -> Delivery | None:
    """Write down what was decided; None where the delivery has moved on (another fence, a step that is not legal).

    An answer that a slow sender has read counts even when others had given it up as unknown.
    """
    with atomic():
        row = (
            models.Delivery.objects.of(who).select_for_update().filter(short=delivery.id, fence=delivery.fence).first()
        )
        if row is None or (row.state != move.to and (row.state, move.to) not in LEGAL):
            return None
        before = row.state
        row.state, row.not_before = move.to, move.not_before
        row.why = reason_row(move.why) if move.why else None
        if move.to not in IN_FLIGHT:
            row.lease_until = None
        if move.to is _S.HANDED and row.handed_at is None:
            row.handed_at = now
        row.save()
        _step(who, row, before, clock, move.why)
    return delivery_value(delivery_rows(who).get(id=row.id))


def keep_eml(who: Who, delivery_id: str, path: str) -> None:
    """Where the file for the person's own mail program lies."""
    models.Delivery.objects.of(who).filter(short=delivery_id).update(eml=path)


def keep_copy(who: Who, delivery_id: str, folder: str, validity: int, uid: int) -> None:
    """Where the copy lies that we filed."""
    models.Delivery.objects.of(who).filter(short=delivery_id).update(
        copy_folder=folder, copy_validity=validity, copy_uid=uid
    )


def forget_copy(who: Who, delivery_id: str) -> None:
    """Our copy is no longer one to watch: it is the only one for sure, or it was taken away."""
    keep_copy(who, delivery_id, "", 0, 0)


def _step(who: Who, row: models.Delivery, before: str, clock: datetime, why: Reason | None) -> None:
    models.DeliveryStep.objects.create(
        workspace_id=who.workspace,
        delivery=row,
        at=clock,
        before=before,
        after=row.state,
        fence=row.fence,
        why=reason_row(why) if why else None,
    )
