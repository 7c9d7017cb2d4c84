"""What to do after an interview, from what a person tells and nothing that is kept (T1, T2)."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from seguito.actions.advise import Answer, DayBeforeInterview, Question, advise
from seguito.core.nouns import Pace
from seguito.core.planning.windows import EmailState
from seguito.reference.places import PlaceUnclear
from seguito.reference.playbooks import PlaybookUnknown
from seguito.reference.postal import ServiceElsewhere, ServiceUnknown
from tests.core.planning.days import day, minutes, moment

WEDNESDAY = "Wed 2026-11-11 11:30 Europe/Rome"
AT_ITS_BEST = minutes(45)


def asked(ended: str = WEDNESDAY, after: timedelta = AT_ITS_BEST, **told: Any) -> Answer:
    """The answer to a question that is put `after` the interview's end."""
    end, zone = moment(ended), ended.rpartition(" ")[2]
    return advise(replace(Question(end=end, zone=ZoneInfo(zone), zone_name=zone), **told), end + after)


def test_nothing_told_gives_an_email_and_no_card() -> None:
    answer = asked()
    assert (answer.channel.channel, answer.card, answer.nudge_on) == ("email", None, None)
    assert answer.state is EmailState.BEST
    assert [one.kind for one in answer.follow_ups] == ["debrief", "note"]


@pytest.mark.parametrize(
    "told",
    [
        {"prefers": "card", "pace": Pace.FAST},
        {"sender": "Roma, IT"},
        {"reader": "Milano, IT"},
        {"service": "it-posta4"},
        {"transit": 3},
        {"posted_on": day("Thu 2026-11-12")},
    ],
)
def test_whoever_speaks_of_post_is_told_its_days_whatever_the_advice(told: dict[str, Any]) -> None:
    answer = asked(**told)
    assert answer.channel.channel == "email"
    assert answer.card is not None
    assert answer.card.must_arrive_by == day("Wed 2026-11-18")


@pytest.mark.parametrize("told", [{"pace": Pace.LONG}, {"playbook": "atlanta"}, {"decision_on": day("Mon 2026-11-30")}])
def test_where_the_advice_holds_a_card_its_days_are_given_and_none_is_made_up(told: dict[str, Any]) -> None:
    answer = asked(**told)
    assert answer.channel.channel == "both"
    assert answer.card is not None
    assert (answer.card.post_by, answer.card.arrives_between, answer.card.can_arrive) == (None, None, False)


def test_a_route_alone_is_reckoned_with_what_an_ordinary_stamp_buys() -> None:
    answer = asked(sender="Roma, IT", reader="Milano, IT", prefers="card")
    assert answer.postage.service == "it-posta4"
    assert answer.channel.channel == "both"
    assert answer.card is not None
    assert answer.card.post_by == day("Thu 2026-11-12")
    assert answer.card.arrives_between == (day("Wed 2026-11-18"), day("Fri 2026-11-20"))


def test_the_patron_of_the_readers_town_moves_a_card() -> None:
    told = {"sender": "Roma, IT", "service": "it-posta4", "posted_on": day("Fri 2026-12-04")}
    ended = "Fri 2026-12-04 11:30 Europe/Rome"
    milan, bologna = asked(ended, reader="Milano, IT", **told).card, asked(ended, reader="Bologna, IT", **told).card
    assert milan is not None
    assert bologna is not None
    assert milan.arrives_between == (day("Mon 2026-12-14"), day("Wed 2026-12-16"))
    assert bologna.arrives_between == (day("Fri 2026-12-11"), day("Tue 2026-12-15"))


def test_days_that_are_named_replace_the_calendars_of_both_ends() -> None:
    told = {"sender": "Roma, IT", "reader": "Milano, IT", "transit": 4, "posted_on": day("Fri 2026-12-04")}
    card = asked("Fri 2026-12-04 11:30 Europe/Rome", holidays=(day("Wed 2026-12-09"),), **told).card
    assert card is not None
    assert card.arrives_between == (day("Fri 2026-12-11"), day("Fri 2026-12-11"))
    assert day("Tue 2026-12-08") not in dict(card.accounted_for)
    assert day("Wed 2026-12-09") in dict(card.accounted_for)


def test_told_transit_never_counts_saturday_though_the_country_delivers_on_it() -> None:
    told = {"sender": "Atlanta, GA, US", "reader": "Chicago, IL, US", "posted_on": day("Fri 2026-11-13")}
    ended = "Fri 2026-11-13 11:30 America/New_York"
    days, service = asked(ended, transit=1, **told).card, asked(ended, service="us-first-class", **told).card
    assert days is not None
    assert service is not None
    assert days.arrives_between == (day("Mon 2026-11-16"), day("Mon 2026-11-16"))
    assert service.arrives_between is not None
    assert service.arrives_between[0] == day("Sat 2026-11-14")


@pytest.mark.parametrize("told", [{}, {"transit": 3}, {"service": "it-posta4"}])
def test_across_a_border_a_card_is_never_the_only_channel(told: dict[str, Any]) -> None:
    answer = asked(sender="Roma, IT", reader="London, UK", prefers="card", pace=Pace.LONG, **told)
    assert answer.channel.channel == "email"
    assert answer.card is not None
    assert answer.card.can_arrive is ("transit" in told)


def test_where_no_service_is_known_the_days_are_not_made_up() -> None:
    answer = asked(sender="Lisboa, PT", reader="Porto, PT", prefers="card")
    assert answer.channel.channel == "both"
    assert answer.card is not None
    assert answer.card.post_by is None


@pytest.mark.parametrize(
    ("told", "nudge"),
    [
        ({"reader": "Milano, IT"}, "Thu 2026-12-10"),  # over the town's patron and the Immacolata
        ({"reader": "Bologna, IT"}, "Wed 2026-12-09"),
        ({"reader": "London, UK"}, "Tue 2026-12-08"),
        ({}, "Wed 2026-12-09"),  # by the country of the zone
        ({"holidays": (day("Mon 2026-12-07"),)}, "Wed 2026-12-09"),
        ({"holidays": (day("Thu 2026-12-31"),)}, "Tue 2026-12-08"),
    ],
)
def test_the_nudge_comes_two_working_days_after_the_promise_by_the_readers_calendar(
    told: dict[str, Any], nudge: str
) -> None:
    assert asked(promised_on=day("Fri 2026-12-04"), **told).nudge_on == day(nudge)


@pytest.mark.parametrize("option", ["decision_on", "posted_on", "promised_on"])
def test_a_day_before_the_interview_is_asked_about(option: str) -> None:
    with pytest.raises(DayBeforeInterview):
        asked(**{option: day("Tue 2026-11-10")})
    asked(**{option: day("Wed 2026-11-11")})


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ({"playbook": "boston"}, PlaybookUnknown),
        ({"sender": "Nowhere, XX"}, PlaceUnclear),
        ({"service": "pigeon"}, ServiceUnknown),
        ({"service": "it-posta4", "sender": "Paris, FR"}, ServiceElsewhere),
    ],
)
def test_what_nobody_knows_is_a_problem_in_words(told: dict[str, Any], problem: type[Exception]) -> None:
    with pytest.raises(problem):
        asked(**told)


def test_the_day_of_the_interview_is_that_of_the_askers_place() -> None:
    """23:30 in New York is half past five of the next morning in Rome."""
    end = moment("Wed 2026-11-11 23:30 America/New_York")
    here = Question(end=end, zone=ZoneInfo("America/New_York"), zone_name="America/New_York", transit=2)
    there = replace(here, zone=ZoneInfo("Europe/Rome"), zone_name="Europe/Rome")
    dates = [answer.card and answer.card.must_arrive_by for answer in (advise(here, end), advise(there, end))]
    assert dates == [day("Wed 2026-11-18"), day("Thu 2026-11-19")]


def test_on_the_last_day_the_card_can_still_go_and_on_the_next_it_cannot() -> None:
    told = {"transit": 4, "prefers": "card"}
    last, late = asked(after=timedelta(days=1), **told), asked(after=timedelta(days=2), **told)
    assert last.card is not None
    assert late.card is not None
    assert (last.channel.channel, last.card.post_by) == ("both", day("Thu 2026-11-12"))
    assert (late.channel.channel, late.card.post_by, late.card.can_arrive) == ("email", None, False)
    assert late.state is EmailState.CLOSED
