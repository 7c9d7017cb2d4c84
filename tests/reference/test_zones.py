"""Time zones by their names, and the country each is named for."""

import contextlib

import pytest
from hypothesis import given, strategies as st

from seguito.reference.zones import ZoneMistyped, ZoneUnknown, country_of, zone


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Europe/Rome", "Europe/Rome"),
        (" europe/rome ", "Europe/Rome"),
        ("AMERICA/NEW_YORK", "America/New_York"),
        ("America/New York", "America/New_York"),
        ("UTC", "UTC"),
        ("US/Eastern", "US/Eastern"),
    ],
)
def test_a_zone_is_found_whatever_its_capitals(typed: str, name: str) -> None:
    assert zone(typed).key == name


@pytest.mark.parametrize(
    ("typed", "near"), [("Rome", "Europe/Rome"), ("Europe/Rom", "Europe/Rome"), ("new york", "America/New_York")]
)
def test_a_zone_that_was_nearly_named_is_offered(typed: str, near: str) -> None:
    with pytest.raises(ZoneMistyped) as caught:
        zone(typed)
    assert near in str(caught.value.values["near"])


@pytest.mark.parametrize(
    "typed", ["", "Nowhere/Land", "../../etc/passwd", "/etc/localtime", "America", "\0", "x" * 500]
)
def test_what_is_no_zone_is_refused_in_words(typed: str) -> None:
    with pytest.raises(ZoneUnknown):
        zone(typed)


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Europe/Rome", "IT"),
        ("America/New_York", "US"),
        ("America/Toronto", "CA"),
        ("Europe/Zurich", "CH"),
        ("US/Eastern", "US"),
        ("Asia/Calcutta", "IN"),
        ("UTC", ""),
        ("Etc/GMT+5", ""),
        ("", ""),
    ],
)
def test_a_zone_is_named_for_a_country(name: str, country: str) -> None:
    assert country_of(name) == country


@given(st.text(max_size=30))
def test_whatever_is_typed_it_is_a_zone_or_a_problem(text: str) -> None:
    with contextlib.suppress(ZoneUnknown):
        zone(text)
