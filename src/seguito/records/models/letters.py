"""What came back to the mailbox, and how far each of its folders has been read."""

from typing import ClassVar

from django.db import models

from seguito.records.models.notes import Note
from seguito.records.models.outbox import Account, Delivery
from seguito.records.models.people import Person
from seguito.records.models.row import Row


class Letter(Row):
    """A mail that came about a note (T5.4): an answer, perhaps one, a machine's, or a report that it did not arrive.

    `person`: whom the note was for, whoever wrote. `settled`: the author's word on one that is perhaps an answer.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="letters")
    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="letters")
    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=10)
    message_id = models.CharField(max_length=255)
    sender = models.CharField(max_length=500, blank=True)
    subject = models.CharField(max_length=500, blank=True)
    text = models.TextField(blank=True)
    why = models.JSONField(null=True)
    at = models.DateTimeField()
    settled = models.BooleanField(null=True)

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "message_id", "delivery"], name="letter_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["workspace", "kind", "settled"]),
            models.Index(fields=["workspace", "delivery"]),
        ]
        ordering: ClassVar[list[str]] = ["-at", "-id"]


class ReadFolder(Row):
    """How far a folder of the mailbox has been read (RFC 3501): up to number `seen`, as long as `validity` stands."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="folders")
    folder = models.CharField(max_length=500)
    validity = models.PositiveBigIntegerField()
    seen = models.PositiveBigIntegerField()

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "account", "folder"], name="readfolder_once"),
        ]
