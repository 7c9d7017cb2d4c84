"""Notes, their revisions, what the looks said of each, and the yes of their author."""

from typing import ClassVar

from django.db import models

from seguito.records.models.interviews import Application, Detail, Interview
from seguito.records.models.people import Person
from seguito.records.models.row import Row


class Note(Row):
    """The text one sends. Its words are in its revisions; `revision` is the number of the current one."""

    to = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notes")
    interview = models.ForeignKey(Interview, null=True, on_delete=models.CASCADE, related_name="notes")
    application = models.ForeignKey(Application, null=True, on_delete=models.CASCADE, related_name="notes")
    channel = models.CharField(max_length=20)
    language = models.CharField(max_length=10)
    purpose = models.CharField(max_length=20)
    state = models.CharField(max_length=10)
    current = models.OneToOneField("records.Revision", null=True, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(null=True)

    class Meta(Row.Meta):
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["workspace", "interview"]),
            models.Index(fields=["workspace", "to"]),
        ]


class Revision(Row):
    """The words of a note at one time. Nothing typed is ever lost: a revision is added, never changed."""

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveIntegerField()
    subject = models.CharField(max_length=500, blank=True)
    text = models.TextField()
    touched = models.BooleanField()  # written by its author; False: a sheet as it was laid out
    made_at = models.DateTimeField()

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "note", "number"], name="revision_number"),
        ]


class NoteDetail(Row):
    """A detail that a note's sheet was laid out with. `used`: its author says that the note draws on it."""

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="note_details")
    detail = models.ForeignKey(Detail, on_delete=models.CASCADE, related_name="note_details")
    assigned = models.BooleanField(default=True)
    used = models.BooleanField(default=False)

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "note", "detail"], name="notedetail_once"),
        ]


class LookResult(Row):
    """What one look said about one revision (T4.1)."""

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="looks")
    look = models.CharField(max_length=10)
    passed = models.BooleanField()
    findings = models.JSONField(default=list)
    looked_at = models.DateTimeField()

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "revision", "look"], name="lookresult_once"),
        ]


class FindingAnswer(Row):
    """The author's answer to a finding, bound to its rule and words (its id), whatever changes elsewhere."""

    note = models.ForeignKey(Note, on_delete=models.CASCADE, related_name="answers")
    finding = models.CharField(max_length=20)
    because = models.TextField()
    answered_at = models.DateTimeField()

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "note", "finding"], name="findinganswer_once"),
        ]


class Approval(Row):
    """The author's yes, with everything that it is a yes to. Never changed; withdrawn when the words change."""

    revision = models.ForeignKey(Revision, on_delete=models.CASCADE, related_name="approvals")
    subject = models.CharField(max_length=500, blank=True)
    text = models.TextField()
    sender = models.CharField(max_length=500, blank=True)
    recipients = models.JSONField(default=list)
    message_id = models.CharField(max_length=255)
    in_reply_to = models.CharField(max_length=255, blank=True)
    references = models.JSONField(default=list)
    because = models.TextField(blank=True)  # over an open finding only with a reason
    approved_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "message_id"], name="approval_message"),
            models.UniqueConstraint(
                fields=["workspace", "revision"], condition=models.Q(withdrawn_at=None), name="approval_standing"
            ),
        ]


class Posting(Row):
    """The journey of a card or letter by post (T1.2)."""

    note = models.OneToOneField(Note, on_delete=models.CASCADE, related_name="posting")
    service = models.CharField(max_length=60)
    posted_on = models.DateField()
    expected_from = models.DateField(null=True)
    expected_until = models.DateField(null=True)
    arrived_on = models.DateField(null=True)

    class Meta(Row.Meta):
        pass
