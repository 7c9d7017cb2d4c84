"""Organisations and applications as lists, and one house with everything that belongs to it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Max, Q, QuerySet

from seguito.core.folding import folded
from seguito.core.nouns import Application, Interview, Organisation, Person, Who
from seguito.records import models
from seguito.records.reads.interviews import application_row, application_value, interview_rows, interview_value
from seguito.records.reads.people import organisation_row, organisation_value, people_rows, person_value

OPEN = "open"  # an application of which nothing has come yet
_SHOWN = 40  # people and interviews of a house that are shown at once


@dataclass(frozen=True, slots=True)
class House:
    """An organisation in a list: how many people are known there, and how many applications there are."""

    organisation: Organisation
    people: int
    applications: int


@dataclass(frozen=True, slots=True)
class WholeHouse:
    """`more_people`: how many are not among `people`."""

    organisation: Organisation
    people: tuple[Person, ...]
    more_people: int
    applications: tuple["Applied", ...]


@dataclass(frozen=True, slots=True)
class Applied:
    """An application in a list: how many interviews it has had, and when the last one was."""

    application: Application
    interviews: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class WholeApplication:
    application: Application
    interviews: tuple[Interview, ...]


def organisation(who: Who, wanted: str) -> Organisation:
    return organisation_value(organisation_row(who, wanted))


def some_houses(who: Who, like: str, first: int, count: int) -> tuple[House, ...]:
    """Those whose name or city holds `like` (empty: all), by name, from number `first` (from 0) on."""
    rows, wanted = models.Organisation.objects.of(who), folded(like)
    if wanted:
        rows = rows.filter(Q(folded__contains=wanted) | Q(city__icontains=like) | Q(also__icontains=like))
    shown = list(rows.order_by("folded", "id")[first : first + count])
    people = _counts(models.Person.objects.of(who).filter(organisation__in=shown), "organisation")
    applied = _counts(models.Application.objects.of(who).filter(organisation__in=shown), "organisation")
    return tuple(House(organisation_value(row), people.get(row.id, 0), applied.get(row.id, 0)) for row in shown)


def whole_house(who: Who, wanted: str) -> WholeHouse:
    row = organisation_row(who, wanted)
    people = people_rows(who).filter(organisation=row).order_by("family", "given", "id")
    shown = tuple(map(person_value, people[:_SHOWN]))
    more = people.count() - len(shown) if len(shown) == _SHOWN else 0
    applications = models.Application.objects.of(who).filter(organisation=row).select_related("organisation")
    return WholeHouse(organisation_value(row), shown, more, _applied(who, list(applications.order_by("-id")[:_SHOWN])))


def held_at(who: Who, organisation_id: str) -> dict[str, int]:
    """How many rows of each kind belong to the house."""
    row = models.Organisation.objects.of(who).get(short=organisation_id)
    return {
        "people": models.Person.objects.of(who).filter(organisation=row).count(),
        "applications": models.Application.objects.of(who).filter(organisation=row).count(),
    }


def some_applications(who: Who, like: str, outcome: str, first: int, count: int) -> tuple[Applied, ...]:
    """Those whose role or house holds `like`, with that `outcome` (empty: any; `OPEN`: none yet), the latest first."""
    rows, wanted = models.Application.objects.of(who), folded(like)
    if wanted:
        houses = models.Organisation.objects.of(who).filter(folded__contains=wanted)
        rows = rows.filter(Q(organisation__in=houses) | Q(role__icontains=like.strip()))
    if outcome:
        rows = rows.filter(outcome="" if outcome == OPEN else outcome)
    return _applied(who, list(rows.select_related("organisation").order_by("-id")[first : first + count]))


def whole_application(who: Who, wanted: str) -> WholeApplication:
    row = application_row(who, wanted)
    talks = interview_rows(who).filter(application=row).order_by("-starts_at", "id")
    return WholeApplication(application_value(row), tuple(map(interview_value, talks)))


def _applied(who: Who, rows: list[models.Application]) -> tuple[Applied, ...]:
    talks = models.Interview.objects.of(who).filter(application__in=rows).values("application")
    seen = {one["application"]: one for one in talks.annotate(n=Count("id"), last=Max("starts_at"))}
    return tuple(
        Applied(application_value(row), found["n"] if found else 0, found["last"] if found else None)
        for row in rows
        for found in (seen.get(row.id),)
    )


def _counts(rows: QuerySet[Any], by: str) -> dict[object, int]:
    return {one[by]: one["n"] for one in rows.values(by).annotate(n=Count("id"))}
