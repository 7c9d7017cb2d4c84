"""One's own postal services, and one's own experience with them (T1.2, T2.1)."""

import os
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import Seguito

NOON = "2026-12-01T12:00:00+01:00"


@pytest.fixture
def elena(seguito: Seguito) -> Seguito:
    seguito.at(NOON)
    seguito("me", "name=Elena Rossi", "zone=Europe/Rome", "city=Roma", "country=IT")
    return seguito


@pytest.fixture
def post_file(elena: Seguito) -> Path:
    return Path(os.environ["SEGUITO_HOME"]) / "post.toml"


def card_for(seguito: Seguito, name: str, house: str) -> str:
    """An interview yesterday in Turin, whose card is laid out; the card's id."""
    talk = ("--when", "2026-11-30T10:00", "--lasts", "60", "--with", name)
    (added,) = seguito.json("add", "--organisation", house, *talk)["interviews"]
    seguito("set", "organisation", added["organisation_id"], "prefers=card", "city=Torino", "country=IT")
    return str(seguito.json("draft", added["id"], "--channel", "card")["notes"][0]["id"])


def listed(seguito: Seguito, country: str = "IT") -> dict[str, Any]:
    return {one["id"]: one for one in seguito.json("post", country)["services"]}


def test_a_service_of_ones_own_is_kept_listed_and_reckoned_with(elena: Seguito, post_file: Path) -> None:
    kept = elena.json("post", "add", "it-corriere", "name=Corriere", "stated=2", "slower=3", "share=95%")["service"]
    assert (kept["country"], kept["stated"], kept["share"], kept["own"]) == ("IT", 2, 0.95, True)
    assert kept["seen_on"] == "2026-12-01"
    assert list(listed(elena))[-1] == "it-corriere"
    assert "it-corriere" in post_file.read_text("utf-8")
    way = ("--end", "2026-12-01T10:00", "--from", "Roma, IT", "--to", "Torino, IT", "--service", "corriere")
    card = elena.json("advise", *way, "--posted", "2026-12-01")["card"]
    assert (card["service"], card["arrives_between"]) == ("it-corriere", ["2026-12-03", "2026-12-04"])
    note = card_for(elena, "Zoë Neri", "Acme")
    posting = elena.json("posted", note, "--on", "2026-12-01", "--by", "Corriere")["posting"]
    assert posting["arrives_between"] == ["2026-12-03", "2026-12-04"]


def test_a_changed_row_stands_in_place_of_the_one_that_is_shipped(elena: Seguito, post_file: Path) -> None:
    changed = elena.json("post", "change", "it-posta4", "stated=3", "slower=5")["service"]
    assert (changed["stated"], changed["own"], changed["source"], changed["share"]) == (3, True, None, None)
    there = listed(elena)
    assert next(iter(there)) == "it-posta4"
    assert there["it-posta4"]["usual"]
    back = elena.json("post", "remove", "it-posta4")["service"]
    assert (back["stated"], back["own"]) == (4, False)
    assert post_file.read_text("utf-8") == ""
    elena.json("post", "add", "it-corriere", "stated=2")
    assert elena.json("post", "remove", "it-corriere")["service"] is None
    assert "it-corriere" not in listed(elena)


def test_what_one_wrote_by_hand_beside_a_row_stays(elena: Seguito, post_file: Path) -> None:
    written = (
        '# what I know of the post here\n[[service]]\nid = "it-a"\ncountry = "IT"\nname = "A"\nstated = 1 # measured\n'
        'slower = 2\n\n# the other one\n[[service]]\nid = "it-b"\ncountry = "IT"\nname = "B \\\\ \\"b\\""\nstated = 3\nslower = 4\n'
    )
    post_file.write_text(written, "utf-8")
    elena.json("post", "change", "it-b", "slower=5", 'name=C \\ "c"')
    changed = post_file.read_text("utf-8")
    assert changed.startswith(written.partition('name = "B')[0])
    assert listed(elena)["it-b"]["name"] == 'C \\ "c"'
    elena.json("post", "remove", "it-a")
    assert "# what I know of the post here" in post_file.read_text("utf-8")
    assert [one["id"] for one in listed(elena).values() if one["own"]] == ["it-b"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("add",), "which-service"),
        (("remove",), "which-service"),
        (("add", "it-x"), "which-service"),
        (("add", "it-x", "slower=3"), "service-incomplete"),
        (("add", "It Post!", "stated=2"), "service-nameless"),
        (("add", "it-posta4", "stated=2"), "service-there"),
        (("add", "it-x", "stated=5", "slower=2"), "figures-out-of-order"),
        (("add", "it-x", "stated=-1"), "bad-value"),
        (("add", "it-x", "stated=999"), "bad-value"),
        (("add", "it-x", "stated=2", "share=0"), "bad-value"),
        (("add", "it-x", "stated=2", "collected=noon"), "bad-value"),
        (("add", "it-x", "stated=2", "speed=9"), "unknown-field"),
        (("add", "it-x", "stated"), "no-value"),
        (("add", "it-x", "stated=2", "name=a\nb"), "not-one-line"),
        (("change", "it-x", "stated=2"), "service-unknown"),
        (("change", "it-posta1", "stated=4"), "figures-out-of-order"),
        (("remove", "it-x"), "service-unknown"),
        (("remove", "it-posta4"), "service-shipped"),
    ],
)
def test_what_makes_no_row_is_a_clear_error_and_changes_nothing(
    elena: Seguito, post_file: Path, words: tuple[str, ...], code: str
) -> None:
    answer = elena("post", *words, "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, code)
    assert not post_file.exists()


def test_a_file_that_is_broken_by_hand_is_named_and_stops_no_planning(elena: Seguito, post_file: Path) -> None:
    post_file.write_text('[[service]]\nid = "it-a"\ncountry = "Italia"\n', "utf-8")
    answer = elena("post", "IT", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "postal-row-wrong")
    assert "post.toml" in answer.json["error"]["message"]
    assert elena("doctor", "--json").code == 1
    assert card_for(elena, "Zoë Neri", "Acme")


def test_after_the_last_collection_a_card_counts_from_the_next_postal_day(elena: Seguito) -> None:
    elena.json("post", "change", "it-posta1", "collected=17:00")
    note = card_for(elena, "Zoë Neri", "Acme")
    elena.at("2026-12-01T19:00:00+01:00")
    in_time = elena.json("posted", note, "--on", "2026-12-01T16:30", "--by", "it-posta1")["posting"]
    assert in_time["arrives_between"] == ["2026-12-02", "2026-12-04"]
    late = elena.json("posted", note, "--on", "2026-12-01T18:30", "--by", "it-posta1")["posting"]
    assert late["arrives_between"] == ["2026-12-03", "2026-12-07"]
    assert "17:00" in late["reasons"][0]["message"]
    assert [one["date"] for one in late["accounted_for"]] == ["2026-12-05", "2026-12-06"]
    either = elena.json("posted", note, "--on", "2026-12-01", "--by", "it-posta1")["posting"]
    assert either["arrives_between"] == ["2026-12-02", "2026-12-07"]
    assert (
        elena("posted", note, "--on", "2026-12-01T23:30", "--by", "it-posta1", "--json").json["error"]["code"]
        == "not-yet"
    )


def test_the_last_day_to_post_closes_with_its_last_collection(elena: Seguito) -> None:
    note = card_for(elena, "Zoë Neri", "Acme")
    elena.json("post", "change", "it-posta4", "collected=16:15")
    (card,) = (one for one in elena.json("plan")["follow_ups"] if one["kind"] == "card")
    assert note in card["next_step"]["command"]
    assert card["closes_at"] == "2026-12-01T16:15:00+01:00"


def test_ones_own_cards_narrow_the_range_and_say_so(elena: Seguito) -> None:
    """Four cards that took two days each: not the stated four to six any more, and never one day alone."""
    for number in range(4):
        note = card_for(elena, f"Ada Neri{number}", f"Casa {number}")
        elena.json("posted", note, "--on", "2026-11-25", "--by", "it-posta4")
        elena.json("arrived", note, "--on", "2026-11-27")
    note = card_for(elena, "Zoë Neri", "Acme")
    posting = elena.json("posted", note, "--on", "2026-12-01", "--by", "it-posta4")["posting"]
    assert posting["arrives_between"] == ["2026-12-03", "2026-12-07"]
    assert "4 cards" in posting["reasons"][0]["message"]
    assert "Italy" in posting["reasons"][0]["message"]
    other = elena.json("posted", note, "--on", "2026-12-01", "--by", "it-raccomandata")["posting"]
    assert other["arrives_between"] == ["2026-12-07", "2026-12-10"]


def test_across_a_border_what_ones_cards_took_is_told_and_no_day_is_made_up(elena: Seguito) -> None:
    for number in range(5):
        note = card_for(elena, f"Ada Neri{number}", f"Casa {number}")
        elena("set", "person", f"Ada Neri{number}", "country=US", "city=Atlanta", "region=GA")
        posting = elena.json("posted", note, "--on", "2026-11-16", "--by", "it-posta4")["posting"]
        assert posting["arrives_between"] is None
        elena.json("arrived", note, "--on", "2026-11-30")
    assert any("4 cards" in why["message"] and "United States" in why["message"] for why in posting["reasons"])


def test_saying_twice_that_it_arrived_changes_nothing(elena: Seguito) -> None:
    note = card_for(elena, "Zoë Neri", "Acme")
    elena.json("posted", note, "--on", "2026-11-30", "--by", "it-posta4")
    first = elena.json("arrived", note, "--on", "2026-12-01")
    before = elena.json("plan")
    assert elena.json("arrived", note, "--on", "2026-12-01") == first
    assert elena.json("plan") == before
