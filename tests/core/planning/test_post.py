"""The day by which a card must be in the box, worked back from the day by which it must be there (T1.2, T2.1)."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given, strategies as st

from seguito.core.planning.post import Chance, Posted, card_plan, chance_of, latest_posting_day, when_posted
from seguito.core.planning.postage import Postage, Transit
from seguito.core.planning.workdays import WorkingDays
from seguito.core.reasons import Reason
from tests.core.planning.days import day, days_without

WEEK = timedelta(days=7)
POSTA4 = Transit(earliest=4, stated=4, slower=6, share=0.9)


def told(count: int) -> Transit:
    return Transit(count, count, count)


@pytest.mark.parametrize(
    ("interview", "transit", "post_by"),
    [
        ("Mon 2026-11-09", 0, "Mon 2026-11-16"),
        ("Mon 2026-11-09", 2, "Thu 2026-11-12"),
        ("Mon 2026-11-09", 3, "Wed 2026-11-11"),
        ("Mon 2026-11-09", 4, "Tue 2026-11-10"),
        ("Mon 2026-11-09", 5, "Mon 2026-11-09"),  # posting on the interview's own day is just in time
        ("Mon 2026-11-09", 6, None),
        ("Fri 2026-11-13", 4, "Mon 2026-11-16"),
        ("Sat 2026-11-14", 5, "Sun 2026-11-15"),  # by Saturday 21 it is there on Friday 20
        ("Sat 2026-11-14", 6, None),
    ],
)
def test_the_last_day_to_post_is_the_last_whose_transit_ends_in_time(
    interview: str, transit: int, post_by: str | None
) -> None:
    on = day(interview)
    plan = card_plan(on, on, WEEK, Postage(told(transit), WorkingDays()))
    assert plan.post_by == (day(post_by) if post_by else None)
    assert plan.can_arrive is (post_by is not None)
    assert plan.must_arrive_by == on + WEEK


def test_the_last_day_to_post_is_never_before_today() -> None:
    way = Postage(told(4), WorkingDays())
    assert card_plan(day("Mon 2026-11-09"), day("Tue 2026-11-10"), WEEK, way).post_by == day("Tue 2026-11-10")
    assert card_plan(day("Mon 2026-11-09"), day("Wed 2026-11-11"), WEEK, way).post_by is None


def test_before_the_interview_the_first_day_to_post_is_the_interviews() -> None:
    plan = card_plan(day("Mon 2026-11-16"), day("Mon 2026-11-02"), WEEK, Postage(told(5), WorkingDays()))
    assert plan.post_by == day("Mon 2026-11-16")


def test_of_two_possible_calendars_the_later_arrival_is_shown() -> None:
    """Rome to Milan: Friday 11 by the national calendar, Monday 14 as the patron of Milan is counted."""
    national, milan = days_without("Tue 2026-12-08"), days_without("Mon 2026-12-07", "Tue 2026-12-08")
    posted, interview = day("Fri 2026-12-04"), day("Fri 2026-12-04")
    alone = card_plan(interview, interview, WEEK, Postage(told(4), national), posted=Posted(posted))
    both = card_plan(interview, interview, WEEK, Postage(told(4), national.together(milan)), posted=Posted(posted))
    assert alone.arrives_between == (day("Fri 2026-12-11"), day("Fri 2026-12-11"))
    assert both.arrives_between == (day("Mon 2026-12-14"), day("Mon 2026-12-14"))
    assert day("Mon 2026-12-07") in dict(both.accounted_for)


def test_ordinary_post_is_reckoned_by_its_standard_and_shown_to_its_slower_figure() -> None:
    """The slower figure alone would forbid every Posta4 card."""
    monday = day("Mon 2026-11-09")
    plan = card_plan(monday, monday, WEEK, Postage(POSTA4, WorkingDays()))
    assert plan.post_by == day("Tue 2026-11-10")
    assert plan.arrives_between == (day("Mon 2026-11-16"), day("Wed 2026-11-18"))
    assert plan.confidence == 0.9


@pytest.mark.parametrize(
    ("decision", "before"), [("Thu 2026-11-19", True), ("Wed 2026-11-18", False), ("Tue 2026-11-17", False)]
)
def test_before_the_decision_means_before_its_day_by_the_slower_figure(decision: str, before: bool) -> None:
    monday = day("Mon 2026-11-09")
    plan = card_plan(monday, monday, WEEK, Postage(POSTA4, WorkingDays()), day(decision))
    assert plan.before_decision is before


def test_where_nobody_knows_the_transit_nothing_is_made_up() -> None:
    plan = card_plan(day("Mon 2026-11-09"), day("Mon 2026-11-09"), WEEK, Postage(), day("Mon 2026-11-30"))
    assert (plan.can_arrive, plan.post_by, plan.arrives_between, plan.before_decision) == (False, None, None, None)
    assert plan.must_arrive_by == day("Mon 2026-11-16")
    assert latest_posting_day(day("Mon 2026-11-09"), plan.must_arrive_by, Postage()) is None


def test_a_card_on_its_way_in_time_can_arrive_though_it_is_too_late_to_post_another() -> None:
    way = Postage(told(3), WorkingDays())
    plan = card_plan(day("Mon 2026-11-09"), day("Fri 2026-11-13"), WEEK, way, posted=Posted(day("Tue 2026-11-10")))
    assert plan.post_by is None
    assert plan.can_arrive
    assert plan.arrives_between == (day("Fri 2026-11-13"), day("Fri 2026-11-13"))


def test_a_box_that_is_not_emptied_at_the_weekend_makes_friday_the_safe_day() -> None:
    interview = day("Thu 2026-11-12")
    plan = card_plan(interview, interview, WEEK, Postage(told(4), WorkingDays()))
    assert plan.post_by == day("Sun 2026-11-15")
    assert plan.safe_post_by == day("Fri 2026-11-13")
    assert any("safe one" in reason.message for reason in plan.reasons)


def test_a_card_posted_on_a_sunday_is_told_that_its_days_may_move() -> None:
    interview = day("Thu 2026-11-12")
    way = Postage(told(4), WorkingDays())
    plan = card_plan(interview, day("Mon 2026-11-16"), WEEK, way, posted=Posted(day("Sun 2026-11-15")))
    assert [reason.values["posted_on"] for reason in plan.reasons] == [day("Sun 2026-11-15")]


@pytest.mark.parametrize(
    ("transit", "decision", "chance"),
    [
        (None, None, Chance.UNKNOWN),
        (told(4), None, Chance.IN_TIME),
        (told(5), None, Chance.IN_TIME),  # if it is posted on the interview's own day
        (told(6), None, Chance.TOO_LATE),
        (told(3), "Fri 2026-11-13", Chance.AFTER_DECISION),  # posted on Tuesday it comes on Friday
        (told(3), "Mon 2026-11-16", Chance.IN_TIME),
        (POSTA4, None, Chance.IN_TIME),
        (POSTA4, "Wed 2026-11-18", Chance.AFTER_DECISION),
        (POSTA4, "Thu 2026-11-19", Chance.IN_TIME),
    ],
)
def test_a_cards_chance_reckons_with_posting_by_the_next_working_day(
    transit: Transit | None, decision: str | None, chance: Chance
) -> None:
    monday, decided = day("Mon 2026-11-09"), day(decision) if decision else None
    way = Postage(transit, WorkingDays())
    plan = card_plan(monday, monday, WEEK, way, decided)
    assert chance_of(monday, monday, way, plan, decided, None) is chance


CALENDARS = st.builds(
    lambda holidays: WorkingDays(dict.fromkeys(holidays, Reason("T1.2", "a holiday")).get),
    st.lists(st.dates(date(2026, 1, 1), date(2026, 2, 1)), max_size=12),
)
DAYS = st.dates(date(2025, 12, 25), date(2026, 2, 5))


@given(DAYS, st.integers(0, 10), CALENDARS)
def test_the_last_day_to_post_arrives_in_time_and_the_next_one_does_not(
    interview: date, transit: int, days: WorkingDays
) -> None:
    close = interview + WEEK
    way = Postage(told(transit), days)
    post_by = latest_posting_day(interview, close, way)
    following = [interview + timedelta(days=n) for n in range(8)]
    in_time = [when for when in following if days.after(when, transit) <= close]
    assert post_by == (max(in_time) if in_time else None)


@given(DAYS, st.integers(0, 10), CALENDARS, CALENDARS)
def test_another_calendar_never_lets_one_post_later_nor_arrive_sooner(
    interview: date, transit: int, one: WorkingDays, other: WorkingDays
) -> None:
    alone = card_plan(interview, interview, WEEK, Postage(told(transit), one), posted=Posted(interview))
    both = card_plan(interview, interview, WEEK, Postage(told(transit), one.together(other)), posted=Posted(interview))
    assert alone.arrives_between is not None
    assert both.arrives_between is not None
    assert both.arrives_between[1] >= alone.arrives_between[1]
    assert both.post_by is None or (alone.post_by is not None and both.post_by <= alone.post_by)


# -- the last collection

EMPTIED = time(17)


def emptied(count: int, days: WorkingDays | None = None) -> Postage:
    return Postage(told(count), days or WorkingDays(), collected=EMPTIED)


@pytest.mark.parametrize(
    ("posted", "at", "first", "last"),
    [
        ("Mon 2026-11-09", time(17), "Thu 2026-11-12", "Thu 2026-11-12"),
        ("Mon 2026-11-09", time(17, 1), "Fri 2026-11-13", "Fri 2026-11-13"),
        ("Mon 2026-11-09", None, "Thu 2026-11-12", "Fri 2026-11-13"),  # nobody said when: both are possible
        ("Fri 2026-11-13", time(18), "Thu 2026-11-19", "Thu 2026-11-19"),  # counts from Monday
        ("Sat 2026-11-14", time(9), "Thu 2026-11-19", "Thu 2026-11-19"),
        ("Sun 2026-11-15", None, "Thu 2026-11-19", "Thu 2026-11-19"),
    ],
)
def test_after_the_last_collection_a_card_counts_from_the_next_postal_day(
    posted: str, at: time | None, first: str, last: str
) -> None:
    assert emptied(3).arrival(day(posted), at) == (day(first), day(last))


def test_the_last_day_to_post_is_one_on_which_the_box_is_emptied() -> None:
    interview = day("Thu 2026-11-12")
    plan = card_plan(interview, interview, WEEK, emptied(4))
    assert plan.post_by == plan.safe_post_by == day("Fri 2026-11-13")
    (why,) = plan.reasons
    assert (why.values["hour"], why.values["day"]) == (EMPTIED, day("Mon 2026-11-16"))


@pytest.mark.parametrize(
    ("posted", "at", "message"),
    [
        ("Mon 2026-11-09", time(18), "Posted after the last collection at {hour}, it counts from {day}."),
        ("Sun 2026-11-15", None, "{posted_on} is {why}, without a collection: it counts from {day}."),
        ("Mon 2026-11-09", None, "nobody said at what time it was posted"),
    ],
)
def test_why_it_counts_from_another_day_is_said(posted: str, at: time | None, message: str) -> None:
    (why,) = when_posted(Posted(day(posted), at), emptied(3))
    assert message in why.message


def test_before_the_last_collection_there_is_nothing_to_say() -> None:
    assert when_posted(Posted(day("Mon 2026-11-09"), time(16)), emptied(3)) == ()


@given(DAYS, st.none() | st.times(), st.integers(0, 10), CALENDARS)
def test_a_collection_never_lets_a_card_arrive_sooner(
    posted: date, at: time | None, transit: int, days: WorkingDays
) -> None:
    plain, known = Postage(told(transit), days), emptied(transit, days)
    sooner, later = plain.arrival(posted, at), known.arrival(posted, at)
    assert sooner is not None
    assert later is not None
    assert (later[0] >= sooner[0], later[1] >= sooner[1]) == (True, True)
    close = posted + WEEK
    by_plain, by_known = latest_posting_day(posted, close, plain), latest_posting_day(posted, close, known)
    assert by_known is None or (by_plain is not None and by_known <= by_plain)
