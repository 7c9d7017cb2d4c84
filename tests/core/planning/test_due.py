"""What to do now, first things first (T1.4)."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, strategies as st

from seguito.core.nouns import By, Pace
from seguito.core.planning.due import due_now, first_things_first, state_at
from seguito.core.planning.follow_up import FollowUp, FollowUpState, Kind, NextStep
from seguito.core.planning.windows import Window
from tests.core.planning.cast import GIULIA, MARCO, a_promise, a_way, an_interview, kinds, planned, the
from tests.core.planning.days import day, minutes, moment, utc

START = utc("2026-12-02T10:30+00:00")


def due(follow_ups: tuple[FollowUp, ...], now: datetime) -> list[str]:
    return [one.key for one in due_now(follow_ups, now)]


@pytest.mark.parametrize(
    ("after", "state"),
    [
        (minutes(29), FollowUpState.WAITING),
        (minutes(30), FollowUpState.BEST),
        (minutes(60), FollowUpState.BEST),
        (minutes(61), FollowUpState.OPEN),
        (timedelta(hours=24), FollowUpState.OPEN),
        (timedelta(hours=24, minutes=1), FollowUpState.LATE),
    ],
)
def test_a_notes_state_is_told_by_the_clock(after: timedelta, state: FollowUpState) -> None:
    facts = an_interview()
    assert state_at(the(Kind.NOTE, planned(facts)), facts.end + after) is state


def test_right_after_the_interview_there_is_one_thing_to_do() -> None:
    facts = an_interview(panel=(GIULIA, MARCO))
    assert kinds(due_now(planned(facts), facts.end + minutes(5))) == ["debrief"]


def test_the_debrief_comes_before_the_notes_that_are_written_from_it() -> None:
    facts = an_interview(panel=(GIULIA, MARCO))
    for after in (minutes(40), minutes(80), timedelta(hours=20), timedelta(hours=30)):
        assert kinds(due_now(planned(facts), facts.end + after)) == ["debrief", "note", "note"]


def test_what_closes_soonest_comes_first() -> None:
    """A note of yesterday that has two hours left, before the note of just now that has a day."""
    yesterday = an_interview("Tue 2026-12-01 13:30 Europe/Rome", id="i0")
    today = an_interview("Wed 2026-12-02 10:50 Europe/Rome")
    both = (*planned(today), *planned(yesterday))
    assert due(both, START + minutes(60)) == ["i0/debrief", "i0/note/giulia", "i1/debrief", "i1/note/giulia"]


def test_what_is_late_is_brought_up_after_what_can_still_be_in_time_today() -> None:
    late = an_interview("Mon 2026-11-30 10:00 Europe/Rome", id="i0")
    facts = an_interview(panel=(replace(GIULIA, postage=a_way(3)),), pace=Pace.LONG)
    order = due((*planned(facts), *planned(late)), facts.end + minutes(45))
    assert order == ["i1/debrief", "i1/note/giulia", "i0/debrief", "i0/note/giulia", "i1/card/giulia"]


def test_a_promise_due_today_comes_before_a_note_that_closes_tomorrow() -> None:
    facts = an_interview(promises=(a_promise(day("Wed 2026-12-02"), By.ME),))
    assert due(planned(facts), facts.end + minutes(45))[0] == "i1/promise/d1"


def test_nothing_that_is_late_is_ever_forgotten() -> None:
    facts = an_interview()
    assert kinds(due_now(planned(facts), facts.end + timedelta(days=300))) == ["debrief", "note"]


def test_of_a_second_interview_the_notes_do_not_wait_for_the_debrief_of_the_first() -> None:
    first = an_interview("Wed 2026-12-02 09:00 Europe/Rome", id="i0")
    second = an_interview("Wed 2026-12-02 08:00 Europe/Rome", id="i9")
    order = due((*planned(first), *planned(second)), moment("Wed 2026-12-02 12:00 Europe/Rome"))
    assert order == ["i9/debrief", "i9/note/giulia", "i0/debrief", "i0/note/giulia"]


EDGES = st.integers(-72, 72).map(lambda hours: START + timedelta(hours=hours))


def _follow_up(kind: Kind, edges: list[datetime], count: int, number: int) -> FollowUp:
    window = Window(*sorted(edges)[:count])
    key = f"i{number % 3}/{kind.value}" if kind is Kind.DEBRIEF else f"i{number % 3}/{kind.value}/{number}"
    return FollowUp(kind, key, window, (), NextStep("seguito due", ""), interview=f"i{number % 3}")


FOLLOW_UPS = st.lists(
    st.builds(
        _follow_up,
        st.sampled_from(Kind),
        st.lists(EDGES, min_size=3, max_size=3),
        st.integers(1, 3),
        st.integers(0, 1000),
    ),
    max_size=12,
    unique_by=lambda one: one.key,
)


@given(FOLLOW_UPS, EDGES, st.randoms())
def test_the_order_depends_on_nothing_but_the_things_themselves(
    follow_ups: list[FollowUp], now: datetime, chance: object
) -> None:
    """Two things of one interview that are alike in every way may change places, and nothing else."""
    shuffled = list(follow_ups)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    orders = [first_things_first(ones, now) for ones in (shuffled, follow_ups)]
    once, again = ([(one.interview, one.kind) for one in order] for order in orders)
    assert once == again


def test_what_is_equally_pressing_comes_in_the_panels_order() -> None:
    zoe, anna = replace(GIULIA, id="p9"), replace(MARCO, id="p1")
    facts = an_interview(panel=(zoe, anna))
    assert due(planned(facts), facts.end + minutes(45)) == ["i1/debrief", "i1/note/p9", "i1/note/p1"]


@given(FOLLOW_UPS, EDGES)
def test_a_debrief_always_comes_before_the_notes_of_its_interview(follow_ups: list[FollowUp], now: datetime) -> None:
    order = first_things_first(follow_ups, now)
    for place, one in enumerate(order):
        if one.kind is Kind.DEBRIEF:
            before = [other for other in order[:place] if other.interview == one.interview]
            assert not {other.kind for other in before} & {Kind.NOTE, Kind.CARD, Kind.CALL}


@given(FOLLOW_UPS, EDGES)
def test_what_is_due_is_everything_that_has_opened(follow_ups: list[FollowUp], now: datetime) -> None:
    assert set(due(tuple(follow_ups), now)) == {one.key for one in follow_ups if one.window.opens_at <= now}
