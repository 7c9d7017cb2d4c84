"""Strategies of one's own, and what came of them (T6.1)."""

from typing import ClassVar

from django.db import models

from seguito.records.models.interviews import Application
from seguito.records.models.row import Row


class OwnPlaybook(Row):
    """A playbook that a person wrote or took over: the text of its file, as it was."""

    name = models.CharField(max_length=40)
    text = models.TextField()
    kept_at = models.DateTimeField()

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "name"], name="ownplaybook_once"),
        ]


class Story(Row):
    """What happened, with which playbook, and what came of it. `whose`: empty for one's own, else where it is from."""

    title = models.CharField(max_length=300)
    text = models.TextField()
    playbook = models.CharField(max_length=40, blank=True)
    application = models.ForeignKey(Application, null=True, on_delete=models.SET_NULL, related_name="+")
    whose = models.CharField(max_length=300, blank=True)
    written_at = models.DateTimeField()

    class Meta(Row.Meta):
        ordering: ClassVar[list[str]] = ["-written_at", "-id"]


class Comment(Row):
    """A word about a story."""

    story = models.ForeignKey(Story, on_delete=models.CASCADE, related_name="comments")
    text = models.TextField()
    at = models.DateTimeField()

    class Meta(Row.Meta):
        ordering: ClassVar[list[str]] = ["at", "id"]
