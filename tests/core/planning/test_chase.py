"""After a silence: a question, a second one, and then no more (T5.5)."""

from dataclasses import replace
from datetime import datetime

import pytest

from seguito.core.nouns import By
from seguito.core.planning.facts import InterviewFacts
from seguito.core.planning.follow_up import FollowUp, Kind, key_of
from tests.core.planning.cast import GIULIA, MARCO, ROME, a_promise, an_interview, planned
from tests.core.planning.days import day, days_without, moment

NOTE = key_of(Kind.NOTE, "i1", "giulia")
SENT = moment("Wed 2026-12-02 12:10 Europe/Rome")


def nudges(facts: InterviewFacts) -> list[FollowUp]:
    return [one for one in planned(facts) if one.kind is Kind.NUDGE]


def opening(facts: InterviewFacts) -> datetime:
    (one,) = nudges(facts)
    return one.window.opens_at


@pytest.mark.parametrize(
    ("promised", "asked"),
    [
        ("Thu 2026-12-10", "Mon 2026-12-14 08:30 Europe/Rome"),
        ("Sat 2026-12-05", "Wed 2026-12-09 08:30 Europe/Rome"),  # as from Friday: Monday, and not the holiday
        ("Sun 2026-12-06", "Wed 2026-12-09 08:30 Europe/Rome"),
        ("Fri 2026-12-04", "Wed 2026-12-09 08:30 Europe/Rome"),
        ("Tue 2026-12-08", "Thu 2026-12-10 08:30 Europe/Rome"),
    ],
)
def test_two_working_days_of_grace_after_a_promised_day(promised: str, asked: str) -> None:
    giulia = replace(GIULIA, days=days_without("Tue 2026-12-08"))
    assert opening(an_interview(panel=(giulia,), promised_on=day(promised))) == moment(asked)


def test_where_no_day_was_promised_five_working_days_after_the_note() -> None:
    assert nudges(an_interview()) == []
    assert opening(an_interview(done={NOTE: SENT})) == moment("Wed 2026-12-09 08:30 Europe/Rome")


def test_a_card_begins_the_chase_where_no_email_went() -> None:
    facts = an_interview(panel=(replace(GIULIA, has_email=False),), done={key_of(Kind.CARD, "i1", "giulia"): SENT})
    assert opening(facts) == moment("Wed 2026-12-09 08:30 Europe/Rome")


def test_one_house_is_asked_once_and_not_by_every_note() -> None:
    facts = an_interview(panel=(GIULIA, MARCO), done={NOTE: SENT, key_of(Kind.NOTE, "i1", "marco"): SENT})
    (one,) = nudges(facts)
    assert one.people == ("giulia",)


def test_a_second_question_five_working_days_later_says_that_it_is_the_last_and_then_there_is_none() -> None:
    facts = an_interview(done={NOTE: SENT})
    (first,) = nudges(facts)
    asked = moment("Thu 2026-12-10 09:00 Europe/Rome")
    facts = replace(facts, done={**facts.done, first.key: asked})
    (second,) = nudges(facts)
    assert second.window.opens_at == moment("Thu 2026-12-17 08:30 Europe/Rome")
    assert any("let it rest" in reason.message for reason in second.reasons)
    assert nudges(replace(facts, done={**facts.done, second.key: asked})) == []


def test_an_answer_ends_the_chase() -> None:
    replied = moment("Fri 2026-12-04 15:00 Europe/Rome")
    assert nudges(an_interview(done={NOTE: SENT}, replied_at=replied)) == []
    assert nudges(an_interview(promised_on=day("Thu 2026-12-10"), replied_at=replied)) == []


def test_what_they_promised_in_the_talk_is_asked_of_whoever_said_it() -> None:
    facts = an_interview(panel=(GIULIA, MARCO), promises=(a_promise(day("Wed 2026-12-09"), By.THEM, "marco"),))
    (one,) = nudges(facts)
    assert one.people == ("marco",)
    assert one.window.opens_at == moment("Fri 2026-12-11 08:30 Europe/Rome")


def test_one_day_promised_twice_is_asked_once() -> None:
    wednesday = day("Wed 2026-12-09")
    promises = (a_promise(wednesday, By.THEM, "giulia"), a_promise(wednesday, By.THEM, "marco", "d2"))
    assert len(nudges(an_interview(promises=promises, promised_on=wednesday))) == 1


def test_a_promise_of_theirs_takes_the_place_of_the_week_of_silence() -> None:
    facts = an_interview(promises=(a_promise(day("Fri 2026-12-18")),), done={NOTE: SENT})
    assert opening(facts) == moment("Tue 2026-12-22 08:30 Europe/Rome")


def test_the_question_waits_for_a_working_morning_at_the_readers_place() -> None:
    (one,) = nudges(an_interview(promised_on=day("Thu 2026-12-10")))
    assert one.window.best_until is not None
    assert one.window.best_until.astimezone(ROME).date() == day("Mon 2026-12-14")
    assert one.window.closes_at is None


def test_a_promise_moved_to_another_day_is_the_same_question() -> None:
    (before,) = nudges(an_interview(promised_on=day("Thu 2026-12-10")))
    (after,) = nudges(an_interview(promised_on=day("Thu 2026-12-17")))
    assert before.key == after.key
    assert before.window != after.window


def test_with_nobody_on_the_panel_there_is_still_a_question() -> None:
    (one,) = nudges(an_interview(panel=(), promised_on=day("Thu 2026-12-10")))
    assert one.people == ()
