"""Every name that a program gives a zone leads to the right instant, or to nobody's guess."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from seguito.calendars.components import Component
from seguito.calendars.lines import read_lines
from seguito.calendars.zones import Zone, Zones, fixed_zone, known_zone

ROME = Zone("Europe/Rome", ZoneInfo("Europe/Rome"))
SUMMER, WINTER = datetime(2026, 7, 2, 10), datetime(2026, 12, 2, 10)  # noqa: DTZ001


@pytest.mark.parametrize(
    ("name", "zone"),
    [
        ("Europe/Rome", "Europe/Rome"),
        ("europe/rome", "Europe/Rome"),
        ("America/New York", "America/New_York"),
        ("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("/freeassociation.sourceforge.net/Tzfile/Europe/Rome", "Europe/Rome"),
        ("/softwarestudio.org/Olson_20011030_5/America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
        ("http://tzurl.org/zoneinfo/Europe/Rome", "Europe/Rome"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("GMT Standard Time", "Europe/London"),
        ("eastern standard time", "America/New_York"),
        ("Pacific Daylight Time", "America/Los_Angeles"),
        ("India Standard Time", "Asia/Kolkata"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", "Europe/Amsterdam"),
        ("(UTC+01.00) Amsterdam, Berlino, Berna, Roma, Stoccolma, Vienna", "Europe/Rome"),
        ("(GMT+01.00) Sarajevo/Warsaw/Zagreb", "Europe/Sarajevo"),
        ("(UTC) Dublin, Edinburgh, Lisbon, London", "Europe/Dublin"),
        ("(UTC-05:00) Eastern Time (US & Canada)", "America/New_York"),
        ("(UTC-08:00) Pacific Time (US & Canada)", "America/Los_Angeles"),
        ("(UTC+05:30) Chennai, Kolkata, Mumbai, New Delhi", "Asia/Kolkata"),
        ("(UTC-10:00) Hawaii", "Pacific/Honolulu"),
        ("(UTC) Coordinated Universal Time", "UTC"),
        ("tzone://Microsoft/Utc", "UTC"),
        ("Etc/UTC", "UTC"),
        ("GMT", "UTC"),
        ("Z", "UTC"),
        ("CEST", "Europe/Berlin"),
        ("PDT", "America/Los_Angeles"),
        ("UTC+01:00", "Etc/GMT-1"),
        ("GMT-0500", "Etc/GMT+5"),
        ("+0200", "Etc/GMT-2"),
    ],
)
def test_a_name_that_programs_write_is_understood(name: str, zone: str) -> None:
    found = Zones([], ROME).find(name, SUMMER)
    assert found is not None
    assert found.name == zone


@pytest.mark.parametrize(
    "name",
    [
        "Ora di casa mia",
        "Customized Time Zone",
        "tzone://Microsoft/Custom",
        "IST",
        "BST",
        "Europe",
        "Factory",
        "../etc",
        "x" * 5000,
        "(UTC+09:00) Amsterdam, Berlin",
    ],
)
def test_a_name_that_could_be_anywhere_is_nobodys_guess(name: str) -> None:
    assert Zones([], ROME).find(name, SUMMER) is None


def _defined(tzid: str, *observances: tuple[str, str, str, str]) -> Component:
    """A VTIMEZONE: (kind, start, offset, rule) each."""
    component = Component("VTIMEZONE", lines=_lines(f"TZID:{tzid}"))
    for kind, start, offset, rule in observances:
        text = f"DTSTART:{start}\nTZOFFSETFROM:+0000\nTZOFFSETTO:{offset}" + (f"\nRRULE:{rule}" if rule else "")
        component.within.append(Component(kind, lines=_lines(text)))
    return component


def _lines(text: str) -> list:  # type: ignore[type-arg]
    return list(read_lines(text.encode(), frozenset({"TZID", "DTSTART", "TZOFFSETTO", "RRULE"})))


LAST_SUNDAY = "FREQ=YEARLY;BYDAY=-1SU;BYMONTH={month}"
EUROPE = (
    ("STANDARD", "16010101T030000", "+0100", LAST_SUNDAY.format(month=10)),
    ("DAYLIGHT", "16010101T020000", "+0200", LAST_SUNDAY.format(month=3)),
)
US_EAST = (
    ("STANDARD", "20071104T020000", "-0500", "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU"),
    ("DAYLIGHT", "20070311T020000", "-0400", "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"),
)
US_EAST_BY_DATES = (
    ("STANDARD", "20071104T020000", "-0500", "FREQ=YEARLY;BYMONTH=11;BYDAY=SU;BYMONTHDAY=1,2,3,4,5,6,7"),
    ("DAYLIGHT", "20070311T020000", "-0400", "FREQ=YEARLY;BYMONTH=3;BYDAY=SU;BYMONTHDAY=8,9,10,11,12,13,14"),
)
ALWAYS_NINE = (("STANDARD", "16010101T000000", "+0900", ""),)


@pytest.mark.parametrize(
    ("tzid", "observances", "reader", "zone"),
    [
        ("Customized Time Zone", EUROPE, "Europe/Rome", "Europe/Rome"),
        ("Customized Time Zone", EUROPE, "Europe/Paris", "Europe/Paris"),
        ("Customized Time Zone", EUROPE, "America/New_York", "Europe/Rome"),
        ("Customized Time Zone", US_EAST, "Europe/Rome", "America/New_York"),
        ("Customized Time Zone", US_EAST_BY_DATES, "Europe/Rome", "America/New_York"),
        ("Customized Time Zone", ALWAYS_NINE, "Europe/Rome", "Etc/GMT-9"),
        ("Customized Time Zone", (("STANDARD", "16010101T000000", "+0545", ""),), "Europe/Rome", "Asia/Kathmandu"),
        ("(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna", EUROPE, "Europe/Rome", "Europe/Amsterdam"),
        ("EST", US_EAST, "Europe/Rome", "America/New_York"),
        ("EST", (("STANDARD", "16010101T000000", "-0500", ""),), "Europe/Rome", "EST"),
        ("Europe/Rome", ALWAYS_NINE, "Europe/Rome", "Europe/Rome"),  # a known name outweighs a lying definition
    ],
)
def test_a_zone_that_the_file_defines_gets_a_name_with_the_same_clocks(
    tzid: str, observances: tuple[tuple[str, str, str, str], ...], reader: str, zone: str
) -> None:
    zones = Zones([_defined(tzid, *observances)], Zone(reader, ZoneInfo(reader)))
    found = zones.find(tzid, WINTER)
    assert found is not None
    assert found.name == zone


def test_an_endless_rule_is_not_followed() -> None:
    endless = _defined("Home", ("STANDARD", "19700101T000000", "+0300", "FREQ=SECONDLY"))
    assert Zones([endless], ROME).find("Home", WINTER) is None


@pytest.mark.parametrize("minutes", [0, 30, 60, -210, 345, 840, -720])
def test_a_fixed_offset_keeps_the_instant(minutes: int) -> None:
    zone = fixed_zone(timedelta(minutes=minutes))
    instant = SUMMER.replace(tzinfo=zone.clocks)
    assert instant.utcoffset() == timedelta(minutes=minutes)
    assert instant.astimezone(zone.shown) == instant
    assert zone.name == "UTC" or known_zone(zone.name) is not None
