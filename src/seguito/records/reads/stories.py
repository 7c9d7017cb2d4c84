"""Playbooks and stories of one's own, as values."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from seguito.core.nouns import Outcome, Who
from seguito.errors import N_, Problem
from seguito.records import models
from seguito.records.reads.one import the_one


class NoSuchStory(Problem):
    id = "no-such-story"
    happened = N_("No story here is called “{wanted}”.")
    safe = N_("Nothing was changed.")
    next_step = N_("`seguito story` lists them.")


def adopted_playbook(who: Who) -> str:
    """The playbook that was adopted for everything; empty: none was."""
    return models.Workspace.objects.values_list("playbook", flat=True).get(id=who.workspace)


def own_playbook(who: Who, name: str) -> str | None:
    """The text of a person's own playbook; None where they have none of that name."""
    return models.OwnPlaybook.objects.of(who).filter(name=name).values_list("text", flat=True).first()


def own_playbooks(who: Who) -> tuple[str, ...]:
    return tuple(models.OwnPlaybook.objects.of(who).order_by("name").values_list("name", flat=True))


@dataclass(frozen=True, slots=True)
class Story:
    """`whose`: empty for one's own, else the file that it came in. `comments`: when and what."""

    id: str
    title: str
    text: str
    playbook: str
    application: str
    outcome: str
    whose: str
    written_at: datetime
    comments: tuple[tuple[datetime, str], ...]


def stories(who: Who) -> tuple[Story, ...]:
    """The latest first."""
    return tuple(_value(row) for row in _rows(who))


def story(who: Who, wanted: str) -> Story:
    name = wanted.strip()
    return _value(the_one(_rows(who), wanted, Q(title__iexact=name) | Q(title__istartswith=name), NoSuchStory, _shown))


def _rows(who: Who) -> QuerySet[models.Story]:
    return models.Story.objects.of(who).select_related("application").prefetch_related("comments")


def _value(row: models.Story) -> Story:
    return Story(
        id=row.short,
        title=row.title,
        text=row.text,
        playbook=row.playbook,
        application=row.application.short if row.application else "",
        outcome=row.application.outcome if row.application else "",
        whose=row.whose,
        written_at=row.written_at,
        comments=tuple((one.at, one.text) for one in row.comments.all()),
    )


def _shown(row: models.Story) -> str:
    return row.title


@dataclass(frozen=True, slots=True)
class Went:
    """A thank-you note that went. `answered_at`: their first word afterwards; `rounds`: later interviews there."""

    note: str
    sent_at: datetime
    ended_at: datetime | None
    channel: str
    playbook: str
    answered_at: datetime | None
    rounds: int
    offer: bool


def thanks_that_went(who: Who) -> tuple[Went, ...]:
    rows = models.Note.objects.of(who).filter(purpose="thanks", state="sent", sent_at__isnull=False)
    talks = rows.exclude(interview=None).select_related("interview__application", "to").order_by("id")
    return tuple(_went(who, row) for row in talks)


def _went(who: Who, row: models.Note) -> Went:
    talk = row.interview
    if talk is None or row.sent_at is None:
        raise LookupError(row.short)
    answers = models.Contact.objects.of(who).filter(person=row.to, direction="in", at__gt=row.sent_at).order_by("at")
    later = models.Interview.objects.of(who).filter(application=talk.application, starts_at__gt=talk.starts_at)
    steps = models.OutcomeStep.objects.of(who).filter(application=talk.application)
    return Went(
        note=row.short,
        sent_at=row.sent_at,
        ended_at=talk.ends_at,
        channel=row.channel,
        playbook=talk.application.playbook,
        answered_at=answers.values_list("at", flat=True).first(),
        rounds=later.filter(cancelled=False).count(),
        offer=steps.filter(outcome__in=[Outcome.OFFER, Outcome.ACCEPTED]).exists(),
    )
