"""Holidays of a place: the country's and, where they are known, its region's or town's (the library `holidays`)."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from seguito.core.planning.workdays import WorkingDays
from seguito.core.reasons import Reason
from seguito.errors import N_
from seguito.reference.places import Place, calendar_region

if TYPE_CHECKING:
    from holidays import HolidayBase


def working_days(place: Place | None) -> WorkingDays:
    """The working days of a place; of nowhere, weekdays. A year is looked up when one asks for a day of it."""
    if place is None or not place.country:
        return WorkingDays()
    country, region, town = place.country, calendar_region(place), place.city

    def holiday(day: date) -> Reason | None:
        if found := _of_year(country, "", country, day.year).get(day):
            return found
        return _of_year(country, region, town or region, day.year).get(day) if region else None

    return WorkingDays(holiday)


def national_only(place: Place) -> Place:
    """The same place as far as its country's calendar goes."""
    return Place("", "", place.country) if calendar_region(place) else place


def named(days: tuple[date, ...]) -> WorkingDays:
    """The calendar that a person gives in place of every other: their town's patron, a strike."""
    return WorkingDays({day: Reason("T1.2", N_("a holiday that you named")) for day in days}.get)


@lru_cache(maxsize=256)
def _of_year(country: str, region: str, where: str, year: int) -> Mapping[date, Reason]:
    """Every holiday of a year with its name in both languages; nothing for a country that nobody has listed."""
    english = _calendar(country, region, year, "en")
    if english is None:
        return {}
    italian = _calendar(country, region, year, "it") or english
    return {
        day: Reason(
            "T1.2", N_("{holiday} ({place})"), {"holiday": _names(name, italian.get(day, name)), "place": where}
        )
        for day, name in english.items()
        if day.year == year
    }


def _names(english: str, italian: str) -> dict[str, str]:
    return {"en": english.replace("; ", ", "), "it": italian.replace("; ", ", ")}


def _calendar(country: str, region: str, year: int, language: str) -> "HolidayBase | None":
    """The library's calendar in that language, else in its own; None where it has no such country or region.

    Imported here: the library takes longer to load than everything else that `advise` needs.
    """
    import holidays

    try:
        bare = holidays.country_holidays(country, subdiv=region or None)
        spoken = next((one for one in bare.supported_languages if one.startswith(language)), None)
        return holidays.country_holidays(country, subdiv=region or None, years=year, language=spoken)
    except NotImplementedError:
        return None
