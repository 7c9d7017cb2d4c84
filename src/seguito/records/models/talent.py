"""The recruiter's file: who impressed, on what evidence, with whose leave and until when (T5.1, T5.2)."""

from typing import ClassVar

from django.db import models

from seguito.records.models.people import Person
from seguito.records.models.row import Row


class Talent(Row):
    """A person's place in the file. `number`: a key that the text index and the skills refer to.

    `words`: stems of everything that is written here, as the text index holds them. `regard`: how they followed up,
    in points; `last_contact_on`: both kept here so that a ranking reads one table.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="talent")
    number = models.BigIntegerField(unique=True)
    because = models.TextField()
    source = models.CharField(max_length=300, blank=True)
    basis = models.CharField(max_length=20)
    consent_given_on = models.DateField(null=True)
    consent_until = models.DateField(null=True)
    consent_words = models.TextField(blank=True)
    renewal_asked_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    notice_given_on = models.DateField(null=True)
    keep_until = models.DateField()
    short_list = models.BooleanField(default=False)
    available = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)
    regard = models.PositiveSmallIntegerField(default=0)
    last_contact_on = models.DateField(null=True)
    added_at = models.DateTimeField()

    class Meta(Row.Meta):
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["workspace", "keep_until"]),
            models.Index(fields=["workspace", "number"], name="talent_number"),
        ]


class Impression(Row):
    """Something that impressed, in the recruiter's own words, on its day."""

    talent = models.ForeignKey(Talent, on_delete=models.CASCADE, related_name="impressions")
    text = models.TextField()
    on = models.DateField()

    class Meta(Row.Meta):
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["workspace", "talent"], name="impression_talent")]
        ordering: ClassVar[list[str]] = ["on", "id"]


class TalentSkill(Row):
    """What somebody can, speaks, where they are, or was missing (`held` False). `until`: the consent's last day.

    `until` repeats the talent's own day, so that a search for a skill reads one index and never a closed file.
    """

    talent = models.ForeignKey(Talent, to_field="number", on_delete=models.CASCADE, related_name="skills")
    skill = models.CharField(max_length=200)
    label = models.CharField(max_length=200)
    held = models.BooleanField()
    evidence = models.TextField(blank=True)
    on = models.DateField(null=True)
    until = models.DateField(null=True)

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "talent", "skill"], name="talentskill_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["workspace", "skill", "held", "until", "talent"], name="talentskill_holders"),
            models.Index(fields=["talent", "skill", "held"], name="talentskill_of"),
        ]


class Opening(Row):
    """A place to fill, and what it asks for."""

    title = models.CharField(max_length=300)
    folded = models.CharField(max_length=300)
    required = models.JSONField(default=list)
    wished = models.JSONField(default=list)
    place = models.CharField(max_length=200, blank=True)
    languages = models.JSONField(default=list)
    text = models.TextField(blank=True)
    opened_at = models.DateTimeField()
    closed_on = models.DateField(null=True)

    class Meta(Row.Meta):
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["workspace", "folded"])]
