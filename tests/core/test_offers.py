"""What looks like an interview, and who may change one."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from seguito.core.offers import Event, looks_like_interview, speaks_for
from seguito.languages.interviewing import interview_words

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
START = datetime(2026, 12, 3, 10, 0, tzinfo=UTC)
CALL = Event("Ada / Giulia", "", START, START + timedelta(minutes=45), False, False, 1, True, False)
ALONE: dict[str, Any] = {"others": 0, "listed": False}

ASKED: dict[str, dict[str, Any]] = {
    "a plain call with somebody else": {},
    "by its title, of a scheduler that lists nobody": {"title": "Interview with Peach & Pine", **ALONE},
    "in Italian": {"title": "COLLOQUIO conoscitivo – Fontana", **ALONE},
    "in its description": {"title": "Zoom", "description": "This is a call about your application.", **ALONE},
    "within one's own house": {"title": "Second-round interview", "by_colleague": True},
    "by a panel of five": {"others": 5},
    "yesterday": {"starts_at": NOW - timedelta(hours=30), "ends_at": NOW - timedelta(hours=29)},
}
LEFT: dict[str, dict[str, Any]] = {
    "a whole day": {"all_day": True, "title": "Interview"},
    "a series": {"is_series": True, "title": "Interview"},
    "long over": {"starts_at": NOW - timedelta(days=3), "ends_at": NOW - timedelta(days=2, hours=23)},
    "with nobody": ALONE,
    "to somebody else": {"listed": False},
    "a stand-up": {"title": "Stand-up, press team"},
    "one's own colleagues": {"by_colleague": True},
    "a crowd": {"others": 40},
    "a dentist": {"title": "Visita dal dentista"},
    "a teacher": {"title": "Colloqui genitori 3B"},
    "a customer": {"title": "Customer interview: Fontana"},
}


@pytest.mark.parametrize("kind", ASKED)
def test_what_may_be_an_interview_is_asked_about(kind: str) -> None:
    assert looks_like_interview(replace(CALL, **ASKED[kind]), interview_words(), NOW)


@pytest.mark.parametrize("kind", LEFT)
def test_what_is_none_is_left_alone(kind: str) -> None:
    assert not looks_like_interview(replace(CALL, **LEFT[kind]), interview_words(), NOW)


@pytest.mark.parametrize(
    ("organiser", "sender", "by_right"),
    [
        ("giulia@corp.test", "giulia@corp.test", True),
        ("Giulia@Corp.test", "calendar@corp.test", True),
        ("giulia@corp.test", "eve@evil.test", False),
        ("eve@evil.test", "giulia@corp.test", False),
        ("giulia@corp.test", "eve@notcorp.test", False),
        ("anna@gmail.com", "anna@gmail.com", True),
        ("eve@gmail.com", "eve@gmail.com", False),
        ("", "giulia@corp.test", False),
        ("giulia@corp.test", "", False),
    ],
)
def test_a_house_speaks_for_its_people_and_a_free_mail_house_for_nobody(
    organiser: str, sender: str, by_right: bool
) -> None:
    assert speaks_for(organiser, sender, {"giulia@corp.test", "anna@gmail.com"}, {"gmail.com"}) is by_right
