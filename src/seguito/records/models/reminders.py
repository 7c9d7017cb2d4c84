"""What was told of a follow-up, and by which way."""

from typing import ClassVar

from django.db import models

from seguito.records.models.plans import FollowUp
from seguito.records.models.row import Row


class Reminder(Row):
    """One slot of a follow-up, claimed by one program and told once (T1.4).

    `state`: free (given back), claimed, committing (it may be out), told. `claim`: of all that one message tells.
    """

    follow_up = models.ForeignKey(FollowUp, on_delete=models.CASCADE, related_name="reminders")
    way = models.CharField(max_length=10)
    occasion = models.CharField(max_length=12)
    at = models.DateTimeField()
    state = models.CharField(max_length=10)
    claim = models.CharField(max_length=32)
    claimed_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    told_at = models.DateTimeField(null=True)

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "follow_up", "way", "at"], name="reminder_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["workspace", "state"])]
