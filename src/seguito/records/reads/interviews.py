"""Applications, interviews and what was said, as values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from seguito.core.folding import folded
from seguito.core.nouns import Application, By, Detail, DetailKind, Interview, Pace, Who
from seguito.records import models
from seguito.records.reads.one import the_one
from seguito.records.reads.people import organisation_value, person_value
from seguito.records.reads.postings import Arrived, arrived_card, postings
from seguito.records.reads.problems import NoSuchApplication, NoSuchInterview


def application_value(row: models.Application) -> Application:
    return Application(
        id=row.short,
        organisation=organisation_value(row.organisation),
        role=row.role,
        stage=row.stage,
        pace=Pace(row.pace or Pace.UNKNOWN),
        decision_by=row.decision_by,
        promised_on=row.promised_on,
        outcome=row.outcome,
        playbook=row.playbook,
    )


def interview_value(row: models.Interview) -> Interview:
    """With its times in the interview's own zone."""
    zone = ZoneInfo(row.zone)
    return Interview(
        id=row.short,
        application=application_value(row.application),
        starts_at=row.starts_at.astimezone(zone),
        ends_at=row.ends_at.astimezone(zone) if row.ends_at else None,
        zone=row.zone,
        panel=tuple(person_value(seat.person) for seat in row.seats.all()),
        place=row.place,
        join_url=row.join_url,
        language=row.language,
        cancelled=row.cancelled,
        debriefed=row.debriefed_at is not None,
    )


def detail_value(row: models.Detail) -> Detail:
    return Detail(
        id=row.short,
        person=row.person.short if row.person else None,
        kind=DetailKind(row.kind),
        by=By(row.by),
        text=row.text,
        due_on=row.due_on,
        noted=row.position,
    )


def interview_rows(who: Who) -> QuerySet[models.Interview]:
    seated = models.Seat.objects.of(who).select_related("person__organisation").prefetch_related("person__emails")
    seats = Prefetch("seats", seated)
    return models.Interview.objects.of(who).select_related("application__organisation").prefetch_related(seats)


def interview_row(who: Who, wanted: str) -> models.Interview:
    """Which interview `wanted` means: an id, its beginning, or the organisation's or a panelist's name."""
    name = folded(wanted)
    named = (
        Q(application__organisation__folded=name)
        | Q(application__organisation__folded__startswith=name + " ")
        | Q(application__organisation__folded__endswith=" " + name)
        | Q(seats__person__folded=name)
        | Q(seats__person__folded__startswith=name + " ")
        | Q(seats__person__folded__endswith=" " + name)
    )
    return the_one(interview_rows(who), wanted, named, NoSuchInterview, _shown)


def interview(who: Who, wanted: str) -> Interview:
    return interview_value(interview_row(who, wanted))


@dataclass(frozen=True, slots=True)
class InviteStands:
    """An interview that came by invite, and which version of the invite it stands on."""

    interview: Interview
    sequence: int
    stamped_at: datetime | None


def interview_by_invite(who: Who, uid: str, instance: str) -> InviteStands | None:
    """The interview of that invite. `instance`: which one of a series, in ISO 8601; empty for a single event.

    An instance is also found as the series' first date, when that is what was recorded.
    """
    rows = interview_rows(who).filter(uid=uid)
    row = rows.filter(recurrence_id=instance).first()
    if row is None and len(instance) > len("2026-12-02"):
        row = rows.filter(recurrence_id="", starts_at=datetime.fromisoformat(instance)).first()
    return InviteStands(interview_value(row), row.sequence, row.stamped_at) if row else None


def organisation_names(who: Who) -> frozenset[str]:
    """Every organisation's names, in small letters."""
    rows = models.Organisation.objects.of(who).values_list("name", "also")
    return frozenset(name.casefold() for first, also in rows for name in (first, *also))


def application_row(who: Who, wanted: str) -> models.Application:
    name = folded(wanted)
    named = Q(organisation__folded=name) | Q(organisation__folded__startswith=name + " ")
    rows = models.Application.objects.of(who).select_related("organisation")
    return the_one(rows, wanted, named, NoSuchApplication, lambda row: f"{row.organisation.name}, {row.role}")


def details(who: Who, interview_id: str) -> tuple[Detail, ...]:
    """What was said in an interview, in the order in which it was written down."""
    rows = models.Detail.objects.of(who).filter(interview__short=interview_id).select_related("person")
    return tuple(detail_value(row) for row in rows.order_by("position", "id"))


def details_of(who: Who, interview_ids: Iterable[str]) -> dict[str, tuple[Detail, ...]]:
    """The same for several interviews in one query, by interview."""
    found: dict[str, list[Detail]] = {key: [] for key in interview_ids}
    rows = models.Detail.objects.of(who).filter(interview__short__in=list(found))
    for row in rows.select_related("person", "interview").order_by("position", "id"):
        found[row.interview.short].append(detail_value(row))
    return {key: tuple(rows) for key, rows in found.items()}


def former_names(who: Who, application_id: str, latest: int = 50) -> tuple[str, ...]:
    """People, organisations and roles of one's `latest` other applications: what may be left over in a note (T4.3).

    A name is left over from a letter that is still at hand; of years ago, it would cost every look its time.
    """
    rows = models.Application.objects.of(who).exclude(short=application_id).select_related("organisation")
    others = list(rows.order_by("-id")[:latest])
    houses = {row.organisation.name for row in others} | {name for row in others for name in row.organisation.also}
    roles = {row.role for row in others if row.role}
    seats = models.Seat.objects.of(who).filter(interview__application__in=[row.id for row in others])
    people = seats.values_list("person__given", "person__family").distinct()
    names = {f"{given} {family}".strip() for given, family in people}
    return tuple(sorted((houses | roles | names) - {""}))


def _shown(row: models.Interview) -> str:
    return f"{row.application.organisation.name}, {row.starts_at.astimezone(ZoneInfo(row.zone)):%Y-%m-%d %H:%M}"


@dataclass(frozen=True, slots=True)
class Posted:
    """A card in the post. `expected_by`: None where nobody knows, or once it has arrived."""

    note: str
    on: date
    expected_by: date | None


@dataclass(frozen=True, slots=True)
class Kept:
    """What planning needs beside the interview: when it was recorded, their last answer, and what was posted.

    `posted`: by person's id. `arrived`: whatever cards came, of any interview, the latest first.
    """

    recorded_on: date
    replied_at: datetime | None
    posted: dict[str, Posted]
    arrived: tuple[Arrived, ...] = ()


def kept_facts(who: Who, interview_id: str) -> Kept:
    since = Coalesce(OuterRef("ends_at"), OuterRef("starts_at"))
    answers = models.Contact.objects.of(who).filter(
        direction="in", person__seats__interview=OuterRef("id"), at__gte=since
    )
    latest = Subquery(answers.order_by("-at").values("at")[:1])
    row = models.Interview.objects.of(who).annotate(replied_at=latest).get(short=interview_id)
    cards = postings(who, row)
    return Kept(
        recorded_on=row.recorded_at.astimezone(ZoneInfo(row.zone)).date(),
        replied_at=row.replied_at,
        posted={
            one.note.to.short: Posted(one.note.short, one.posted_on, None if one.arrived_on else one.expected_until)
            for one in cards
            if one.note.interview_id == row.id
        },
        arrived=tuple(card for card in map(arrived_card, cards) if card),
    )


def interviews_at(who: Who, organisation_id: str) -> tuple[str, ...]:
    return _ids(models.Interview.objects.of(who).filter(application__organisation__short=organisation_id))


def interviews_for(who: Who, application_id: str) -> tuple[str, ...]:
    return _ids(models.Interview.objects.of(who).filter(application__short=application_id))


def interviews_of_application(who: Who, application_id: str) -> tuple[Interview, ...]:
    """The latest first."""
    rows = interview_rows(who).filter(application__short=application_id).order_by("-starts_at", "id")
    return tuple(map(interview_value, rows))


def interviews_since(who: Who, moment: datetime) -> tuple[str, ...]:
    """The ids of those that began after that moment."""
    rows = models.Interview.objects.of(who).filter(starts_at__gte=moment, cancelled=False).order_by("starts_at")
    return tuple(rows.values_list("short", flat=True))


def interviews_with(who: Who, person_id: str) -> tuple[str, ...]:
    return _ids(models.Interview.objects.of(who).filter(seats__person__short=person_id))


def open_interviews(who: Who) -> tuple[str, ...]:
    """Those with something still to do."""
    return _ids(models.Interview.objects.of(who).filter(follow_ups__state="planned").distinct())


def _ids(rows: QuerySet[models.Interview]) -> tuple[str, ...]:
    return tuple(rows.order_by("id").values_list("short", flat=True))


def application_or_interviews(who: Who, wanted: str) -> str:
    """The id of the application that `wanted` means, or of the one that an interview called so belongs to."""
    key = wanted.strip().lower()
    talk = models.Interview.objects.of(who).filter(short=key).select_related("application").first()
    return talk.application.short if talk else application_row(who, wanted).short


def all_house_names(who: Who) -> tuple[str, ...]:
    """Every organisation's names as they are written, the longest first."""
    rows = models.Organisation.objects.of(who).values_list("name", "also")
    return tuple(sorted({name for first, also in rows for name in (first, *also)}, key=lambda name: (-len(name), name)))
