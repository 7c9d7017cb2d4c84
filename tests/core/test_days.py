"""Laws of days that hold in every language, and the calendar under them."""

from datetime import date, timedelta

import pytest
from hypothesis import given, strategies as st

from seguito.core.days import find_dates, find_day
from seguito.core.days.calendar import (
    easter,
    first_after,
    last_before,
    last_of_month,
    months_on,
    same_day_months_on,
    working_days_on,
)
from seguito.languages import available
from seguito.languages.date_words import date_words

LANGUAGES = st.sampled_from(available())
DAYS = st.dates(date(2020, 1, 1), date(2040, 12, 31))
PIECES = st.sampled_from(
    "by on the 9 9th 31 12/3 30/02 2026-12-09 . , - – ( ) il entro l' dal al domani tomorrow Wednesday mercoledì"
    " December dicembre next prossimo week settimana in tra due two giorni days ago fa Monday lunedi' \u0300 \n EOD".split(
        " "
    )
)


@given(LANGUAGES, st.text() | st.lists(PIECES, max_size=12).map(" ".join), DAYS, DAYS)
def test_any_text_can_be_read_and_every_mention_stands_inside_it(
    language: str, text: str, written_on: date, about: date
) -> None:
    end = 0
    for mention in find_dates(text, date_words(language), written_on, about):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.days
        end = mention.end


@given(LANGUAGES, DAYS, DAYS)
def test_a_day_written_out_in_full_is_that_day_whenever_it_is_read(language: str, day: date, today: date) -> None:
    words = date_words(language)
    written = f"{words.weekday_names[day.weekday()]} {day.day} {words.month_names[day.month - 1]} {day.year}"
    assert find_day(written, words, today) == day
    assert find_day(day.isoformat(), words, today) == day


@given(LANGUAGES, DAYS, DAYS)
def test_a_day_without_its_year_never_lies_behind(language: str, day: date, today: date) -> None:
    words = date_words(language)
    due = find_day(f"{day.day} {words.month_names[day.month - 1]}", words, today)
    assert due is not None
    assert due >= today
    assert (due.month, due.day) == (day.month, day.day)


@given(LANGUAGES, st.integers(0, 6), DAYS)
def test_a_weekday_alone_falls_due_within_seven_days(language: str, weekday: int, today: date) -> None:
    words = date_words(language)
    due = find_day(words.weekday_names[weekday], words, today)
    assert due is not None
    assert due.weekday() == weekday
    assert timedelta(days=1) <= due - today <= timedelta(days=7)


def test_a_language_without_a_folder_has_no_dates() -> None:
    with pytest.raises(LookupError):
        date_words("tlh")


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027, 2038])
def test_easter_is_the_sunday_that_the_church_keeps(year: int) -> None:
    known = {2024: (3, 31), 2025: (4, 20), 2026: (4, 5), 2027: (3, 28), 2038: (4, 25)}
    assert easter(year) == date(year, *known[year])


def test_the_calendar_counts_as_people_do() -> None:
    wednesday = date(2026, 12, 2)
    assert first_after(wednesday, 2) == date(2026, 12, 9)
    assert first_after(wednesday, 3) == date(2026, 12, 3)
    assert last_before(wednesday, 2) == date(2026, 11, 25)
    assert last_before(wednesday, 1) == date(2026, 12, 1)
    assert last_of_month(2028, 2) == date(2028, 2, 29)
    assert last_of_month(2026, 12) == date(2026, 12, 31)
    assert months_on(wednesday, -12) == (2025, 12)
    assert same_day_months_on(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert working_days_on(date(2026, 12, 4), 1) == date(2026, 12, 7)
    assert working_days_on(date(2026, 12, 7), -1) == date(2026, 12, 4)


@pytest.mark.parametrize(
    ("language", "text"), [("it", "una risposta entro lunedì 8 dicembre"), ("en", "by Monday 8 December")]
)
def test_a_weekday_that_contradicts_the_number_does_not_lead_into_last_year(language: str, text: str) -> None:
    """8 December was a Monday in 2025: told on 2 December 2026 it is next week's Tuesday all the same."""
    assert find_day(text, date_words(language), date(2026, 12, 2)) == date(2026, 12, 8)
