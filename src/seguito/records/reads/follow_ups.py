"""What is planned, as values."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from seguito.core.nouns import PersonName, Who
from seguito.core.planning.follow_up import FollowUp, Kind, NextStep, Offer
from seguito.core.planning.windows import Window
from seguito.records import models
from seguito.records.reads.people import first_address
from seguito.records.said import reason_value, values_value


@dataclass(frozen=True, slots=True)
class Planned:
    """A follow-up as it is kept. `settled`: done, superseded or cancelled; empty while it is still to be done.

    `ended_at`: when its interview ends.
    """

    id: str
    follow_up: FollowUp
    people: tuple[PersonName, ...]
    organisation: str
    role: str
    zone: str
    ended_at: datetime | None
    settled: str
    done_at: datetime | None


# Hundreds may be open at once: of whom and what they are about only what is shown is read, and as plain values. Rows of
# rows would each leave a cycle behind (row, prefetched list, query, row) for the collector to look through.
_SHOWN = (
    *("id", "short", "key", "kind", "opens_at", "best_until", "closes_at", "reasons", "next_step", "offers"),
    *("state", "done_at", "interview__short", "interview__zone", "interview__ends_at"),
    *("application__short", "application__role", "application__organisation__name"),
)
_Row = dict[str, Any]


def follow_up_rows(who: Who) -> QuerySet[models.FollowUp]:
    return models.FollowUp.objects.of(who).order_by("opens_at", "id")


def planned_values(who: Who, rows: QuerySet[models.FollowUp]) -> tuple[Planned, ...]:
    """These rows as values, in their order, in two queries."""
    found = list(rows.values(*_SHOWN))
    people = _people_of(who, rows) if found else {}
    return tuple(_planned(row, people.get(row["id"], ())) for row in found)


def _people_of(who: Who, rows: QuerySet[models.FollowUp]) -> dict[object, list[PersonName]]:
    """By follow-up's key: with whom, in the panel's order."""
    seats = models.FollowUpPerson.objects.of(who).filter(follow_up__in=rows.values("id")).order_by("id")
    found: dict[object, list[PersonName]] = {}
    for follow_up, short, given, family, email in seats.values_list(
        "follow_up", "person__short", "person__given", "person__family", first_address(who)
    ):
        found.setdefault(follow_up, []).append(PersonName(short, f"{given} {family}".strip(), email or ""))
    return found


def _planned(row: _Row, people: Sequence[PersonName]) -> Planned:
    step = row["next_step"]
    return Planned(
        id=row["short"],
        follow_up=FollowUp(
            kind=Kind(row["kind"]),
            key=row["key"],
            window=Window(row["opens_at"], row["best_until"], row["closes_at"]),
            reasons=tuple(map(reason_value, row["reasons"])),
            next_step=NextStep(step["command"], step["message"], values_value(step["values"])),
            interview=row["interview__short"] or "",
            application=row["application__short"] or "",
            people=tuple(person.id for person in people),
            offers=tuple(
                Offer(datetime.fromisoformat(offer["at"]), reason_value(offer["reason"])) for offer in row["offers"]
            ),
        ),
        people=tuple(people),
        organisation=row["application__organisation__name"] or "",
        role=row["application__role"] or "",
        zone=row["interview__zone"] or "",
        ended_at=row["interview__ends_at"],
        settled="" if row["state"] == "planned" else row["state"],
        done_at=row["done_at"],
    )


def open_by(who: Who, now: datetime) -> tuple[Planned, ...]:
    """What is still to be done and has opened by `now`."""
    return planned_values(who, follow_up_rows(who).filter(state="planned", opens_at__lte=now))


def planned_one(who: Who, wanted: str) -> Planned | None:
    """One follow-up by its id."""
    return next(iter(planned_values(who, follow_up_rows(who).filter(short=wanted))), None)


def planned_for(who: Who, interview_ids: Iterable[str]) -> tuple[Planned, ...]:
    """Everything planned for these interviews and, since something came of them, for their applications."""
    wanted = list(interview_ids)
    applications = models.Interview.objects.of(who).filter(short__in=wanted).values("application")
    own = Q(interview__short__in=wanted) | Q(interview=None, application__in=applications)
    return planned_values(who, follow_up_rows(who).filter(own))


def planned_for_application(who: Who, application_id: str) -> tuple[Planned, ...]:
    """Everything planned over an application, settled or not, before its outcome and after."""
    return planned_values(who, follow_up_rows(who).filter(application__short=application_id))


def planned_after(who: Who, application_id: str) -> tuple[Planned, ...]:
    """What follows the outcome of an application, settled or not."""
    rows = follow_up_rows(who).filter(application__short=application_id, interview=None)
    return planned_values(who, rows)


def planned_with(who: Who, person_ids: Iterable[str]) -> tuple[Planned, ...]:
    """What is still to be done with any of these people, as it opens."""
    rows = follow_up_rows(who).filter(state="planned", follow_up_people__person__short__in=list(person_ids))
    return planned_values(who, rows.distinct())


def done_after(who: Who, application_id: str) -> dict[str, datetime]:
    """When each follow-up of an application's outcome was done, by its key."""
    rows = models.FollowUp.objects.of(who).filter(application__short=application_id, interview=None, state="done")
    return {row.key: row.done_at for row in rows if row.done_at}


def chasing(who: Who, application_id: str) -> bool:
    """Whether a question after a silence is still planned."""
    rows = models.FollowUp.objects.of(who).filter(application__short=application_id, kind=Kind.NUDGE)
    return rows.filter(state="planned").exists()


def all_planned(who: Who) -> tuple[Planned, ...]:
    return planned_values(who, follow_up_rows(who))


def done_for(who: Who, interview_id: str) -> dict[str, datetime]:
    """When each follow-up of an interview was done, by its key."""
    rows = models.FollowUp.objects.of(who).filter(interview__short=interview_id, state="done")
    return {row.key: row.done_at for row in rows if row.done_at}


def next_opening(who: Who, now: datetime) -> datetime | None:
    """When the next window opens."""
    rows = models.FollowUp.objects.of(who).filter(state="planned", opens_at__gt=now)
    return rows.order_by("opens_at").values_list("opens_at", flat=True).first()


def opening_between(who: Who, after: datetime, until: datetime) -> tuple[Planned, ...]:
    """What is still to be done and opens later than `after`, up to `until`."""
    rows = follow_up_rows(who).filter(state="planned", opens_at__gt=after, opens_at__lte=until)
    return planned_values(who, rows)


def next_with(who: Who) -> dict[str, tuple[Kind, datetime]]:
    """By person's id: what comes next with them, and when it opens."""
    rows = models.FollowUpPerson.objects.of(who).filter(follow_up__state="planned")
    found: dict[str, tuple[Kind, datetime]] = {}
    for person, kind, at in rows.order_by("follow_up__opens_at", "id").values_list(
        "person__short", "follow_up__kind", "follow_up__opens_at"
    ):
        found.setdefault(person, (Kind(kind), at))
    return found


def occasions(who: Who, count: int) -> tuple[Planned, ...]:
    """The next planned contacts with anybody over an application, as they open."""
    rows = follow_up_rows(who).filter(state="planned", talent=None, follow_up_people__isnull=False)
    return planned_values(who, rows.exclude(kind=Kind.DEBRIEF).distinct()[:count])


def check_ins(who: Who, until: datetime, count: int) -> tuple[Planned, ...]:
    """The check-ins with the short list that have opened by then, the longest waiting first."""
    rows = follow_up_rows(who).filter(talent__isnull=False, state="planned", opens_at__lte=until)
    return planned_values(who, rows[:count])


def done_with_talent(who: Who, person_id: str) -> dict[str, datetime]:
    """When each check-in with somebody on the short list was done, by its key."""
    rows = models.FollowUp.objects.of(who).filter(talent__person__short=person_id, state="done")
    return {row.key: row.done_at for row in rows if row.done_at}
