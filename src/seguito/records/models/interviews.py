"""Applications, interviews, who sat there, and what was said."""

from typing import ClassVar

from django.db import models

from seguito.records.models.people import Organisation, Person
from seguito.records.models.row import Row


class Application(Row):
    """One person's application for one role at one organisation."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="applications")
    role = models.CharField(max_length=300, blank=True)
    stage = models.CharField(max_length=60, blank=True)
    pace = models.CharField(max_length=10, blank=True)
    decision_by = models.DateField(null=True)
    promised_on = models.DateField(null=True)
    outcome = models.CharField(max_length=20, blank=True)
    outcome_at = models.DateTimeField(null=True)
    playbook = models.CharField(max_length=40, blank=True)

    class Meta(Row.Meta):
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["workspace", "organisation"])]


class Interview(Row):
    """A conversation with a panel, and where its invite stands (`uid`, `sequence`, `recurrence_id`: RFC 5545)."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="interviews")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    zone = models.CharField(max_length=64)
    place = models.CharField(max_length=500, blank=True)
    join_url = models.CharField(max_length=2000, blank=True)
    language = models.CharField(max_length=10, blank=True)
    uid = models.CharField(max_length=500, blank=True)
    recurrence_id = models.CharField(max_length=40, blank=True)
    sequence = models.PositiveIntegerField(default=0)
    stamped_at = models.DateTimeField(null=True)
    summary = models.CharField(max_length=500, blank=True)
    cancelled = models.BooleanField(default=False)
    debriefed_at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField()

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(
                fields=["workspace", "uid", "recurrence_id"], condition=~models.Q(uid=""), name="interview_invite"
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["workspace", "starts_at"])]


class Seat(Row):
    """A person at an interview."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="seats")
    position = models.PositiveSmallIntegerField()

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "interview", "person"], name="seat_once"),
        ]
        ordering: ClassVar[list[str]] = ["position"]


class Detail(Row):
    """Something that was said (T3.3 to T3.5). No person: nobody in particular, or not known who."""

    interview = models.ForeignKey(Interview, on_delete=models.CASCADE, related_name="details")
    person = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="details")
    kind = models.CharField(max_length=10)
    by = models.CharField(max_length=4)
    text = models.TextField()
    due_on = models.DateField(null=True)
    position = models.PositiveIntegerField()

    class Meta(Row.Meta):
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["workspace", "interview", "position"])]
        ordering: ClassVar[list[str]] = ["position"]
