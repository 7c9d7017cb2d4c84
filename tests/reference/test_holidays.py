"""The holidays of a place: its country's, and its region's or town's where they are known (T1.2)."""

from datetime import UTC, date, datetime

import holidays as library
import pytest

from seguito.reference.holidays import named, working_days
from seguito.reference.places import Place, calendar_region, parse_place
from seguito.reference.postal import services
from seguito.speech import Speaker
from tests.core.planning.days import day


@pytest.mark.parametrize(
    ("place", "when", "works"),
    [
        ("Roma, IT", "Tue 2026-12-08", False),
        ("Milano, IT", "Mon 2026-12-07", False),  # Sant'Ambrogio
        ("Milan, Italy", "Mon 2026-12-07", False),
        ("Roma, IT", "Mon 2026-12-07", True),
        ("Roma, IT", "Mon 2026-06-29", False),  # Santi Pietro e Paolo
        ("Sesto San Giovanni (MI), IT", "Mon 2026-12-07", True),  # Milan's patron is Milan's
        ("Firenze, IT", "Wed 2026-06-24", False),
        ("Atlanta, GA, US", "Thu 2026-11-26", False),
        ("Atlanta, GA, US", "Fri 2026-11-27", True),  # a holiday of Georgia's offices alone
        ("München, DE", "Wed 2027-01-06", False),
        ("Hamburg, DE", "Wed 2027-01-06", True),
        ("Leeds, GB", "Mon 2027-03-29", False),  # Easter Monday, not in Scotland
        ("Edinburgh, GB", "Mon 2027-03-29", True),
        ("Anytown, GB", "Mon 2027-03-29", False),
        ("Strasbourg, FR", "Fri 2027-03-26", False),
        ("Lyon, FR", "Fri 2027-03-26", True),
        ("Toronto, CA", "Mon 2026-12-28", False),
        ("Tokyo, JP", "Tue 2026-11-03", False),
    ],
)
def test_a_place_keeps_its_own_calendar(place: str, when: str, works: bool) -> None:
    assert working_days(parse_place(place)).holds(day(when)) is works


@pytest.mark.parametrize(
    ("language", "patron", "national"),
    [
        ("en", "Saint Ambrose's Day (Milano)", "Immaculate Conception (IT)"),
        ("it", "Sant'Ambrogio (Milano)", "Immacolata Concezione (IT)"),
    ],
)
def test_a_holiday_is_told_by_its_name_in_the_readers_language(language: str, patron: str, national: str) -> None:
    days, speaker = working_days(parse_place("Milano, IT")), Speaker(language)
    told = [days.why_not(day(when)) for when in ("Mon 2026-12-07", "Tue 2026-12-08")]
    assert [why and speaker.reason(why) for why in told] == [patron, national]


def test_days_that_a_person_names_replace_every_calendar() -> None:
    days = named((day("Wed 2026-12-09"),))
    assert not days.holds(day("Wed 2026-12-09"))
    assert days.holds(day("Tue 2026-12-08"))
    assert days.holds(day("Fri 2026-12-25"))


@pytest.mark.parametrize("place", [None, Place("Nowhere", "", "XX"), Place("", "", "")])
def test_of_a_place_that_nobody_knows_only_weekends_are_left_out(place: Place | None) -> None:
    days = working_days(place)
    assert days.holds(day("Fri 2026-12-25"))
    assert not days.holds(day("Sat 2026-12-26"))


def test_any_year_can_be_asked() -> None:
    days = working_days(parse_place("Roma, IT"))
    assert not days.holds(date(1990, 12, 25))
    assert not days.holds(date(2099, 12, 25))


@pytest.mark.parametrize("country", sorted({service.country for service in services()}))
def test_no_table_of_holidays_runs_out(country: str) -> None:
    """When this fails, renew the package `holidays`: a card's dates would be reckoned without holidays."""
    calendar = library.country_holidays(country)
    this_year = datetime.now(UTC).year
    assert calendar.end_year > this_year + 2
    assert len(library.country_holidays(country, years=this_year + 1)) > 5


def test_every_region_of_our_own_table_is_one_of_the_librarys() -> None:
    """When this fails, the library has renamed a region: rename it in `places.toml`."""
    for country in ("IT", "AT", "CA", "CH", "DE", "ES", "FR", "GB"):
        calendar = library.country_holidays(country)
        for place in _listed(country):
            assert calendar_region(place) in calendar.subdivisions, place


def _listed(country: str) -> list[Place]:
    from seguito.reference.places import _data

    regions = _data()["cities"][country]
    return [Place(town, str(code), country) for code, towns in regions.items() for town in towns]
