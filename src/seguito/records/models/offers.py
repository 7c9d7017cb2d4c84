"""Events that came by themselves and may be interviews."""

from typing import ClassVar

from django.db import models

from seguito.records.models.row import Row


class OfferedInterview(Row):
    """An event of a mail or of a watched calendar that is asked about, once.

    `invite`: the event as a calendar of its own, as text, so that erasing somebody finds their name; empty once it is
    recorded. `organiser`, `address`: whom the first invite named and who mailed it; a change of the interview by
    anybody else is asked about, never followed. `settled`: the person's word.
    """

    uid = models.CharField(max_length=500)
    recurrence_id = models.CharField(max_length=40, blank=True)
    kind = models.CharField(max_length=10)
    sequence = models.PositiveBigIntegerField(default=0)
    stamped_at = models.DateTimeField(null=True)
    summary = models.CharField(max_length=500, blank=True)
    starts_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    sender = models.CharField(max_length=500, blank=True)
    organiser = models.CharField(max_length=320, blank=True)
    address = models.CharField(max_length=320, blank=True)
    source = models.CharField(max_length=10)
    invite = models.TextField(blank=True)
    came_at = models.DateTimeField()
    settled = models.BooleanField(null=True)

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "uid", "recurrence_id"], name="offeredinterview_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["workspace", "settled"])]
        ordering: ClassVar[list[str]] = ["starts_at", "id"]
