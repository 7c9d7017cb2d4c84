"""The e-mail's window: half an hour to an hour at best, 24 elapsed hours at most (T1.1, T1.3)."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given, strategies as st

from seguito.core.planning.windows import EmailState, Window, email_state, email_window, end_of
from seguito.reference.playbooks import playbook
from tests.core.planning.days import day, minutes, moment, utc

FIGURES = playbook().email
END = moment("Wed 2026-12-02 11:30 Europe/Rome")


@pytest.mark.parametrize(
    ("after", "state"),
    [
        (minutes(-5), EmailState.TOO_EARLY),
        (minutes(0), EmailState.TOO_EARLY),
        (minutes(29.99), EmailState.TOO_EARLY),
        (minutes(30), EmailState.BEST),
        (minutes(45), EmailState.BEST),
        (minutes(60), EmailState.BEST),
        (minutes(60.01), EmailState.OPEN),
        (timedelta(hours=23, minutes=59), EmailState.OPEN),
        (timedelta(hours=24), EmailState.OPEN),
        (timedelta(hours=24, seconds=1), EmailState.CLOSED),
        (timedelta(days=400), EmailState.CLOSED),
    ],
)
def test_each_edge_belongs_to_the_window_that_it_closes(after: timedelta, state: EmailState) -> None:
    assert email_state(email_window(END, FIGURES), END + after) is state


@pytest.mark.parametrize(
    ("end", "closes_at"),
    [
        ("Wed 2026-12-02 11:30 Europe/Rome", "2026-12-03T11:30:00+01:00"),
        ("Sat 2026-10-24 18:00 Europe/Rome", "2026-10-25T17:00:00+01:00"),  # 25 hours of wall clock
        ("Sat 2027-03-27 18:00 Europe/Rome", "2027-03-28T19:00:00+02:00"),  # 23 hours of wall clock
        ("Sat 2026-10-31 18:00 America/New_York", "2026-11-01T17:00:00-05:00"),
        ("Sat 2027-03-13 18:00 America/New_York", "2027-03-14T19:00:00-04:00"),
        ("Sat 2026-10-03 18:00 Australia/Lord_Howe", "2026-10-04T18:30:00+11:00"),  # half an hour of daylight saving
    ],
)
def test_24_hours_stay_24_hours_whatever_the_clocks_do(end: str, closes_at: str) -> None:
    window = email_window(moment(end), FIGURES)
    assert window.closes_at is not None
    assert window.closes_at.astimezone(moment(end).tzinfo).isoformat() == closes_at


def test_in_the_hour_that_comes_twice_the_second_one_is_later() -> None:
    """At 02:40 for the second time, 80 minutes have passed since 02:20 for the first."""
    rome = ZoneInfo("Europe/Rome")
    end = datetime(2026, 10, 25, 2, 20, tzinfo=rome)
    window = email_window(end, FIGURES)
    assert email_state(window, datetime(2026, 10, 25, 2, 55, tzinfo=rome)) is EmailState.BEST
    assert email_state(window, datetime(2026, 10, 25, 2, 40, tzinfo=rome, fold=1)) is EmailState.OPEN


ZONES = st.sampled_from(sorted(available_timezones() - {"localtime", "Factory"}))
INSTANTS = st.integers(800_000_000, 3_700_000_000).map(lambda second: datetime.fromtimestamp(second, UTC))


@given(INSTANTS, ZONES)
def test_in_any_zone_the_three_instants_lie_as_far_apart_as_they_should(instant: datetime, zone: str) -> None:
    end = instant.astimezone(ZoneInfo(zone))
    window = email_window(end, FIGURES)
    assert window.best_until is not None
    assert window.closes_at is not None
    assert window.opens_at - instant == timedelta(minutes=30)
    assert window.best_until - instant == timedelta(minutes=60)
    assert window.closes_at - instant == timedelta(hours=24)


@given(INSTANTS, ZONES, ZONES, st.timedeltas(timedelta(hours=-2), timedelta(hours=30)))
def test_the_state_is_the_same_for_readers_in_any_two_zones(
    end: datetime, one: str, other: str, after: timedelta
) -> None:
    now = end + after
    here = email_state(email_window(end.astimezone(ZoneInfo(one)), FIGURES), now.astimezone(ZoneInfo(one)))
    there = email_state(email_window(end.astimezone(ZoneInfo(other)), FIGURES), now.astimezone(ZoneInfo(other)))
    assert here is there


def test_a_window_without_an_end_never_closes() -> None:
    assert email_state(Window(utc("2026-12-02T11:00+01:00")), utc("2036-12-02T11:00+01:00")) is EmailState.OPEN


@pytest.mark.parametrize(
    ("when", "zone", "last"),
    [
        ("Fri 2026-12-04", "Europe/Rome", "2026-12-04T23:59:59+01:00"),
        ("Sun 2026-10-25", "Europe/Rome", "2026-10-25T23:59:59+01:00"),  # a day of 25 hours
        ("Sat 2026-09-05", "America/Santiago", "2026-09-05T23:59:59-04:00"),  # the clocks skip the midnight after it
    ],
)
def test_a_day_lasts_to_its_last_second_at_the_place(when: str, zone: str, last: str) -> None:
    assert end_of(day(when), ZoneInfo(zone)).astimezone(ZoneInfo(zone)).isoformat() == last
