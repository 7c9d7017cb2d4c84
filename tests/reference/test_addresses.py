"""Addresses as each country's post reads them."""

import pytest
from hypothesis import given, strategies as st

from seguito.core.nouns import Address
from seguito.core.reasons import Reason
from seguito.errors import Problem
from seguito.reference.addresses import (
    Addressee,
    CountryUnknown,
    MissingAddressPart,
    PostcodeUnlike,
    country_name,
    postal_lines,
    written_lines,
)
from seguito.reference.addresses.capitals import capitals


def whom(street: str, postcode: str, city: str, region: str, country: str, organisation: str = "") -> Addressee:
    return Addressee("Giulia Bianchi", Address(street, postcode, city, region, country), organisation)


@pytest.mark.parametrize(
    ("to", "origin", "lines"),
    [
        (
            whom("Via Borsieri 114", "20159", "Milano", "MI", "IT", "Acme"),
            "IT",
            ["Acme", "Via Borsieri 114", "20159 MILANO MI"],
        ),
        (whom("Via Borsieri 114", "20159", "Milano", "", "IT"), "IT", ["Via Borsieri 114", "20159 MILANO MI"]),
        (
            whom("Via Roma 1", "20099", "Sesto San Giovanni", "Milano", ""),
            "IT",
            ["Via Roma 1", "20099 SESTO SAN GIOVANNI MI"],
        ),
        (whom("Via Roma 1", "00184", "Roma", "RM", "IT"), "US", ["Via Roma 1", "00184 ROMA RM", "ITALIA"]),
        (
            whom("1184 Walton Street NW\nSuite 500", "30303", "Atlanta", "Georgia", "US"),
            "IT",
            ["1184 Walton Street NW", "Suite 500", "ATLANTA, GA 30303", "STATI UNITI D’AMERICA"],
        ),
        (whom("1 High St", "sw1a 1aa", "London", "", "GB"), "GB", ["1 High St", "LONDON", "SW1A 1AA"]),
        (whom("Hauptstr. 1", "10115", "Berlin", "", "DE"), "IT", ["Hauptstr. 1", "10115 BERLIN", "GERMANIA"]),
        (whom("C/ Mayor 1", "28013", "Madrid", "", "ES"), "ES", ["C/ Mayor 1", "28013 MADRID"]),
        (whom("C/ Mayor 1", "28901", "Getafe", "Madrid", "ES"), "ES", ["C/ Mayor 1", "28901 GETAFE MADRID"]),
        (whom("Bahnhofstr. 1", "8001", "Zürich", "", "CH"), "CH", ["Bahnhofstr. 1", "CH-8001 Zürich"]),
        (whom("İstiklal Cd 1", "34000", "Fatih", "İstanbul", "TR"), "TR", ["İstiklal Cd 1", "34000 FATİH/İstanbul"]),
        (whom("Οδός 1", "151 24", "Μαρούσι", "", "GR"), "GR", ["Οδός 1", "151 24 ΜΑΡΟΥΣΙ"]),
        (whom("1-2-3 Aoba", "154-0023", "", "Tokyo", "JP"), "IT", ["1-2-3 Aoba, TOKYO", "154-0023", "GIAPPONE"]),
    ],
)
def test_lines_stand_in_the_countrys_own_order(to: Addressee, origin: str, lines: list[str]) -> None:
    assert [line for line in postal_lines(to, origin, "it") if line != "Giulia Bianchi"] == lines


def test_a_french_envelope_begins_with_the_house() -> None:
    lines = postal_lines(whom("1 rue du Bac", "75007", "Paris", "", "FR", "Maison Bleue"), "FR", "it")
    assert lines == ("Maison Bleue", "Giulia Bianchi", "1 rue du Bac", "75007 PARIS")


@pytest.mark.parametrize(
    ("to", "part", "field"),
    [
        (whom("", "20159", "Milano", "MI", "IT"), "the street", "street"),
        (whom("Via Roma 1", "", "Milano", "MI", "IT"), "the postcode ({own})", "postcode"),
        (whom("Via Roma 1", "20159", "", "MI", "IT"), "the city", "city"),
        (whom("Via Roma 1", "20099", "Sesto San Giovanni", "", "IT"), "the province", "region"),
        (whom("1 Main St", "30303", "Atlanta", "", "US"), "the state", "region"),
        (whom("1 Main St", "", "Atlanta", "GA", "US"), "the postcode ({own})", "postcode"),
        (Addressee("", Address("Via Roma 1", "20159", "Milano", "MI", "IT")), "the name", "name"),
    ],
)
def test_a_missing_line_is_called_what_that_country_calls_it(to: Addressee, part: str, field: str) -> None:
    with pytest.raises(MissingAddressPart) as told:
        postal_lines(to, "IT", "it")
    missing = told.value.values["part"]
    assert isinstance(missing, Reason)
    assert missing.message == part
    assert told.value.values["field"] == field


def test_without_any_country_the_country_is_what_is_missing() -> None:
    with pytest.raises(MissingAddressPart) as told:
        postal_lines(whom("Via Roma 1", "20159", "Milano", "MI", ""), "", "it")
    assert told.value.values["field"] == "country"


def test_ones_own_address_is_mended_by_another_command() -> None:
    mine = Addressee("Ada", Address(country="IT"), oneself=True)
    with pytest.raises(MissingAddressPart) as told:
        postal_lines(mine, "IT", "en")
    assert told.value.values["command"] == "me"


def test_a_postcode_of_another_country_is_noticed() -> None:
    with pytest.raises(PostcodeUnlike):
        postal_lines(whom("1 Main St", "303", "Atlanta", "GA", "US"), "US", "en")


def test_a_country_that_is_none_is_named() -> None:
    with pytest.raises(CountryUnknown):
        postal_lines(whom("x", "1", "y", "", "XX"), "IT", "it")


def test_in_a_sentence_an_address_has_no_capitals_of_the_post() -> None:
    assert written_lines(whom("Via Lario 231", "20124", "Milano", "MI", "IT")) == (
        "Giulia Bianchi",
        "Via Lario 231",
        "20124 Milano MI",
    )


@pytest.mark.parametrize(
    ("text", "country", "upper"),
    [
        ("Fatih", "TR", "FATİH"),
        ("Diyarbakır", "TR", "DİYARBAKIR"),
        ("Μαρούσι", "GR", "ΜΑΡΟΥΣΙ"),
        ("Gießen", "DE", "GIESSEN"),
        ("Forlì", "IT", "FORLÌ"),
    ],
)
def test_capitals_follow_the_countrys_letters(text: str, country: str, upper: str) -> None:
    assert capitals(text, country) == upper


def test_countries_are_named_in_both_languages() -> None:
    assert (country_name("DE", "it"), country_name("de", "en"), country_name("DE", "fr")) == (
        "Germania",
        "Germany",
        "Germany",
    )


@given(*[st.text(max_size=20)] * 4, st.sampled_from(["IT", "US", "GB", "FR", "JP", "IE", "BR", ""]))
def test_any_address_is_written_or_what_is_wrong_is_said(
    street: str, postcode: str, city: str, region: str, country: str
) -> None:
    try:
        lines = postal_lines(whom(street, postcode, city, region, country), "IT", "en")
    except Problem:
        return
    assert all(line.strip() == line and line for line in lines)
