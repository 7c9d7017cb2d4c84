"""Playbooks and stories of one's own, as values."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from seguito.core.nouns import Outcome, Who
from seguito.errors import N_, Problem
from seguito.records import models
from seguito.records.reads.one import the_one


class NoSuchStory(Problem):
    id = "no-such-story"
    happened = N_("No story here is called “{wanted}”.")
    safe = N_("Nothing was changed.")
    next_step = N_("`seguito story` lists them.")
    on_page = N_("It may have been erased, or made one with another record. Look for it in its list.")


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
    """A thank-you note that went. `answered_at`: their first word afterwards; `again`: whether a later interview was.

    `said`: what was said at that interview, each with its speaker's name, its kind and its id.
    """

    note: str
    text: str
    language: str
    to: str
    used: frozenset[str]
    said: tuple[tuple[str, str, str, str], ...]
    sent_at: datetime
    ended_at: datetime | None
    channel: str
    playbook: str
    answered_at: datetime | None
    again: bool
    offer: bool


def thanks_that_went(who: Who) -> tuple[Went, ...]:
    """As they were made; three statements, however many they are."""
    answers = models.Contact.objects.filter(person=OuterRef("to"), direction="in", at__gt=OuterRef("sent_at"))
    later = models.Interview.objects.filter(
        application=OuterRef("application"), starts_at__gt=OuterRef("interview__starts_at"), cancelled=False
    )
    offers = models.OutcomeStep.objects.filter(
        application=OuterRef("application"), outcome__in=[Outcome.OFFER, Outcome.ACCEPTED]
    )
    rows = models.Note.objects.of(who).filter(purpose="thanks", state="sent", sent_at__isnull=False)
    rows = rows.exclude(interview=None).exclude(current=None)
    rows = rows.select_related("interview__application", "to", "current").prefetch_related(
        Prefetch("note_details", models.NoteDetail.objects.of(who).filter(used=True).select_related("detail"))
    )
    told = rows.annotate(
        answered_at=Subquery(answers.order_by("at").values("at")[:1]), again=Exists(later), offered=Exists(offers)
    )
    said = _said(who, rows.values("interview"))
    return tuple(_went(row, said) for row in told.order_by("id"))


def _said(who: Who, talks: QuerySet[Any, Any]) -> dict[object, tuple[tuple[str, str, str, str], ...]]:
    rows = models.Detail.objects.of(who).filter(interview__in=talks).select_related("person").order_by("position")
    said: dict[object, list[tuple[str, str, str, str]]] = {}
    for row in rows:
        speaker = f"{row.person.given} {row.person.family}".strip() if row.person else ""
        said.setdefault(row.interview_id, []).append((speaker, row.kind, row.text, row.short))
    return {talk: tuple(lines) for talk, lines in said.items()}


def _went(
    row: Any, said: dict[object, tuple[tuple[str, str, str, str], ...]]
) -> Went:  # a note, with what was annotated
    return Went(
        note=row.short,
        text=row.current.text,
        language=row.language,
        to=f"{row.to.given} {row.to.family}".strip(),
        used=frozenset(one.detail.short for one in row.note_details.all()),
        said=said.get(row.interview_id, ()),
        sent_at=row.sent_at,
        ended_at=row.interview.ends_at,
        channel=row.channel,
        playbook=row.interview.application.playbook,
        answered_at=row.answered_at,
        again=row.again,
        offer=row.offered,
    )
