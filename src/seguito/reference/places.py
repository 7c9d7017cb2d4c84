"""Places as people write them: "Roma, IT", "Atlanta, GA, US", "20121 Milano (MI), Italia"."""

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from seguito.errors import N_, Problem

_POSTCODE = re.compile(r"^\d{4,6}\s+|\s+\d{4,6}$")
_PROVINCE = re.compile(r"\s*\((\w{2,4})\)$")
_COUNTRY_CODE = 2
_LONGEST_CODE = 3


class PlaceUnclear(Problem):
    id = "place-unclear"
    happened = N_("“{text}” does not say in which country it lies.")
    safe = N_("Nothing was done.")
    next_step = N_("Write town and country, like “Roma, IT” or “Atlanta, GA, US”.")


@dataclass(frozen=True, slots=True)
class Place:
    """A town in a country. `region`: a province, state or nation by its code, or empty. `country`: ISO alpha-2."""

    city: str
    region: str
    country: str

    def same_city(self, other: "Place") -> bool:
        return self.same_region(other) and bool(self.city) and _plain(self.city) == _plain(other.city)

    def same_region(self, other: "Place") -> bool:
        """In one country, and in one region where both regions are known."""
        return self.country == other.country and bool(self.region) and self.region == other.region


def parse_place(text: str, home: str = "") -> Place:
    """The place that `text` names. `home`: the country to take where it names none, if the town allows it.

    Raises PlaceUnclear where no country can be told.
    """
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not parts:
        raise PlaceUnclear(text=text)
    if len(parts) == 1:
        return _without_country(parts[0], text, home)
    town, region = _town_and_region(parts[:-1])
    for country, code in _listings(town):
        if code.upper() == parts[-1].upper() or _plain(parts[-1]) in _names_of_region(country, code):
            return Place(town, code, country)  # a region stands where a country does: "Atlanta, GA", "Torino, TO"
    found = _country(parts[-1])
    if not found:
        raise PlaceUnclear(text=text)
    country, of_country = found
    return Place(town, of_country or _region(country, region, town), country)


def place_of(city: str, region: str, country: str, home: str = "") -> Place | None:
    """The place of a postal address, as far as it is filled in; None where no country can be told."""
    try:
        return parse_place(", ".join(part for part in (city, region, country or home) if part), home)
    except PlaceUnclear:
        return None


def calendar_region(place: Place) -> str:
    """The region whose holidays count in that place; empty where only the country's do."""
    rules = _data()["calendars"]
    if place.country in rules["national_only"]:
        return ""
    listed = _listed_region(place.country, place.city)
    if place.country in rules["of_towns"]:
        return listed
    return place.region or listed or str(rules["elsewhere"].get(place.country, ""))


def _without_country(part: str, text: str, home: str) -> Place:
    """A town alone lies at home where that is known, else in the one country whose list has it; or it is a country."""
    town, region = _town(part)
    listings = dict(_listings(town))
    if not listings and (found := _country(part)):
        return Place("", found[1], found[0])
    country = home if home and (home in listings or not listings) else next(iter(listings), "")
    if not country or (len(listings) > 1 and country != home):
        raise PlaceUnclear(text=text)
    return Place(town, _region(country, region, town), country)


def _town_and_region(parts: list[str]) -> tuple[str, str]:
    """The first part is the town, unless a later one carries a postcode: then a street came before it."""
    for part in parts[1:]:
        if _POSTCODE.search(part):
            return _town(part)
    town, region = _town(parts[0])
    return town, parts[-1] if len(parts) > 1 else region


def _town(part: str) -> tuple[str, str]:
    """The town without its postcode, and the province in brackets after it."""
    bare = _POSTCODE.sub("", part)
    province = _PROVINCE.search(bare)
    return _PROVINCE.sub("", bare).strip(), province[1] if province else ""


def _country(name: str) -> tuple[str, str] | None:
    """A country by its code or one of its names, and the region where that was named instead."""
    names, regions = _country_names()
    if len(name) == _COUNTRY_CODE and name.upper() in names.values():
        return name.upper(), ""
    code = names.get(_plain(name))
    return (code, regions.get((code, _plain(name)), "")) if code else None


def _region(country: str, told: str, town: str) -> str:
    """The code of a region that was told by its name or code, else the one whose list holds the town."""
    for code, names in _data()["regions"].get(country, {}).items():
        if _plain(told) in map(_plain, names):
            return str(code)
    is_code = 0 < len(told) <= _LONGEST_CODE
    return told.upper() if is_code else _listed_region(country, town) or told


def _names_of_region(country: str, code: str) -> set[str]:
    return {_plain(name) for name in _data()["regions"].get(country, {}).get(code, ())}


def _listed_region(country: str, town: str) -> str:
    return dict(_listings(town)).get(country, "")


def _listings(town: str) -> tuple[tuple[str, str], ...]:
    """Every country and region whose list holds a town of that name."""
    return _cities().get(_plain(town), ())


@lru_cache
def _cities() -> dict[str, tuple[tuple[str, str], ...]]:
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for country, regions in _data()["cities"].items():
        for region, towns in regions.items():
            for town in towns:
                found[_plain(town)] = (*found.get(_plain(town), ()), (country, region))
    return found


@lru_cache
def _country_names() -> tuple[dict[str, str], dict[tuple[str, str], str]]:
    """Countries by their names, from the tz database and our own table; and regions that are named in their place."""
    lines = files("tzdata").joinpath("zoneinfo", "iso3166.tab").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    names = {_plain(row[1]): row[0] for row in rows}
    names |= {_plain(name): code for code, told in _data()["countries"].items() for name in told}
    regions = {
        (country, _plain(name)): code
        for country, table in _data()["regions"].items()
        for code, told in table.items()
        for name in told
    }
    return names, regions


@lru_cache
def _data() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "places.toml").read_text(encoding="utf-8"))


def _plain(name: str) -> str:
    """A name without accents, capitals and punctuation: people type Zurich for Zürich, LAquila for L'Aquila."""
    bare = unicodedata.normalize("NFKD", name.casefold())
    return " ".join(
        "".join(sign if sign.isalnum() else " " for sign in bare if not unicodedata.combining(sign)).split()
    )
