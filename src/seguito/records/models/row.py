"""What every table has: a key, a short id to show, and the workspace it belongs to."""

import uuid
from typing import Any, ClassVar, Self, TypeVar

import uuid_utils.compat as uuid_utils
from django.db import models

from seguito.core.nouns import Who

_SHORT_LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"  # Crockford's: none that is taken for another
SHORT_LENGTH = 10

_R = TypeVar("_R", bound="Row")


def new_id() -> uuid.UUID:
    """A UUIDv7: rows made later sort later, so an index grows at its end."""
    return uuid_utils.uuid7()


def short_of(key: uuid.UUID) -> str:
    """The id that people see and type: the last 50 bits of the key, all of them random, in ten letters."""
    bits = key.int
    return "".join(_SHORT_LETTERS[bits >> 5 * place & 31] for place in reversed(range(SHORT_LENGTH)))


class Workspace(models.Model):
    """One person's, or one team's, set of records. Every other row belongs to exactly one."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=200, blank=True)
    me = models.ForeignKey("records.Person", null=True, on_delete=models.SET_NULL, related_name="+")
    playbook = models.CharField(max_length=40, blank=True)
    settings = models.JSONField(default=dict)
    created_at = models.DateTimeField()


class Scoped(models.QuerySet[_R]):
    """Rows of one table. `of` comes first in every query: nobody sees beyond their own workspace."""

    def of(self, who: Who) -> Self:
        return self.filter(workspace_id=who.workspace)


class Row(models.Model):
    """The base of every table but Workspace."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    short = models.CharField(max_length=SHORT_LENGTH, editable=False)
    workspace = models.ForeignKey(Workspace, on_delete=models.CASCADE, related_name="+")

    objects = Scoped.as_manager()

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["workspace", "short"], name="%(class)s_short"),
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.__dict__.get("short") == "":  # a row that was read without it has none to look at
            self.short = short_of(self.id)
