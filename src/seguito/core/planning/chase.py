"""After a silence: a question, a second one, and then no more (T5.5).

The chase begins with a day that they promised, or else with one's own note; an answer of theirs ends it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from seguito.core.nouns import By, DetailKind
from seguito.core.planning.facts import InterviewFacts, Panelist
from seguito.core.planning.follow_up import FollowUp, Kind, key_of
from seguito.core.planning.steps import question_step
from seguito.core.planning.windows import Window, at, end_of
from seguito.core.planning.workdays import WorkingDays, working_days_told
from seguito.core.playbooks import Playbook
from seguito.core.reasons import Reason
from seguito.errors import N_


@dataclass(frozen=True, slots=True)
class _Silence:
    """What an answer is waited for: `since` is the day to count from, `wait` the working days to give them."""

    name: str
    person: Panelist | None
    since: date
    wait: int
    because: str


def nudge_day(promised_on: date, days: WorkingDays, playbook: Playbook) -> date:
    """When to ask after a promised day has passed without a word, by the reader's working days."""
    return days.after(promised_on, playbook.nudge.after_promise)


def nudges(facts: InterviewFacts, playbook: Playbook) -> Iterator[FollowUp]:
    """The next question of each silence, and never more than the playbook allows."""
    if facts.replied_at is not None:
        return
    for silence in _silences(facts, playbook):
        if follow_up := _next_question(facts, playbook, silence):
            yield follow_up


def _silences(facts: InterviewFacts, playbook: Playbook) -> Iterator[_Silence]:
    """One for each day that they promised; only where there is none, the one that one's own note began."""
    promised = _promised_days(facts)
    for day, (name, person) in promised.items():
        message = N_("They promised word by {day}; it is fair to give them {wait} more.")
        yield _Silence(name, person, day, playbook.nudge.after_promise, message)
    if not promised and (sent := _first_note(facts)):
        person, when = sent
        message = N_("No day was promised. Your note went on {day}; {wait} later one may ask.")
        yield _Silence("note", person, when.astimezone(facts.zone).date(), playbook.nudge.after_note, message)


def _promised_days(facts: InterviewFacts) -> dict[date, tuple[str, Panelist | None]]:
    """Each promised day with a name for it and whom to ask; what two people promised for one day is asked once."""
    days: dict[date, tuple[str, Panelist | None]] = {}
    for detail in facts.promises:
        if detail.kind is DetailKind.PROMISE and detail.by is By.THEM and detail.due_on:
            days.setdefault(detail.due_on, (detail.id, _panelist(facts, detail.person)))
    if facts.promised_on:
        days.setdefault(facts.promised_on, ("promised", _first(facts)))
    return days


def _next_question(facts: InterviewFacts, playbook: Playbook, silence: _Silence) -> FollowUp | None:
    """The first of the questions that has not been asked; the ones after it count from the day it was asked."""
    days = silence.person.days if silence.person else facts.own_days
    since, wait, because = silence.since, silence.wait, silence.because
    for number in range(1, playbook.nudge.at_most + 1):
        key = key_of(Kind.NUDGE, facts.id, silence.name, str(number))
        if key not in facts.done:
            reasons = [Reason("T1.4", because, {"day": since, "wait": working_days_told(wait)})]
            if number == playbook.nudge.at_most:
                reasons.append(Reason("T5.5", N_("After this one, let it rest.")))
            return _question(facts, playbook, silence.person, key, days.after(since, wait), tuple(reasons))
        since, wait = facts.done[key].astimezone(facts.zone).date(), playbook.nudge.again_after
        because = N_("You asked on {day}; {wait} later one may ask once more.")
    return None


def _question(
    facts: InterviewFacts,
    playbook: Playbook,
    person: Panelist | None,
    key: str,
    day: date,
    reasons: tuple[Reason, ...],
) -> FollowUp:
    """On a working morning at the reader's place; best that day, and nothing closes it."""
    zone = (person and person.zone) or facts.zone
    return FollowUp(
        kind=Kind.NUDGE,
        key=key,
        window=Window(at(day, playbook.later.morning, zone), end_of(day, zone)),
        reasons=reasons,
        next_step=question_step(facts.id, person),
        interview=facts.id,
        application=facts.application,
        people=(person.id,) if person and person.id else (),
    )


def _panelist(facts: InterviewFacts, person: str | None) -> Panelist | None:
    """The one who promised; where nobody knows who it was, the one whom one would ask first."""
    return next((one for one in facts.panel if one.id == person), _first(facts))


def _first(facts: InterviewFacts) -> Panelist | None:
    return facts.panel[0] if facts.panel else None


def _first_note(facts: InterviewFacts) -> tuple[Panelist, datetime] | None:
    """The first in the panel who was written to, and when: one question is enough for one house."""
    for person in facts.panel:
        for kind in (Kind.NOTE, Kind.CARD):
            if when := facts.done.get(key_of(kind, facts.id, person.id)):
                return person, when
    return None
