"""What is planned, as values."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Prefetch, Q, QuerySet

from seguito.core.nouns import PersonName, Who
from seguito.core.planning.follow_up import FollowUp, Kind, NextStep, Offer
from seguito.core.planning.windows import Window
from seguito.records import models
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


# Hundreds may be open at once: of whom and what they are about only what is shown is read.
_SHOWN = (
    *(
        "short",
        "key",
        "kind",
        "opens_at",
        "best_until",
        "closes_at",
        "reasons",
        "next_step",
        "offers",
        "state",
        "done_at",
    ),
    *("interview__short", "interview__zone", "interview__ends_at"),
    *("application__short", "application__role", "application__organisation__name"),
)


def follow_up_rows(who: Who) -> QuerySet[models.FollowUp]:
    emails = Prefetch("person__emails", models.EmailAddress.objects.of(who).only("person", "address", "position"))
    people = models.FollowUpPerson.objects.of(who).select_related("person").prefetch_related(emails)
    people = people.only("follow_up", "person__short", "person__given", "person__family")
    return (
        models.FollowUp.objects.of(who)
        .select_related("interview", "application__organisation")
        .prefetch_related(Prefetch("follow_up_people", people.order_by("id")))
        .only(*_SHOWN)
        .order_by("opens_at", "id")
    )


def planned_value(row: models.FollowUp) -> Planned:
    people = [one.person for one in row.follow_up_people.all()]
    application = row.application
    return Planned(
        id=row.short,
        follow_up=FollowUp(
            kind=Kind(row.kind),
            key=row.key,
            window=Window(row.opens_at, row.best_until, row.closes_at),
            reasons=tuple(map(reason_value, row.reasons)),
            next_step=NextStep(
                row.next_step["command"], row.next_step["message"], values_value(row.next_step["values"])
            ),
            interview=row.interview.short if row.interview else "",
            application=application.short if application else "",
            people=tuple(person.short for person in people),
            offers=tuple(
                Offer(datetime.fromisoformat(offer["at"]), reason_value(offer["reason"])) for offer in row.offers
            ),
        ),
        people=tuple(
            PersonName(
                person.short,
                f"{person.given} {person.family}".strip(),
                next((email.address for email in person.emails.all()), ""),
            )
            for person in people
        ),
        organisation=application.organisation.name if application else "",
        role=application.role if application else "",
        zone=row.interview.zone if row.interview else "",
        ended_at=row.interview.ends_at if row.interview else None,
        settled="" if row.state == "planned" else row.state,
        done_at=row.done_at,
    )


def open_by(who: Who, now: datetime) -> tuple[Planned, ...]:
    """What is still to be done and has opened by `now`."""
    return tuple(planned_value(row) for row in follow_up_rows(who).filter(state="planned", opens_at__lte=now))


def planned_one(who: Who, wanted: str) -> Planned | None:
    """One follow-up by its id."""
    row = follow_up_rows(who).filter(short=wanted).first()
    return planned_value(row) if row else None


def planned_for(who: Who, interview_ids: Iterable[str]) -> tuple[Planned, ...]:
    """Everything planned for these interviews and, since something came of them, for their applications."""
    wanted = list(interview_ids)
    applications = models.Interview.objects.of(who).filter(short__in=wanted).values("application")
    own = Q(interview__short__in=wanted) | Q(interview=None, application__in=applications)
    return tuple(planned_value(row) for row in follow_up_rows(who).filter(own))


def planned_for_application(who: Who, application_id: str) -> tuple[Planned, ...]:
    """Everything planned over an application, settled or not, before its outcome and after."""
    return tuple(planned_value(row) for row in follow_up_rows(who).filter(application__short=application_id))


def planned_after(who: Who, application_id: str) -> tuple[Planned, ...]:
    """What follows the outcome of an application, settled or not."""
    rows = follow_up_rows(who).filter(application__short=application_id, interview=None)
    return tuple(planned_value(row) for row in rows)


def planned_with(who: Who, person_ids: Iterable[str]) -> tuple[Planned, ...]:
    """What is still to be done with any of these people, as it opens."""
    rows = follow_up_rows(who).filter(state="planned", follow_up_people__person__short__in=list(person_ids))
    return tuple(planned_value(row) for row in rows.distinct())


def done_after(who: Who, application_id: str) -> dict[str, datetime]:
    """When each follow-up of an application's outcome was done, by its key."""
    rows = models.FollowUp.objects.of(who).filter(application__short=application_id, interview=None, state="done")
    return {row.key: row.done_at for row in rows if row.done_at}


def chasing(who: Who, application_id: str) -> bool:
    """Whether a question after a silence is still planned."""
    rows = models.FollowUp.objects.of(who).filter(application__short=application_id, kind=Kind.NUDGE)
    return rows.filter(state="planned").exists()


def all_planned(who: Who) -> tuple[Planned, ...]:
    return tuple(planned_value(row) for row in follow_up_rows(who))


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
    return tuple(planned_value(row) for row in rows)


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
    return tuple(planned_value(row) for row in rows.exclude(kind=Kind.DEBRIEF).distinct()[:count])


def check_ins(who: Who, until: datetime, count: int) -> tuple[Planned, ...]:
    """The check-ins with the short list that have opened by then, the longest waiting first."""
    rows = follow_up_rows(who).filter(talent__isnull=False, state="planned", opens_at__lte=until)
    return tuple(planned_value(row) for row in rows[:count])


def done_with_talent(who: Who, person_id: str) -> dict[str, datetime]:
    """When each check-in with somebody on the short list was done, by its key."""
    rows = models.FollowUp.objects.of(who).filter(talent__person__short=person_id, state="done")
    return {row.key: row.done_at for row in rows if row.done_at}
