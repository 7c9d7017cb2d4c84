"""Whom one knows, with the last contact and everything that was said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Max, Q, QuerySet

from seguito.core.folding import folded
from seguito.core.nouns import By, Detail, DetailKind, Note, Person, Who
from seguito.core.planning.follow_up import Kind
from seguito.records import models
from seguito.records.reads.follow_ups import next_with
from seguito.records.reads.interviews import detail_value
from seguito.records.reads.notes import note_rows, note_value
from seguito.records.reads.people import people_rows, person_value

_BY_NAME = ("family", "given", "id")


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """`last_contact`: in either direction, or None. `next`: what comes next with them, and when it opens.

    `cares_about`: what they spoke of, the latest first.
    """

    person: Person
    last_contact: datetime | None
    next: tuple[Kind, datetime] | None = None
    cares_about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A real contact, in either direction. `note`: the id of the note that it was; empty for any other."""

    at: datetime
    theirs: bool
    channel: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Everything:
    """`words`: every contact, the latest first."""

    acquaintance: Acquaintance
    details: tuple[Detail, ...]
    notes: tuple[Note, ...]
    words: tuple[Word, ...] = ()


def acquaintances(who: Who) -> tuple[Acquaintance, ...]:
    """Everybody but oneself, by family name."""
    coming, said = next_with(who), _spoke_of(who)
    return tuple(
        Acquaintance(person_value(row), row.last, coming.get(row.short), tuple(said.get(row.short, ())))
        for row in _others(who)
    )


def some_acquaintances(who: Who, like: str, first: int, count: int) -> tuple[Acquaintance, ...]:
    """Those whose name, house or address holds `like` (empty: everybody), from number `first` (from 0) on."""
    rows, wanted = _not_oneself(who, models.Person.objects.of(who)), folded(like)
    if wanted:
        addresses = models.EmailAddress.objects.of(who).filter(folded__contains=like.strip().lower())
        houses = models.Organisation.objects.of(who).filter(folded__contains=wanted)
        by_house, by_address = Q(organisation__in=houses), Q(id__in=addresses.values("person"))
        rows = rows.filter(Q(folded__contains=wanted) | by_house | by_address)
    # The list is cut first: what is shown of each is then looked up for so many alone.
    shown = list(rows.order_by(*_BY_NAME).values_list("id", flat=True)[first : first + count])
    found = people_rows(who).filter(id__in=shown).annotate(last=Max("contacts__at")).order_by(*_BY_NAME)
    return tuple(Acquaintance(person_value(row), row.last) for row in found)


def these_acquaintances(who: Who, ids: Sequence[str]) -> dict[str, Acquaintance]:
    """These people, by id, with the last contact and what they spoke of."""
    said = _spoke_of(who, ids)
    rows = people_rows(who).filter(short__in=ids).annotate(last=Max("contacts__at"))
    return {row.short: Acquaintance(person_value(row), row.last, None, tuple(said.get(row.short, ()))) for row in rows}


def lately_in_touch(who: Who, count: int) -> tuple[str, ...]:
    """Ids of those with whom the latest contacts were, the latest first."""
    rows = models.Contact.objects.of(who).order_by("-at").values_list("person__short", flat=True)
    return tuple(dict.fromkeys(rows[: 5 * count]))[:count]


def _spoke_of(who: Who, ids: Sequence[str] | None = None) -> dict[str, list[str]]:
    """By person's id: what they said of their work and of themselves, the latest first; of `ids` alone, if given."""
    kinds = [DetailKind.ASIDE, DetailKind.INSIGHT]
    rows = models.Detail.objects.of(who).filter(person__isnull=False, kind__in=kinds, by=By.THEM)
    if ids is not None:
        rows = rows.filter(person__short__in=ids)
    found: dict[str, list[str]] = {}
    for person, text in rows.order_by("-id").values_list("person__short", "text"):
        found.setdefault(person, []).append(text)
    return found


def _others(who: Who) -> QuerySet[Any]:  # of people, each with `last`
    rows = _not_oneself(who, people_rows(who)).annotate(last=Max("contacts__at"))
    return rows.order_by(*_BY_NAME)


def _not_oneself(who: Who, rows: QuerySet[models.Person]) -> QuerySet[models.Person]:
    own = models.Workspace.objects.filter(id=who.workspace, me__isnull=False).values("me")
    return rows.exclude(id__in=own)


def everything_about(who: Who, person_id: str) -> Everything:
    row = people_rows(who).annotate(last=Max("contacts__at")).get(short=person_id)
    heard = models.Detail.objects.of(who).filter(person=row).select_related("person").order_by("-interview", "position")
    return Everything(
        acquaintance=Acquaintance(person_value(row), row.last, next_with(who).get(row.short)),
        details=tuple(map(detail_value, heard)),
        notes=tuple(map(note_value, note_rows(who).filter(to=row).order_by("-id"))),
        words=tuple(
            Word(one.at, one.direction == "in", one.channel, one.text, one.note.short if one.note else "")
            for one in row.contacts.select_related("note").order_by("-at", "-id")
        ),
    )
