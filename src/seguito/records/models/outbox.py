"""The account that notes leave from, and every note on its way."""

from typing import ClassVar

from django.db import models

from seguito.records.models.notes import Approval, Note
from seguito.records.models.row import Row


class Account(Row):
    """A mail account. Its password lies elsewhere, under this row's id."""

    sender = models.CharField(max_length=500)
    smtp_url = models.CharField(max_length=500)
    imap_url = models.CharField(max_length=500, blank=True)
    user = models.CharField(max_length=254, blank=True)
    pace_seconds = models.PositiveIntegerField(default=20)
    paused_because = models.JSONField(
        null=True
    )  # a log-in was refused; nothing goes out by itself until that is mended
    files_sent_itself = models.BooleanField(null=True)  # learned from what was seen in Sent; null: not yet
    listens = models.BooleanField(null=True)  # while the page is open; null: the mailbox has not been tried yet
    made_at = models.DateTimeField()

    class Meta(Row.Meta):
        pass


class Delivery(Row):
    """One approved note on its way. Whom it goes to is frozen when it is made, its bytes at the first claim.

    The database itself refuses to change what is frozen, and any step that `core.outbox` does not know as legal.
    `lease_until` is the real clock's, between programs; the other times are the domain's.
    """

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="deliveries")
    approval = models.ForeignKey(Approval, on_delete=models.CASCADE, related_name="deliveries")
    account = models.ForeignKey(Account, null=True, on_delete=models.SET_NULL, related_name="deliveries")
    recipients = models.JSONField()
    message_id = models.CharField(max_length=255)
    sender = models.CharField(max_length=500, blank=True)
    message = models.BinaryField(null=True)
    state = models.CharField(max_length=12)
    fence = models.PositiveIntegerField(default=0)
    attempts = models.PositiveIntegerField(default=0)
    why = models.JSONField(null=True)
    eml = models.CharField(max_length=4000, blank=True)
    by_draft = models.BooleanField(default=False)  # its author sends it from the mailbox's Drafts
    made_at = models.DateTimeField()
    first_claimed_at = models.DateTimeField(null=True)
    not_before = models.DateTimeField(null=True)
    lease_until = models.DateTimeField(null=True)
    marked_at = models.DateTimeField(null=True)
    handed_at = models.DateTimeField(null=True)
    copy_folder = models.CharField(max_length=500, blank=True)  # where the copy lies that we filed ourselves
    copy_validity = models.PositiveBigIntegerField(default=0)
    copy_uid = models.PositiveBigIntegerField(default=0)

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "approval"], name="delivery_once"),
            models.UniqueConstraint(fields=["workspace", "message_id"], name="delivery_message"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["workspace", "state", "not_before"])]


class DeliveryStep(Row):
    """What happened to a delivery, by the real clock. The database adds it with each step; nobody changes it."""

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField()
    before = models.CharField(max_length=12)
    after = models.CharField(max_length=12)
    fence = models.PositiveIntegerField()
    why = models.JSONField(null=True)

    class Meta(Row.Meta):
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["workspace", "after", "at"])]
