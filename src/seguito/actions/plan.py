"""Planning an interview from the records: gather the facts, ask the core, keep what it says."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from seguito.actions.at_hand import at_hand
from seguito.actions.cadence import stay_in_touch
from seguito.actions.past_cards import PastCards, experienced, past_cards
from seguito.actions.strategy import strategy_of
from seguito.actions.where import home_from, reader_of
from seguito.core.nouns import Detail, DetailKind, Interview, Note, Outcome, Pace, Person, Purpose, Who
from seguito.core.planning.due import state_at
from seguito.core.planning.facts import InterviewFacts, NoteAtHand, OnItsWay, Panelist
from seguito.core.planning.follow_up import FollowUpState
from seguito.core.planning.plan import plan_interview
from seguito.core.planning.post import Posted
from seguito.core.planning.postage import Postage
from seguito.records.database import atomic
from seguito.records.reads.follow_ups import Planned, all_planned, done_for, planned_for
from seguito.records.reads.interviews import Kept, details, interview, kept_facts
from seguito.records.reads.notes import notes_of_interview, passed_notes
from seguito.records.reads.people import me
from seguito.records.writes.follow_ups import keep_plan
from seguito.reference.holidays import working_days
from seguito.reference.places import Place
from seguito.reference.routes import Route, postage

__all__ = ["Planned", "Standing", "facts_of", "plan", "replan", "replan_note", "standing_of"]


@dataclass(frozen=True, slots=True)
class Standing:
    """A planned follow-up, and where it stands now."""

    planned: Planned
    state: FollowUpState


def plan(who: Who, wanted: str | None, now: datetime) -> tuple[Standing, ...]:
    """Every follow-up of one interview, or of all: as they open, by interview."""
    found = replan(who, interview(who, wanted).id, now) if wanted else all_planned(who)
    return tuple(standing_of(planned, now) for planned in found)


def standing_of(planned: Planned, now: datetime) -> Standing:
    state = FollowUpState(planned.settled) if planned.settled else state_at(planned.follow_up, now)
    return Standing(planned, state)


def replan(who: Who, interview_id: str, now: datetime) -> tuple[Planned, ...]:
    """Plan one interview again with everything that is known now; planning twice is planning once."""
    talk = interview(who, interview_id)
    facts = facts_of(who, talk)
    planned = plan_interview(facts, strategy_of(who, talk.application), now) if facts else ()
    with atomic():
        keep_plan(who, talk.id, planned)
        stay_in_touch(who, talk.application.id)
    return planned_for(who, [talk.id])


def replan_note(who: Who, note: Note, now: datetime) -> None:
    """A note has come a step further, or back: what is next for its reader has changed."""
    if note.interview:
        replan(who, note.interview, now)


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the records hold of an interview. `passed`: ids of notes whose words have passed all their looks."""

    author: Person | None
    heard: tuple[Detail, ...]
    notes: tuple[Note, ...]
    passed: frozenset[str]
    done: Mapping[str, datetime]
    kept: Kept
    past: PastCards


def facts_of(who: Who, talk: Interview) -> InterviewFacts | None:
    """What planning stands on; None while nobody has said when the interview ends."""
    kept = kept_facts(who, talk.id)
    gathered = Gathered(
        author=me(who),
        heard=details(who, talk.id),
        notes=notes_of_interview(who, talk.id),
        passed=passed_notes(who, talk.id),
        done=done_for(who, talk.id),
        kept=kept,
        past=past_cards(kept.arrived),
    )
    return facts_from(talk, gathered)


def facts_from(talk: Interview, gathered: Gathered) -> InterviewFacts | None:
    """The same from what was gathered before."""
    if talk.ends_at is None:
        return None
    author = gathered.author
    zone = author.zone if author and author.zone else talk.zone
    home = home_from(author, talk)
    begun = at_hand(gathered.notes, gathered.passed, Purpose.THANKS)
    return InterviewFacts(
        id=talk.id,
        end=talk.ends_at,
        zone=ZoneInfo(zone),
        application=talk.application.id,
        panel=tuple(_panelist(person, talk, begun, gathered, home) for person in talk.panel),
        organisation_prefers=talk.application.organisation.prefers,
        pace=_pace(talk),
        decision_on=talk.application.decision_by,
        promised_on=talk.application.promised_on,
        promises=_promises(gathered.heard),
        own_days=working_days(home),
        done=gathered.done,
        replied_at=gathered.kept.replied_at,
        known_since=gathered.kept.recorded_on,
        cancelled=talk.cancelled,
        outcome=Outcome(talk.application.outcome) if talk.application.outcome else None,
    )


def _panelist(
    person: Person,
    talk: Interview,
    begun: Mapping[str, Mapping[str, NoteAtHand]],
    gathered: Gathered,
    home: Place | None,
) -> Panelist:
    card = gathered.kept.posted.get(person.id)
    reader = reader_of(person, talk, home)
    return Panelist(
        id=person.id,
        name=person.name,
        has_email=bool(person.email),
        prefers=person.prefers,
        zone=ZoneInfo(person.zone) if person.zone else ZoneInfo(talk.zone),
        days=working_days(reader),
        postage=_postage(home, reader, talk, gathered.past),
        posted=Posted(card.on) if card else None,
        on_its_way=OnItsWay(card.note, card.expected_by) if card and card.expected_by else None,
        notes=begun.get(person.id, {}),
    )


def _postage(home: Place | None, reader: Place | None, talk: Interview, past: PastCards) -> Postage:
    on = (talk.ends_at or talk.starts_at).date()
    route = Route(sender=home, reader=reader, own=past.own)
    return experienced(postage(route, home.country if home else "", on), route, past)


def _pace(talk: Interview) -> Pace:
    pace = talk.application.pace
    return talk.application.organisation.pace if pace is Pace.UNKNOWN else pace


def _promises(heard: tuple[Detail, ...]) -> tuple[Detail, ...]:
    return tuple(detail for detail in heard if detail.kind is DetailKind.PROMISE)
