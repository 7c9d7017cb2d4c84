"""Days as English writes them: promises fall due on the right one, and notes are read for every one."""

from datetime import date

import pytest

from seguito.core.days import find_dates, find_day, find_due
from seguito.languages.date_words import date_words

WEDNESDAY = date(2026, 12, 2)  # the day of the interview, where a row names no other


def _day(text: str) -> date:
    """`Wed 2026-12-09`; refuses a weekday that doesn't fit."""
    weekday, _, iso = text.partition(" ")
    day = date.fromisoformat(iso)
    assert day.strftime("%a") == weekday, f"{iso} is a {day:%a}"
    return day


PROMISES = [
    # weekday and number
    ("answer by Wednesday 9", "Wed 2026-12-09"),
    ("answer by Wed 9", "Wed 2026-12-09"),
    ("Wednesday the 9th at the latest", "Wed 2026-12-09"),
    ("by Thursday, 3rd", "Thu 2026-12-03"),
    ("by wednesday 9 december", "Wed 2026-12-09"),
    ("Wednesday, December 9", "Wed 2026-12-09"),
    ("Wed, Dec. 9th, 2026", "Wed 2026-12-09"),
    ("Wednesday, 9 December 2026", "Wed 2026-12-09"),
    ("by Wednesday 6", "Wed 2027-01-06"),  # 6 December is a Sunday
    ("calls back Friday 4 at 10:30", "Fri 2026-12-04"),
    # the number alone
    ("on the 9th", "Wed 2026-12-09"),
    ("by the 9th", "Wed 2026-12-09"),
    ("before 15th", "Tue 2026-12-15"),
    ("by the 1st", "Fri 2027-01-01"),
    ("answer on the ninth", "Wed 2026-12-09"),
    ("decision the 15th, then references", "Tue 2026-12-15"),
    ("they decide by the twenty-first", "Mon 2026-12-21"),
    ("the 6th of next month", "Wed 2027-01-06"),
    ("on the 9", "Wed 2026-12-09"),
    # number and month
    ("9 December", "Wed 2026-12-09"),
    ("December 9", "Wed 2026-12-09"),
    ("Dec 9th", "Wed 2026-12-09"),
    ("9th of December", "Wed 2026-12-09"),
    ("the 9th December", "Wed 2026-12-09"),
    ("December the 9th", "Wed 2026-12-09"),
    ("9-Dec-2026", "Wed 2026-12-09"),
    ("by 1 December", "Wed 2027-12-01"),  # yesterday: the year turns
    ("by January 8", "Fri 2027-01-08"),
    ("by 8 Jan. please", "Fri 2027-01-08"),
    ("by May 4", "Tue 2027-05-04"),
    ("by 29 February", "Tue 2028-02-29"),
    ("signs on March 3, 2027", "Wed 2027-03-03"),
    # numbers
    ("2026-12-09", "Wed 2026-12-09"),
    ("12/12", "Sat 2026-12-12"),
    ("by 12/15", "Tue 2026-12-15"),
    ("by 15/12", "Tue 2026-12-15"),
    ("by 9/12/2026", "Wed 2026-12-09"),  # whatever the order, the promise is about the days ahead
    ("by 12/9/2026", "Wed 2026-12-09"),
    ("12/9", "Wed 2026-12-09"),
    ("9/12", "Wed 2026-12-09"),
    ("Wed 12/9", "Wed 2026-12-09"),
    ("09.12.2026", "Wed 2026-12-09"),
    # weekdays
    ("by Thursday", "Thu 2026-12-03"),
    ("by Friday EOD", "Fri 2026-12-04"),
    ("EOD Friday", "Fri 2026-12-04"),
    ("COB Tuesday", "Tue 2026-12-08"),
    ("by wednesday", "Wed 2026-12-09"),  # said on a Wednesday: the next one
    ("by Fri", "Fri 2026-12-04"),
    ("next Tuesday", "Tue 2026-12-08"),
    ("next Friday", "Fri 2026-12-11"),
    ("this Friday", "Fri 2026-12-04"),
    ("this coming Monday", "Mon 2026-12-07"),
    ("Monday week", "Mon 2026-12-14"),
    ("a week on Monday", "Mon 2026-12-14"),
    ("a week from Monday", "Mon 2026-12-14"),
    ("Monday of next week", "Mon 2026-12-07"),
    ("Thursday next week", "Thu 2026-12-10"),
    ("next week, on Thursday", "Thu 2026-12-10"),
    ("the Friday after next", "Fri 2026-12-11"),
    ("between Tuesday and Thursday", "Thu 2026-12-10"),
    ("Thursday or Friday", "Fri 2026-12-04"),
    ("by Friday noon", "Fri 2026-12-04"),
    # counted from today
    ("today", "Wed 2026-12-02"),
    ("by the end of the day", "Wed 2026-12-02"),
    ("tomorrow morning", "Thu 2026-12-03"),
    ("the day after tomorrow", "Fri 2026-12-04"),
    ("in two weeks", "Wed 2026-12-16"),
    ("in a couple of days", "Fri 2026-12-04"),
    ("within 10 days", "Sat 2026-12-12"),
    ("within 48 hours", "Fri 2026-12-04"),
    ("in a week's time", "Wed 2026-12-09"),
    ("two weeks from now", "Wed 2026-12-16"),
    ("a week today", "Wed 2026-12-09"),
    ("a week tomorrow", "Thu 2026-12-10"),
    ("in two to three weeks", "Wed 2026-12-23"),
    ("within 2-3 days", "Sat 2026-12-05"),
    ("in a fortnight", "Wed 2026-12-16"),
    ("within three working days", "Mon 2026-12-07"),
    ("5 business days", "Wed 2026-12-09"),
    ("in a month", "Sat 2027-01-02"),
    ("two weeks", "Wed 2026-12-16"),
    # weeks, months, years
    ("this week", "Fri 2026-12-04"),
    ("by the end of the week", "Fri 2026-12-04"),
    ("next week", "Fri 2026-12-11"),
    ("early next week", "Tue 2026-12-08"),
    ("by the end of next week", "Fri 2026-12-11"),
    ("mid next week", "Wed 2026-12-09"),
    ("the week after next", "Fri 2026-12-18"),
    ("over the weekend, so by the weekend", "Sun 2026-12-06"),
    ("the week of 14 December", "Fri 2026-12-18"),
    ("w/c 14 Dec", "Fri 2026-12-18"),
    ("the week of the 14th", "Fri 2026-12-18"),
    ("in the first week of January", "Thu 2027-01-07"),
    ("the second week of December", "Mon 2026-12-14"),
    ("the last week of January", "Sun 2027-01-31"),
    ("by the end of the month", "Thu 2026-12-31"),
    ("month end", "Thu 2026-12-31"),
    ("next month", "Sun 2027-01-31"),
    ("by the end of next month", "Sun 2027-01-31"),
    ("end of the year", "Thu 2026-12-31"),
    ("by mid January", "Fri 2027-01-15"),
    ("mid-January", "Fri 2027-01-15"),
    ("by the end of January", "Sun 2027-01-31"),
    ("in February", "Sun 2027-02-28"),
    ("early January", "Sun 2027-01-10"),
    ("before Christmas", "Fri 2026-12-25"),
    ("after New Year's", "Fri 2027-01-01"),
    ("by Easter", "Sun 2027-03-28"),
    # several days: by first, then what lies ahead
    ("saw the brief on Monday, answers by Friday", "Fri 2026-12-04"),
    ("launched on 3 March 2024, calls on Thursday", "Thu 2026-12-03"),
    ("between the 9th and the 12th of December", "Sat 2026-12-12"),
    ("9-12 December", "Sat 2026-12-12"),
    ("Wednesday 9 or Thursday 10", "Thu 2026-12-10"),
]


@pytest.mark.parametrize(("said", "due"), PROMISES, ids=[said for said, _ in PROMISES])
def test_a_promise_falls_due_on_the_day_that_it_names(said: str, due: str) -> None:
    assert find_day(said, date_words("en"), WEDNESDAY) == _day(due)


@pytest.mark.parametrize(
    "said",
    [
        "soon",
        "the other day",
        "every Saturday the children rearrange the shelf",
        "juniors meet on Thursdays",
        "each Monday",
        "open 24/7",
        "her office is on the 9th floor",
        "the 5th edition of the fair",
        "about 12% of the budget",
        "at 10:30",
        "call before 10",
        "by 9 pm",
        "by 9:30",
        "version 2.12.1",
        "a team of 12",
        "I may call",
        "they march on",
        "Black Friday is their big day",
        "a few days",
        "yesterday",
        "last week",
        "two weeks ago",
        "call +39 06 1234567",
        "invoice 2026/12/345",
    ],
)
def test_what_names_no_day_ahead_falls_due_on_none(said: str) -> None:
    assert find_day(said, date_words("en"), WEDNESDAY) is None


@pytest.mark.parametrize(
    ("language", "said", "due"),
    [
        ("en-US", "by 3/4", "Thu 2027-03-04"),
        ("en-GB", "by 3/4", "Sat 2027-04-03"),
        ("en-US", "by 25/12", "Fri 2026-12-25"),  # no twenty-fifth month: the other order
        ("en-GB", "by 12/25", "Fri 2026-12-25"),
        ("en-IE", "by 10/12", "Thu 2026-12-10"),
    ],
)
def test_a_region_settles_which_number_is_the_day(language: str, said: str, due: str) -> None:
    assert find_day(said, date_words(language), WEDNESDAY) == _day(due)


def test_a_weekday_that_contradicts_its_number_gives_both_days_and_says_so() -> None:
    mention = find_due("answer by Wednesday 10", date_words("en"), WEDNESDAY)
    assert mention is not None
    assert not mention.weekday_fits
    assert mention.due == date(2026, 12, 10)
    assert set(mention.days) >= {date(2026, 12, 9), date(2026, 12, 10)}


READINGS = [
    # text, its dates with every day that may be meant, nearest to the interview first
    ("It was a pleasure to meet you on Monday, December 14, at noon.", [("Monday, December 14", "2026-12-14")]),
    ("Thank you for your time yesterday.", [("yesterday", "2026-12-15")]),
    ("I will send it tomorrow.", [("tomorrow", "2026-12-17")]),
    ("Our talk on Tuesday stayed with me.", [("Tuesday", "2026-12-15 2026-12-22")]),
    ("Our talk on Wednesday stayed with me.", [("Wednesday", "2026-12-16 2026-12-09 2026-12-23")]),
    ("Since last Thursday I have tried it.", [("last Thursday", "2026-12-10")]),
    ("On the 15th floor you said", []),
    ("You said so on the 15th, and I agree.", [("the 15th", "2026-12-15 2027-01-15")]),
    ("The March issue, in March 2025, was yours.", [("March 2025", "*31")]),
    ("Last week you showed me the shelf.", [("Last week", "*7")]),
    ("The Saturday shelf; every Saturday; on Saturdays.", [("Saturday", "2026-12-12 2026-12-19")]),
    ("I worked there from 9 to 12 December.", [("9 to 12 December", "*4")]),
    ("Twelve of 15 guests, 3/4 of them new, at 10:30.", []),
    ("On 12/15 we spoke.", [("12/15", "2026-12-15 2027-12-15")]),
]


@pytest.mark.parametrize(("text", "expected"), READINGS, ids=[text for text, _ in READINGS])
def test_a_note_is_read_for_every_day_that_it_speaks_of(text: str, expected: list[tuple[str, str]]) -> None:
    """Written on Wednesday 16 December, about an interview of Tuesday the 15th."""
    found = [
        (text[m.start : m.end], " ".join(map(str, m.days)) if len(m.days) < 4 else f"*{len(m.days)}")
        for m in find_dates(text, date_words("en"), date(2026, 12, 16), date(2026, 12, 15))
    ]
    assert found == expected


def test_what_was_said_of_a_day_can_be_asked_part_by_part() -> None:
    (mention,) = find_dates("on Monday, December 14, 2026", date_words("en"), date(2026, 12, 16))
    assert (mention.weekday_said, mention.day_said, mention.month_said, mention.year_said) == (0, 14, 12, 2026)
    assert not mention.relative
    (yesterday,) = find_dates("yesterday", date_words("en"), date(2026, 12, 16))
    assert yesterday.relative
    assert yesterday.due is None
