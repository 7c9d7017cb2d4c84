"""What is planned."""

from typing import ClassVar

from django.db import models

from seguito.records.models.interviews import Application, Interview
from seguito.records.models.people import Person
from seguito.records.models.row import Row
from seguito.records.models.talent import Talent


class FollowUp(Row):
    """A planned contact and its window. `key` is the same whenever the same thing is planned again."""

    key = models.CharField(max_length=200)
    kind = models.CharField(max_length=20)
    interview = models.ForeignKey(Interview, null=True, on_delete=models.CASCADE, related_name="follow_ups")
    application = models.ForeignKey(Application, null=True, on_delete=models.CASCADE, related_name="follow_ups")
    talent = models.ForeignKey(Talent, null=True, on_delete=models.CASCADE, related_name="follow_ups")
    opens_at = models.DateTimeField()
    best_until = models.DateTimeField(null=True)
    closes_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=10)  # planned, done, superseded, cancelled
    reasons = models.JSONField(default=list)
    next_step = models.JSONField(default=dict)
    offers = models.JSONField(default=list)
    done_at = models.DateTimeField(null=True)
    replaced_by = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="replaces")

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "key"], name="followup_key"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["workspace", "state", "opens_at"]),
            models.Index(fields=["workspace", "interview"]),
        ]


class PublishedEvent(Row):
    """How an event of the plan was left on the person's calendar server: its ETag there, and what we had written."""

    name = models.CharField(max_length=60)
    etag = models.CharField(max_length=300, blank=True)
    digest = models.CharField(max_length=64)

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "name"], name="publishedevent_once"),
        ]


class FollowUpPerson(Row):
    """Whom a follow-up is for."""

    follow_up = models.ForeignKey(FollowUp, on_delete=models.CASCADE, related_name="follow_up_people")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="follow_ups")

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "follow_up", "person"], name="followupperson_once"),
        ]
