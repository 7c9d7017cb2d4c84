"""Organisations, people, and how to reach them."""

from typing import ClassVar

from django.db import models

from seguito.records.models.row import Row


class Organisation(Row):
    """A house, with what it prefers and how fast it decides (T2.1, T2.2)."""

    name = models.CharField(max_length=300)
    folded = models.CharField(max_length=300)  # for finding it again, whatever its case and accents
    also = models.JSONField(default=list)
    prefers = models.CharField(max_length=20, blank=True)
    pace = models.CharField(max_length=10, blank=True)
    country = models.CharField(max_length=2, blank=True)
    city = models.CharField(max_length=200, blank=True)

    class Meta(Row.Meta):
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["workspace", "folded"])]


class Person(Row):
    """Somebody in an organisation, or oneself. Gender and form of address are recorded, never guessed."""

    given = models.CharField(max_length=200, blank=True)
    family = models.CharField(max_length=200, blank=True)
    folded = models.CharField(max_length=401)
    title = models.CharField(max_length=60, blank=True)
    gender = models.CharField(max_length=1, blank=True)
    form = models.CharField(max_length=3, blank=True)
    also = models.JSONField(default=list)
    phones = models.JSONField(default=list)
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.SET_NULL, related_name="people")
    role = models.CharField(max_length=300, blank=True)
    street = models.CharField(max_length=300, blank=True)
    postcode = models.CharField(max_length=20, blank=True)
    city = models.CharField(max_length=200, blank=True)
    region = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2, blank=True)
    zone = models.CharField(max_length=64, blank=True)
    languages = models.JSONField(default=list)
    prefers = models.CharField(max_length=20, blank=True)
    initials = models.CharField(max_length=3, blank=True)

    class Meta(Row.Meta):
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["workspace", "folded"])]


class EmailAddress(Row):
    """An address of a person, the first one being where notes go."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="emails")
    address = models.CharField(max_length=254)  # as it was written
    folded = models.CharField(max_length=254)  # in small letters, for finding its person
    position = models.PositiveSmallIntegerField()

    class Meta(Row.Meta):
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Row.Meta.constraints,
            models.UniqueConstraint(fields=["workspace", "person", "folded"], name="emailaddress_once"),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["workspace", "folded"])]
        ordering: ClassVar[list[str]] = ["position"]


class Contact(Row):
    """A real contact with a person, in either direction: what stay-in-touch counts from (T5.3, T5.4)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="contacts")
    at = models.DateTimeField()
    direction = models.CharField(max_length=3)  # out: I wrote; in: they wrote
    channel = models.CharField(max_length=20)
    note = models.ForeignKey("records.Note", null=True, on_delete=models.SET_NULL, related_name="+")
    text = models.TextField(blank=True)

    class Meta(Row.Meta):
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["workspace", "person", "at"])]
