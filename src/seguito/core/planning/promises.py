"""Promises of one's own, made at the interview (T1.4)."""

from collections.abc import Iterator
from datetime import UTC, date, timedelta

from seguito.core.nouns import By, Detail, DetailKind
from seguito.core.planning.facts import InterviewFacts
from seguito.core.planning.follow_up import FollowUp, Kind, key_of
from seguito.core.planning.steps import promise_step
from seguito.core.planning.windows import Window, at, end_of
from seguito.core.playbooks import Playbook
from seguito.core.reasons import Reason
from seguito.errors import N_


def promises_of_mine(facts: InterviewFacts, playbook: Playbook) -> Iterator[FollowUp]:
    """One for each promise of the user's that has a day, whichever day that is."""
    for detail in facts.promises:
        if detail.kind is DetailKind.PROMISE and detail.by is By.ME and detail.due_on:
            yield _promise(facts, playbook, detail, detail.due_on)


def _promise(facts: InterviewFacts, playbook: Playbook, detail: Detail, due_on: date) -> FollowUp:
    return FollowUp(
        kind=Kind.PROMISE,
        key=key_of(Kind.PROMISE, facts.id, detail.id),
        window=_window(facts, playbook, due_on),
        reasons=(
            Reason("T1.4", N_("You promised it for {day}."), {"day": due_on}),
            playbook.reason("promise", "T1.4"),
        ),
        next_step=promise_step(facts.id, detail.text),
        interview=facts.id,
        application=facts.application,
        people=(detail.person,) if detail.person else (),
    )


def _window(facts: InterviewFacts, playbook: Playbook, due_on: date) -> Window:
    """From the working morning before it is due, best on that day, until the end of the day that was promised."""
    ended = facts.end.astimezone(UTC)
    eve = facts.own_days.before(due_on, playbook.promise.working_days_before)
    opens_at = max(ended, at(eve, playbook.later.morning, facts.zone))
    closes_at = max(opens_at, end_of(due_on, facts.zone))
    best_until = end_of(max(eve, due_on - timedelta(days=1)), facts.zone)
    return Window(opens_at, min(max(opens_at, best_until), closes_at), closes_at)
