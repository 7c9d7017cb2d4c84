"""Whom one knows, with the last contact and everything that was said."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from seguito.core.nouns import Detail, Note, Person, Who
from seguito.records import models
from seguito.records.reads.interviews import detail_value
from seguito.records.reads.notes import note_rows, note_value
from seguito.records.reads.people import people_rows, person_value


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """`last_contact`: in either direction, or None."""

    person: Person
    last_contact: datetime | None


@dataclass(frozen=True, slots=True)
class Everything:
    acquaintance: Acquaintance
    details: tuple[Detail, ...]
    notes: tuple[Note, ...]


def acquaintances(who: Who) -> tuple[Acquaintance, ...]:
    """Everybody but oneself, by family name."""
    own = models.Workspace.objects.filter(id=who.workspace).values("me")
    rows = people_rows(who).exclude(id__in=own).annotate(last=Max("contacts__at")).order_by("family", "given", "id")
    return tuple(Acquaintance(person_value(row), row.last) for row in rows)


def everything_about(who: Who, person_id: str) -> Everything:
    row = people_rows(who).annotate(last=Max("contacts__at")).get(short=person_id)
    heard = models.Detail.objects.of(who).filter(person=row).select_related("person").order_by("-interview", "position")
    return Everything(
        acquaintance=Acquaintance(person_value(row), row.last),
        details=tuple(map(detail_value, heard)),
        notes=tuple(map(note_value, note_rows(who).filter(to=row).order_by("-id"))),
    )
