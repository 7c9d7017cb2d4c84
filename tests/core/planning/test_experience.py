"""What one's own cards took narrows the range that is shown, and never what must be safe (T1.2)."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, strategies as st

from seguito.core.planning.experience import FEW, MANY, REMEMBERED, by_experience, safe_transit, shown_range
from seguito.core.planning.post import card_plan, latest_posting_day
from seguito.core.planning.postage import Postage, Transit
from seguito.core.planning.workdays import WorkingDays
from tests.core.planning.days import day

POSTA4 = Transit(earliest=4, stated=4, slower=6, share=0.9)
FIRST_CLASS = Transit(earliest=1, stated=5, slower=6)
BY_POSTA4 = Postage(POSTA4, WorkingDays(), "it-posta4", "Posta4")


@pytest.mark.parametrize(
    ("transit", "took", "shown"),
    [
        (FIRST_CLASS, [2, 3, 3], (1, 6)),  # three prove nothing
        (FIRST_CLASS, [2, 3, 3, 2], (1, 5)),  # four do, with a day to spare; never before the stated day
        (FIRST_CLASS, [3, 4, 3, 4], (2, 5)),
        (FIRST_CLASS, [3] * MANY, (3, 5)),  # many need no day to spare
        (FIRST_CLASS, [6, 6, 6, 6], (5, 6)),  # the stated day stays in it
        (POSTA4, [4, 4, 5, 4], (4, 6)),
        (POSTA4, [4, 4, 4, 4], (4, 5)),  # not one day alone: a day to spare
        (POSTA4, [2, 3, 3, 2], (2, 4)),  # sooner than stated widens it to the front
        (POSTA4, [2], (2, 6)),  # a single one already
        (POSTA4, [9], (4, 9)),  # and to the back
        (POSTA4, [9, 4, 4, 4], (4, 9)),
    ],
)
def test_the_range_that_own_cards_show(transit: Transit, took: list[int], shown: tuple[int, int]) -> None:
    found = shown_range(transit, took)
    assert (found.earliest, found.slower) == shown


def test_the_reason_says_what_they_took() -> None:
    way = by_experience(BY_POSTA4, [3, 2, 3, 2], "Italy")
    (why,) = way.reasons
    assert why.message == "Your last {count} cards to {country} took {low} to {high} working days."
    assert (why.values["count"], why.values["low"], why.values["high"]) == (4, 2, 3)
    (one,) = by_experience(BY_POSTA4, [9], "Italy").reasons
    assert "slower than {service} promises" in one.message
    (fast,) = by_experience(BY_POSTA4, [1], "Italy").reasons
    assert "faster than {service} promises" in fast.message


def test_few_cards_within_the_range_change_nothing_and_say_nothing() -> None:
    assert by_experience(BY_POSTA4, [], "Italy") == BY_POSTA4
    assert by_experience(BY_POSTA4, [4, 5, 5], "Italy") == BY_POSTA4


def test_fast_cards_let_nobody_post_later_nor_trust_a_near_decision() -> None:
    monday, week = day("Mon 2026-11-09"), timedelta(days=7)
    usual = card_plan(monday, monday, week, BY_POSTA4, day("Wed 2026-11-18"))
    fast = card_plan(
        monday, monday, week, by_experience(BY_POSTA4, [2, 2, 3, 2, 2, 2, 2, 2, 2], "Italy"), day("Wed 2026-11-18")
    )
    assert fast.post_by == usual.post_by == day("Tue 2026-11-10")
    assert usual.arrives_between == (day("Mon 2026-11-16"), day("Wed 2026-11-18"))
    assert fast.arrives_between == (day("Thu 2026-11-12"), day("Mon 2026-11-16"))
    assert fast.before_decision is usual.before_decision is False


def test_slow_cards_bring_the_last_day_forward() -> None:
    monday = day("Mon 2026-11-09")
    slow = by_experience(BY_POSTA4, [5, 5, 6, 4], "Italy")
    assert latest_posting_day(monday, day("Mon 2026-11-16"), slow) == monday


def test_one_freak_card_forbids_no_other() -> None:
    assert safe_transit(POSTA4, [30, 4, 4]) == POSTA4
    assert safe_transit(POSTA4, [30, *[4] * 19]).slower == POSTA4.slower


def test_across_a_border_they_are_told_and_nothing_is_reckoned() -> None:
    abroad = Postage(None, WorkingDays(), crosses_border=True)
    told = by_experience(abroad, [9, 12, 8, 10], "Italy")
    assert told.transit is None
    assert told.arrival(day("Mon 2026-11-09")) is None
    assert [reason.values["high"] for reason in told.reasons] == [12]
    assert by_experience(abroad, [9], "Italy") == abroad


TRANSITS = st.tuples(*[st.integers(0, 9)] * 3).map(sorted).map(lambda three: Transit(*three))
TOOK = st.lists(st.integers(0, 15), min_size=1, max_size=30)


@given(TRANSITS, TOOK)
def test_every_card_that_was_seen_lies_in_the_range(transit: Transit, took: list[int]) -> None:
    found = shown_range(transit, took)
    assert found.earliest <= min(took)
    assert found.earliest <= transit.stated <= found.slower
    assert max(took) <= found.slower
    if len(took) < FEW:
        assert found.earliest <= transit.earliest
        assert found.slower >= transit.slower


@given(TRANSITS, TOOK)
def test_no_safe_figure_ever_gets_smaller(transit: Transit, took: list[int]) -> None:
    found = safe_transit(transit, took)
    assert found.stated >= transit.stated
    assert found.slower >= max(transit.slower, found.stated)


def test_only_the_latest_cards_count() -> None:
    assert by_experience(BY_POSTA4, [*[4] * REMEMBERED, 30], "Italy").seen == replace(POSTA4, slower=4)
