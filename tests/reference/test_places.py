"""Places as people write them."""

import contextlib

import pytest
from hypothesis import given, strategies as st

from seguito.reference.places import Place, PlaceUnclear, parse_place, place_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Roma, IT", Place("Roma", "RM", "IT")),
        ("roma,it", Place("roma", "RM", "IT")),
        ("Rome, Italy", Place("Rome", "RM", "IT")),
        ("20121 Milano (MI), Italia", Place("Milano", "MI", "IT")),
        ("Milano, MI, IT", Place("Milano", "MI", "IT")),
        ("Torino, TO", Place("Torino", "TO", "IT")),  # not Tonga
        ("Genova, GE", Place("Genova", "GE", "IT")),  # not Georgia
        ("Cagliari, CA", Place("Cagliari", "CA", "IT")),  # not Canada
        ("L'Aquila, IT", Place("L'Aquila", "AQ", "IT")),
        ("LAquila, IT", Place("LAquila", "", "IT")),
        ("L’Aquila, IT", Place("L’Aquila", "AQ", "IT")),
        ("Forlì, IT", Place("Forlì", "Forli", "IT")),
        ("Sesto San Giovanni (MI), IT", Place("Sesto San Giovanni", "MI", "IT")),
        ("Atlanta, GA, US", Place("Atlanta", "GA", "US")),
        ("Atlanta, GA", Place("Atlanta", "GA", "US")),  # not Gabon
        ("Atlanta, Georgia", Place("Atlanta", "GA", "US")),  # not Georgia
        ("Atlanta, Georgia, USA", Place("Atlanta", "GA", "US")),
        ("Chicago, IL", Place("Chicago", "IL", "US")),  # not Israel
        ("Chicago, Illinois, U.S.A.", Place("Chicago", "IL", "US")),
        ("San Francisco, CA", Place("San Francisco", "CA", "US")),
        ("Toronto, CA", Place("Toronto", "ON", "CA")),
        ("San José, CR", Place("San José", "", "CR")),
        ("Berlin, DE", Place("Berlin", "BE", "DE")),
        ("Wilmington, DE", Place("Wilmington", "DE", "US")),
        ("Munich, Germany", Place("Munich", "BY", "DE")),
        ("Frankfurt, BB, DE", Place("Frankfurt", "BB", "DE")),
        ("London, UK", Place("London", "ENG", "GB")),
        ("Londra, Regno Unito", Place("Londra", "ENG", "GB")),
        ("Dundee, Scotland", Place("Dundee", "SCT", "GB")),
        ("Zurich, CH", Place("Zurich", "ZH", "CH")),
        ("Lisboa, Portogallo", Place("Lisboa", "", "PT")),
        ("Roma", Place("Roma", "RM", "IT")),
        ("Italy", Place("", "", "IT")),
        ("Via Roma 1, 20121 Milano (MI), IT", Place("Milano", "MI", "IT")),
    ],
)
def test_a_place_is_understood_as_people_write_it(text: str, place: Place) -> None:
    assert parse_place(text) == place


@pytest.mark.parametrize("text", ["", " , ", "Nowhere", "Roma, XX", "Milano, Lombardia", "Roma IT Italy"])
def test_a_place_without_a_country_is_asked_about(text: str) -> None:
    with pytest.raises(PlaceUnclear):
        parse_place(text)


def test_a_town_alone_lies_at_home_unless_its_name_says_otherwise() -> None:
    assert parse_place("Frosolone", home="IT").country == "IT"
    assert parse_place("Chicago", home="IT").country == "US"
    assert parse_place("Cambridge", home="GB").country == "GB"
    with pytest.raises(PlaceUnclear):
        parse_place("Cambridge", home="IT")


def test_near_and_far() -> None:
    toronto, again, ottawa, vancouver = map(parse_place, ("Toronto, CA", "TORONTO, CA", "Ottawa, CA", "Vancouver, CA"))
    assert toronto.same_city(again)
    assert toronto.same_region(ottawa)
    assert not toronto.same_city(ottawa)
    assert not toronto.same_region(vancouver)


def test_an_address_is_a_place_as_far_as_it_is_filled_in() -> None:
    assert place_of("Milano", "", "IT") == Place("Milano", "MI", "IT")
    assert place_of("Milano", "", "", home="IT") == Place("Milano", "MI", "IT")
    assert place_of("", "", "IT") == Place("", "", "IT")
    assert place_of("", "", "") is None


@given(st.text(max_size=40))
def test_whatever_is_typed_it_is_a_place_or_a_question(text: str) -> None:
    with contextlib.suppress(PlaceUnclear):
        assert len(parse_place(text).country) == 2
