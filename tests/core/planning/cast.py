"""The cast, as plans see it: Giulia and Marco interviewed Ada at an agency in Milan."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from seguito.core.nouns import By, Detail, DetailKind
from seguito.core.planning.facts import InterviewFacts, Panelist
from seguito.core.planning.follow_up import FollowUp, Kind
from seguito.core.planning.plan import plan_interview
from seguito.core.planning.postage import Postage, Transit
from seguito.core.planning.workdays import WorkingDays
from seguito.reference.playbooks import playbook
from tests.core.planning.days import moment

ROME = ZoneInfo("Europe/Rome")
GIULIA = Panelist("giulia", "Giulia Bianchi")
MARCO = Panelist("marco", "Marco Rossi")


def a_way(count: int | None, **also: Any) -> Postage:
    """Post that takes `count` working days, or nobody knows how many."""
    return Postage(Transit(count, count, count) if count is not None else None, WorkingDays(), **also)


def an_interview(ended: str = "Wed 2026-12-02 11:30 Europe/Rome", **known: Any) -> InterviewFacts:
    """An interview with Giulia that ended then; everything else as told."""
    facts = InterviewFacts(id="i1", end=moment(ended), zone=ROME, application="a1", panel=(GIULIA,))
    return replace(facts, **known)


def a_promise(due_on: date | None, by: By = By.THEM, person: str | None = None, ident: str = "d1") -> Detail:
    return Detail(ident, person, DetailKind.PROMISE, by, "the one-page audit", due_on)


def planned(facts: InterviewFacts, now: datetime | None = None, strategy: str = "default") -> tuple[FollowUp, ...]:
    return plan_interview(facts, playbook(strategy), now or facts.end)


def the(kind: Kind, follow_ups: tuple[FollowUp, ...]) -> FollowUp:
    """The only follow-up of that kind."""
    (one,) = [follow_up for follow_up in follow_ups if follow_up.kind is kind]
    return one


def kinds(follow_ups: tuple[FollowUp, ...]) -> list[str]:
    return [follow_up.kind.value for follow_up in follow_ups]
