"""Looking at interviews: all of them, or one with what was said, what was written and what is planned."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from seguito.actions.past_cards import past_cards
from seguito.actions.plan import Gathered, Standing, facts_from, standing_of
from seguito.actions.strategy import strategy_of
from seguito.core.looks.finding import Look
from seguito.core.nouns import Detail, Interview, Note, Person, Who
from seguito.core.planning.channel import ChannelAdvice
from seguito.core.planning.plan import advice_for
from seguito.core.planning.post import CardPlan
from seguito.records.reads.follow_ups import planned_for
from seguito.records.reads.interview_lines import InterviewLine, interview_lines, lines_with
from seguito.records.reads.interviews import Posted, details, interview, kept_facts
from seguito.records.reads.notes import notes_of_interview, notes_with_looks
from seguito.records.reads.people import me

__all__ = [
    "Advised",
    "InterviewLine",
    "Posted",
    "Seen",
    "interview_with_plan",
    "interviews_with",
    "one_interview",
    "some_interviews",
]


_LATEST = 10  # of those that somebody sat in


@dataclass(frozen=True, slots=True)
class Advised:
    """How to write to one person, why, and a card's dates whatever the advice (T2)."""

    channel: ChannelAdvice
    card: CardPlan


@dataclass(frozen=True, slots=True)
class Seen:
    """`looks`: by note's id, how many looks its words have passed. `advice`: by person's id.

    `posted`: cards in the post, by their reader's id.
    """

    interview: Interview
    details: tuple[Detail, ...]
    notes: tuple[Note, ...]
    standings: tuple[Standing, ...] = ()
    looks: Mapping[str, int] = field(default_factory=dict)
    advice: Mapping[str, Advised] = field(default_factory=dict)
    posted: Mapping[str, Posted] = field(default_factory=dict)
    author: Person | None = None


def some_interviews(who: Who, first: int, count: int) -> tuple[InterviewLine, ...]:
    """The latest first, from number `first` (from 0) on."""
    return interview_lines(who, first, count)


def interviews_with(who: Who, person_id: str) -> tuple[InterviewLine, ...]:
    """The latest that they sat in."""
    return lines_with(who, person_id, _LATEST)


def one_interview(who: Who, wanted: str) -> Seen:
    """What was said and written, and nothing that is reckoned."""
    talk = interview(who, wanted)
    return Seen(talk, details(who, talk.id), notes_of_interview(who, talk.id))


def interview_with_plan(who: Who, wanted: str, now: datetime) -> Seen:
    """Everything about one interview. The plan is shown as it stands; whatever it stands on has it made again."""
    talk = interview(who, wanted)
    heard, planned, counted = details(who, talk.id), planned_for(who, [talk.id]), notes_with_looks(who, talk.id)
    notes, taken = tuple(note for note, _ in counted), {note.id: passed for note, passed in counted}
    kept = kept_facts(who, talk.id)
    gathered = Gathered(
        author=me(who),
        heard=heard,
        notes=notes,
        passed=frozenset(note for note, passed in taken.items() if passed == len(Look)),
        done={one.follow_up.key: one.done_at for one in planned if one.settled == "done" and one.done_at},
        kept=kept,
        past=past_cards(kept.arrived),
    )
    return Seen(
        interview=talk,
        details=heard,
        notes=notes,
        standings=tuple(standing_of(one, now) for one in planned),
        looks=taken,
        advice=_advice(who, talk, gathered, now),
        posted=gathered.kept.posted,
        author=gathered.author,
    )


def _advice(who: Who, talk: Interview, gathered: Gathered, now: datetime) -> dict[str, Advised]:
    facts = facts_from(talk, gathered)
    if facts is None:
        return {}
    strategy = strategy_of(who, talk.application)
    return {person.id: Advised(*advice_for(facts, person, strategy, now)) for person in facts.panel}
