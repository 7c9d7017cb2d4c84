"""A card's journey: to be posted by a day, on its way, there (T1.2)."""

from pathlib import Path
from typing import Any

import pytest

from tests.terminal import Seguito

ROOT = Path(__file__).parents[2]


@pytest.fixture
def atlanta(seguito: Seguito) -> Seguito:
    """An interview at a house that prefers handwriting, both ends in Atlanta, with the card laid out."""
    seguito.at("2026-12-02T16:05:00-05:00")
    seguito("me", "name=Elena Ferri", "zone=America/New_York", "city=Atlanta", "region=GA", "country=US")
    (added,) = seguito.json("add", ROOT / "examples" / "interview.ics")["interviews"]
    seguito("set", "organisation", added["organisation_id"], "prefers=card", "city=Atlanta", "country=US")
    seguito("set", "application", added["application"], "decision_by=2026-12-18")
    seguito("debrief", added["id"], "--from", ROOT / "examples" / "debrief.txt")
    seguito("draft", added["id"], "--to", "Rosalind", "--channel", "card")
    return seguito


def cards(seguito: Seguito) -> list[dict[str, Any]]:
    found = seguito.json("plan")["follow_ups"]
    return [one for one in found if one["kind"] == "card" and one["about"]["people"][0]["name"] == "Rosalind Avery"]


def test_a_card_has_a_last_day_and_then_is_on_its_way(atlanta: Seguito) -> None:
    (card,) = cards(atlanta)
    assert card["state"] == "best"
    assert card["closes_at"]
    posting = atlanta.json("posted", "Rosalind", "--on", "2026-12-02", "--by", "us-first-class")["posting"]
    assert posting["arrives_between"][1]
    posted, expected = cards(atlanta)
    assert (posted["state"], expected["state"]) == ("done", "waiting")
    assert expected["opens_at"].startswith(posting["arrives_between"][1])


def test_on_the_day_it_should_be_there_one_is_told(atlanta: Seguito) -> None:
    last = atlanta.json("posted", "Rosalind", "--on", "2026-12-02", "--by", "us-first-class")["posting"][
        "arrives_between"
    ][1]
    atlanta.at(f"{last}T12:00:00-05:00")
    due = [
        one
        for one in atlanta.json("due")["follow_ups"]
        if one["kind"] == "card" and "arrived" in one["next_step"]["command"]
    ]
    assert len(due) == 1
    atlanta.json("arrived", "Rosalind", "--on", last)
    assert {one["state"] for one in cards(atlanta)} == {"done"}


def test_what_was_not_posted_is_not_there(atlanta: Seguito) -> None:
    answer = atlanta("arrived", "Rosalind", "--on", "2026-12-02", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "never-posted")


def test_nothing_is_posted_tomorrow(atlanta: Seguito) -> None:
    answer = atlanta("posted", "Rosalind", "--on", "2026-12-03", "--by", "us-first-class", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "not-yet")
