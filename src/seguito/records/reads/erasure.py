"""What the records hold about a person, and where others' words name them."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import models as fields
from django.db.models import Case, Count, Q, QuerySet, Value, When
from django.db.models.functions import Cast, Concat

from seguito.core.erasure import Traces
from seguito.core.nouns import Person, Who
from seguito.records import models
from seguito.records.reads.people import people_rows, person_row, person_value
from seguito.records.suppression import Erased

_Seats = QuerySet[models.Interview, Any]
_TEXTS = (fields.CharField, fields.TextField, fields.JSONField)
_NOT_WORDS = frozenset({"short", "key"})

# Where a part of the name is that person's: the rows around an interview that they sat in.
_NEAR: dict[type[models.Row], Callable[[_Seats], Q]] = {
    models.Interview: lambda talks: Q(id__in=talks),
    models.Application: lambda talks: Q(interviews__in=talks),
    models.Detail: lambda talks: Q(interview__in=talks),
    models.Revision: lambda talks: Q(note__interview__in=talks),
    models.Approval: lambda talks: Q(revision__note__interview__in=talks),
    models.LookResult: lambda talks: Q(revision__note__interview__in=talks),
    models.FindingAnswer: lambda talks: Q(note__interview__in=talks),
    models.Delivery: lambda talks: Q(note__interview__in=talks),
    models.Letter: lambda talks: Q(note__interview__in=talks),
    models.FollowUp: lambda talks: Q(interview__in=talks) | Q(application__interviews__in=talks),
    models.Contact: lambda talks: Q(person__seats__interview__in=talks),
    models.Story: lambda talks: Q(application__interviews__in=talks),
    models.Comment: lambda talks: Q(story__application__interviews__in=talks),
}


@dataclass(frozen=True, slots=True)
class Mention:
    """Where somebody else's words name the person. `where`: the kind of row; `quote`: the words around it."""

    where: str
    id: str
    field: str
    quote: str


@dataclass(frozen=True, slots=True)
class Found:
    """A row that names the person, and its fields with their values as they are to be."""

    row: models.Row
    changes: dict[str, Any]
    mentions: tuple[Mention, ...]


def record_key(who: Who, person_id: str) -> str:
    """The whole key of a person's record, in hex."""
    return person_row(who, person_id).id.hex


def merged_keys(who: Who, person_id: str) -> tuple[str, ...]:
    """The keys of records that were merged into the person's, as they were written down then."""
    rows = models.AuditEntry.objects.of(who).filter(what="merged", about=person_row(who, person_id).short)
    return tuple(entry.facts["record"] for entry in rows)


def held_about(who: Who, person_id: str) -> dict[str, int]:
    """How many rows of each kind go with the person."""
    row = models.Person.objects.of(who).get(short=person_id)
    counts: dict[str, QuerySet[Any, Any]] = {
        "details": models.Detail.objects.of(who).filter(person=row),
        "notes": models.Note.objects.of(who).filter(to=row),
        "revisions": models.Revision.objects.of(who).filter(note__to=row),
        "deliveries": models.Delivery.objects.of(who).filter(note__to=row),
        "letters": models.Letter.objects.of(who).filter(person=row),
        "contacts": models.Contact.objects.of(who).filter(person=row),
        "interviews": models.Seat.objects.of(who).filter(person=row),
        "follow_ups": models.FollowUpPerson.objects.of(who).filter(person=row),
        "impressions": models.Impression.objects.of(who).filter(talent__person=row),
        "skills": models.TalentSkill.objects.of(who).filter(talent__person=row),
    }
    each = [
        rows.order_by().annotate(table=Value(name)).values("table").annotate(n=Count("id")).values_list("table", "n")
        for name, rows in counts.items()
    ]
    found = dict(each[0].union(*each[1:], all=True))
    return {name: found.get(name, 0) for name in counts}


def eml_paths(who: Who, person_id: str) -> tuple[str, ...]:
    """Files that were written for one's own mail program."""
    rows = models.Delivery.objects.of(who).filter(note__to__short=person_id).exclude(eml="")
    return tuple(rows.values_list("eml", flat=True))


def met_with(who: Who, person_id: str) -> tuple[Person, ...]:
    """Everybody else who sat in the same interviews."""
    rows = people_rows(who).filter(seats__interview__seats__person__short=person_id).exclude(short=person_id)
    return tuple(person_value(row) for row in rows.distinct())


def naming(who: Who, traces: Traces, interviews: Iterable[str]) -> Iterator[Found]:
    """Every row of the workspace that names the person. `interviews`: ids of those that they sat in.

    One query finds the rows that may; only those are read, one query a kind.
    """
    talks = models.Interview.objects.of(who).filter(short__in=list(interviews))
    words = {str(model._meta.model_name): (model, names) for model, names in _with_words()}
    each = [_that_may(who, traces, talks, model, names) for model, names in words.values()]
    perhaps: dict[str, dict[Any, bool]] = {}
    for kind, key, near in each[0].union(*each[1:], all=True):
        perhaps.setdefault(kind, {})[key] = bool(near)
    for kind, (model, names) in words.items():
        close = perhaps.get(kind, {})
        for row in model.objects.of(who).filter(id__in=list(close)).order_by("id") if close else ():
            if found := _read(row, names, traces, close[row.id]):
                yield found


def _with_words() -> Iterator[tuple[type[models.Row], list[str]]]:
    """Every table in which somebody may be named, and its columns of words."""
    for model in apps.get_app_config("records").get_models():
        if issubclass(model, models.Row) and model is not models.Person:
            columns = [one for one in model._meta.concrete_fields if isinstance(one, _TEXTS)]
            if names := [one.name for one in columns if one.name not in _NOT_WORDS]:
                yield model, names


def _that_may(
    who: Who, traces: Traces, talks: _Seats, model: type[models.Row], names: list[str]
) -> QuerySet[Any, tuple[str, Any, bool]]:
    """The rows of a table that may name them: the table's name, the row's key, and whether it is near."""
    rows = model.objects.of(who).order_by()
    near = Q(id__in=rows.filter(_NEAR[model](talks)).values("id")) if model in _NEAR else Q(id__in=[])
    told = (*(Cast(name, fields.TextField()) for name in names), Value(""))  # joining takes two
    may = _holds(traces.pieces(near=False)) | (near & _holds(traces.pieces(near=True)))
    found = rows.annotate(told_in_all=Concat(*told, output_field=fields.TextField())).filter(may)
    close = Case(When(near, then=True), default=False)
    return found.annotate(table=Value(model._meta.model_name), close=close).values_list("table", "id", "close")


def _holds(sets: Iterable[Iterable[str]]) -> Q:
    """Any of the sets, whole, within a row's words."""
    either = Q(id__in=[])
    for pieces in sets:
        every = Q()
        for piece in sorted(pieces, key=len, reverse=True):  # the rarest first
            every &= Q(told_in_all__icontains=piece)
        either |= every
        if not every:
            return Q()
    return either


def _read(row: models.Row, names: list[str], traces: Traces, near: bool) -> Found | None:
    changes, mentions = {}, []
    for name in names:
        before = getattr(row, name)
        after = _without(before, traces, near)
        if after != before:
            changes[name] = after
            mentions += [Mention(str(row._meta.model_name), row.short, name, q) for q in _quotes(before, traces, near)]
    return Found(row, changes, tuple(mentions)) if changes else None


def _without(value: Any, traces: Traces, near: bool) -> Any:
    match value:
        case str():
            return traces.taken_out(value, near)
        case list():
            return [_without(one, traces, near) for one in value]
        case dict():
            return {name: _without(one, traces, near) for name, one in value.items()}
    return value


def _quotes(value: Any, traces: Traces, near: bool) -> Iterator[str]:
    match value:
        case str():
            for start, end in traces.spans(value, near):
                yield " ".join(value[max(0, start - 30) : end + 30].split())
        case list():
            for one in value:
                yield from _quotes(one, traces, near)
        case dict():
            yield from _quotes(list(value.values()), traces, near)


def come_back(who: Who, list_: Erased) -> tuple[str, ...]:
    """Ids of people in the records who were erased: a copy from before has brought them back."""
    if not list_.until:
        return ()
    return tuple(
        row.short
        for row in people_rows(who)
        if list_.covers(row.id.hex, [email.address for email in row.emails.all()], row.phones)
    )
