"""A card on its way: posted, then there, in that order."""

import pytest

from tests.terminal import Seguito

AFTER = "2026-10-26T12:00:00+01:00"


@pytest.fixture
def card(seguito: Seguito) -> str:
    """A sheet for Zoë, of whom no address is known."""
    seguito.at(AFTER)("me", "name=Lena Park", "email=lena@mail.example", "zone=Europe/Rome", "country=IT", "city=Roma")
    seguito("add", "--organisation", "Acme", "--when", "2026-10-24T17:00", "--lasts", "60", "--with", "Zoë")
    return str(seguito.json("draft", "Acme")["notes"][0]["id"])


def test_a_card_arrives_no_sooner_than_it_was_posted(seguito: Seguito, card: str) -> None:
    assert seguito("arrived", card, "--on", "2026-10-26", "--json").json["error"]["code"] == "never-posted"
    seguito.json("posted", card, "--on", "2026-10-26", "--by", "it-posta4")
    early = seguito("arrived", card, "--on", "2026-10-25", "--json")
    assert (early.code, early.json["error"]["code"]) == (2, "before-it-was-posted")
    assert seguito.json("arrived", card, "--on", "2026-10-26")["posting"]["arrived_on"] == "2026-10-26"


def test_what_has_not_come_yet_is_not_recorded(seguito: Seguito, card: str) -> None:
    late = seguito("posted", card, "--on", "2026-10-27", "--by", "it-posta4", "--json")
    assert (late.code, late.json["error"]["code"]) == (2, "not-yet")
