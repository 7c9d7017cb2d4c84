"""Which days count, and why the others don't (T1.2)."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from seguito.core.planning.workdays import WorkingDays
from seguito.core.reasons import Reason
from tests.core.planning.days import day, days_without


@pytest.mark.parametrize(
    ("start", "count", "then"),
    [
        ("Fri 2026-11-13", 1, "Mon 2026-11-16"),
        ("Fri 2026-11-13", 2, "Tue 2026-11-17"),
        ("Sat 2026-11-14", 2, "Tue 2026-11-17"),  # a Saturday counts from the Friday before it
        ("Sun 2026-11-15", 2, "Tue 2026-11-17"),
        ("Mon 2026-11-16", 2, "Wed 2026-11-18"),
        ("Mon 2026-11-16", 0, "Mon 2026-11-16"),
        ("Mon 2026-12-07", 1, "Wed 2026-12-09"),
        ("Tue 2026-12-08", 1, "Wed 2026-12-09"),  # a holiday counts from the working day before it
    ],
)
def test_working_days_are_counted_from_the_working_day_before(start: str, count: int, then: str) -> None:
    assert days_without("Tue 2026-12-08").after(day(start), count) == day(then)


def test_saturday_counts_only_where_the_service_counts_it() -> None:
    assert days_without().after(day("Fri 2026-11-13"), 1) == day("Mon 2026-11-16")
    assert days_without(saturday=True).after(day("Fri 2026-11-13"), 1) == day("Sat 2026-11-14")


def test_a_holiday_on_a_saturday_does_not_count_even_for_such_a_service() -> None:
    boxing_day = days_without("Sat 2026-12-26", saturday=True)
    assert boxing_day.after(day("Fri 2026-12-25"), 1) == day("Mon 2026-12-28")


@pytest.mark.parametrize(
    ("start", "count", "then"),
    [
        ("Mon 2026-11-16", 1, "Fri 2026-11-13"),
        ("Wed 2026-12-09", 1, "Mon 2026-12-07"),
        ("Sun 2026-11-15", 1, "Fri 2026-11-13"),
        ("Thu 2026-11-12", 0, "Thu 2026-11-12"),
    ],
)
def test_counting_back_skips_the_same_days(start: str, count: int, then: str) -> None:
    assert days_without("Tue 2026-12-08").before(day(start), count) == day(then)


def test_a_working_day_of_both_ends_is_one_at_either_end() -> None:
    rome, milan = days_without("Tue 2026-12-08"), days_without("Mon 2026-12-07", "Tue 2026-12-08", saturday=True)
    both = rome.together(milan)
    assert not both.holds(day("Mon 2026-12-07"))
    assert not both.holds(day("Tue 2026-12-08"))
    assert both.holds(day("Wed 2026-12-09"))
    assert not both.holds(day("Sat 2026-12-12"))


def test_every_day_that_is_not_counted_has_its_reason() -> None:
    out = days_without("Tue 2026-12-08").counted_out(day("Fri 2026-12-04"), day("Wed 2026-12-09"))
    assert [(when, why.message) for when, why in out] == [
        (day("Sat 2026-12-05"), "a Saturday"),
        (day("Sun 2026-12-06"), "a Sunday"),
        (day("Tue 2026-12-08"), "a holiday"),
    ]


DAYS = st.dates(date(2000, 1, 1), date(2090, 1, 1))
CALENDARS = st.builds(
    lambda holidays, saturday: WorkingDays(dict.fromkeys(holidays, Reason("T1.2", "a holiday")).get, saturday),
    st.lists(st.dates(date(2026, 1, 1), date(2026, 3, 1)), max_size=20),
    st.booleans(),
)


@given(CALENDARS, st.dates(date(2025, 12, 20), date(2026, 3, 5)), st.integers(0, 30))
def test_starting_later_never_arrives_earlier(days: WorkingDays, start: date, count: int) -> None:
    assert days.after(start, count) <= days.after(start + timedelta(days=1), count) or count == 0


@given(CALENDARS, st.dates(date(2025, 12, 20), date(2026, 3, 5)), st.integers(1, 30))
def test_every_day_on_the_way_either_counts_or_has_a_reason(days: WorkingDays, start: date, count: int) -> None:
    end = days.after(start, count)
    assert (end - start).days == count + len(days.counted_out(start, end))
    assert days.holds(end)
