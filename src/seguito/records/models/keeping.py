"""What came of an application, what was lacked and learned, and who looked at what."""

from typing import ClassVar

from django.db import models

from seguito.records.models.interviews import Application
from seguito.records.models.row import Row


class OutcomeStep(Row):
    """What came of an application, each word of it: an offer may be followed by a yes (T5.5)."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="outcomes")
    outcome = models.CharField(max_length=20)
    at = models.DateTimeField()
    noted_at = models.DateTimeField()

    class Meta(Row.Meta):
        ordering: ClassVar[list[str]] = ["noted_at", "id"]


class Lacked(Row):
    """A skill or an experience that was missing at the interview (T5.4)."""

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="lacked")
    skill = models.CharField(max_length=200)  # what the vocabulary calls it
    label = models.CharField(max_length=200)  # as it was written

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "application", "skill"], name="lacked_once"),
        ]


class Learned(Row):
    """Something that one has learned or done since: what a later letter can be about (T5.4)."""

    text = models.TextField()
    skill = models.CharField(max_length=200, blank=True)
    label = models.CharField(max_length=200, blank=True)
    on = models.DateField()
    noted_at = models.DateTimeField()

    class Meta(Row.Meta):
        ordering: ClassVar[list[str]] = ["on", "noted_at", "id"]


class SkillName(Row):
    """A name of a skill or an occupation that was imported (ESCO): resolves what people write."""

    folded = models.CharField(max_length=200)
    skill = models.CharField(max_length=200)
    label = models.CharField(max_length=200)
    language = models.CharField(max_length=10)

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "folded", "language"], name="skillname_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["workspace", "skill"])]


class AuditEntry(Row):
    """Who saw or changed what about whom. Names nobody: `about` is an id, and `facts` hold counts and days."""

    at = models.DateTimeField()
    what = models.CharField(max_length=40)
    about = models.CharField(max_length=10, blank=True)
    facts = models.JSONField(default=dict)

    class Meta(Row.Meta):
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["workspace", "about"])]
        ordering: ClassVar[list[str]] = ["at", "id"]
