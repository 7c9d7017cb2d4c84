"""Deliveries, kept: every step is one compare-and-set on state and fence, in a transaction of its own.

On the connection that writes here `synchronous` is FULL: the mark must outlive a power cut. The three steps that every
message takes are written as the statements that they are; what a message costs is these and three waits for the disk.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import connection

from seguito.core.nouns import Who
from seguito.core.outbox import CLAIMABLE, Delivery, DeliveryState, Move, is_legal, moved
from seguito.records import models
from seguito.records.database import atomic
from seguito.records.reads.deliveries import Waiting, delivery_rows, delivery_value
from seguito.records.reads.notes import Approved
from seguito.records.said import reason_row

_S = DeliveryState

_OWN = "workspace_id = %(workspace)s AND short = %(short)s AND state = %(state)s AND fence = %(fence)s"
_APPROVED = "EXISTS (SELECT 1 FROM records_approval AS a WHERE a.id = approval_id AND a.withdrawn_at IS NULL)"

# One account hands over one mail at a time. The bytes are kept once, with the sender that they name.
_CLAIM = f"""
UPDATE records_delivery
SET state = 'claimed', fence = fence + 1, attempts = attempts + 1, why = NULL, lease_until = %(until)s,
    first_claimed_at = COALESCE(first_claimed_at, %(now)s),
    account_id = (SELECT id FROM records_account WHERE workspace_id = %(workspace)s AND short = %(account)s),
    sender = CASE WHEN message IS NULL THEN %(sender)s ELSE sender END,
    message = COALESCE(message, %(message)s)
WHERE {_OWN} AND by_draft = %(by_draft)s AND {_APPROVED} AND NOT EXISTS (
    SELECT 1 FROM records_delivery AS other JOIN records_account AS account ON account.id = other.account_id
    WHERE other.workspace_id = %(workspace)s AND account.short = %(account)s
      AND other.state IN ('claimed', 'committing') AND other.lease_until > %(clock)s
)
"""  # noqa: S608 (nothing in it comes from outside)

_MARK = f"""
UPDATE records_delivery SET state = 'committing', marked_at = %(now)s, lease_until = %(until)s
WHERE {_OWN} AND {_APPROVED}
"""  # noqa: S608

_SETTLE = f"""
UPDATE records_delivery
SET state = %(after)s, why = %(why)s, not_before = %(not_before)s, lease_until = NULL, handed_at = %(handed_at)s
WHERE {_OWN}
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class Claim:
    """A delivery in one sender's hands, until its lease is over or somebody with a higher fence has taken it."""

    delivery: Delivery
    message: bytes
    sender: str
    recipients: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frozen:
    """The bytes, and who they are from."""

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
    waiting: Waiting,
    account_id: str | None,
    frozen: Frozen,
    now: datetime,
    clock: datetime,
    until: datetime,
) -> Claim | None:
    """Take a delivery in hand; None where somebody else was first, its yes is withdrawn, or its account is busy.

    `clock`, `until`: the real clock's; a lease is between programs. `frozen` is kept if it has no bytes yet.
    """
    if delivery.state not in CLAIMABLE:
        return None
    times = {"now": now, "clock": clock, "until": until}
    bytes_of_it = {"message": frozen.message, "sender": frozen.sender}
    with atomic():
        words = {"account": account_id or "", "by_draft": delivery.by_draft, **bytes_of_it}
        if not _step(_CLAIM, who, delivery, words, times):
            return None
    taken = replace(
        delivery,
        state=_S.CLAIMED,
        fence=delivery.fence + 1,
        attempts=delivery.attempts + 1,
        why=None,
        first_claimed_at=delivery.first_claimed_at or now,
        lease_until=until,
    )
    return Claim(taken, frozen.message, frozen.sender, waiting.recipients)


def mark(who: Who, delivery: Delivery, now: datetime, until: datetime) -> Delivery | None:
    """The mark before the final dot: it is on the disk, and this sender still owns the delivery. None: it does not."""
    with atomic():
        if not _step(_MARK, who, delivery, {}, {"now": now, "until": until}):
            return None
    return replace(delivery, state=_S.COMMITTING, marked_at=now, lease_until=until)


def settle(who: Who, delivery: Delivery, move: Move, now: datetime) -> Delivery | None:
    """Write down what was decided; None where the delivery has moved on (another state, another fence).

    Run it in a transaction.
    """
    if not is_legal(delivery.state, move.to):
        return None
    handed_at = delivery.handed_at or (now if move.to is _S.HANDED else None)
    after = replace(moved(delivery, move), handed_at=handed_at)
    words = {"after": move.to.value, "why": json.dumps(reason_row(move.why)) if move.why else None}
    times = {"not_before": after.not_before, "handed_at": after.handed_at}
    return after if _step(_SETTLE, who, delivery, words, times) else None


def keep_eml(who: Who, delivery_id: str, path: str) -> None:
    """Where the file for the person's own mail program lies."""
    models.Delivery.objects.of(who).filter(short=delivery_id).update(eml=path)


def choose_way(who: Who, delivery: Delivery, by_draft: bool) -> Delivery:
    """Whether its author sends it from Drafts. The database refuses it of what is under way, or may have gone."""
    models.Delivery.objects.of(who).filter(short=delivery.id).update(by_draft=by_draft)
    return replace(delivery, by_draft=by_draft)


def intend_copy(who: Who, delivery_id: str, folder: str) -> bool:
    """Say that a copy is about to be filed there. False: somebody has said so before."""
    rows = models.Delivery.objects.of(who).filter(short=delivery_id, copy_folder="")
    return bool(rows.update(copy_folder=folder))


def keep_copy(who: Who, delivery_id: str, folder: str, validity: int, uid: int) -> None:
    """Where the copy lies that we filed."""
    models.Delivery.objects.of(who).filter(short=delivery_id).update(
        copy_folder=folder, copy_validity=validity, copy_uid=uid
    )


def forget_copy(who: Who, delivery_id: str) -> None:
    """Our copy is no longer one to watch: it is the only one for sure, or it was taken away."""
    keep_copy(who, delivery_id, "", 0, 0)


def _step(
    statement: str, who: Who, delivery: Delivery, words: Mapping[str, Any], times: Mapping[str, datetime | None]
) -> bool:
    """Whether the delivery still stood where it was thought to."""
    own = {"workspace": who.workspace, "short": delivery.id, "state": delivery.state.value, "fence": delivery.fence}
    own["workspace"] = models.Workspace._meta.pk.get_db_prep_value(who.workspace, connection)
    stamps = {name: connection.ops.adapt_datetimefield_value(time) for name, time in times.items()}
    with connection.cursor() as cursor:
        cursor.execute(statement, {**own, **words, **stamps})
        return bool(cursor.rowcount)
