"""Time zones by their names, and the country each belongs to (the tz database, as the package tzdata ships it)."""

import difflib
import tomllib
import zoneinfo
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from seguito.errors import N_, Problem


class ZoneUnknown(Problem):
    id = "zone-unknown"
    happened = N_("There is no time zone “{name}”.")
    safe = N_("Nothing was done.")
    next_step = N_("Write it like Europe/Rome or America/New_York.")


class ZoneMistyped(ZoneUnknown):
    next_step = N_("Perhaps one of these: {near}.")


def zone(name: str) -> ZoneInfo:
    """The zone of that name, whatever its capitals. Raises ZoneUnknown."""
    wanted = name.strip().replace(" ", "_")
    try:
        return ZoneInfo(wanted)
    except (LookupError, ValueError, OSError):  # no such file, a path that leaves the folder, a folder
        return ZoneInfo(_as_spelt(wanted, name))


def country_of(name: str) -> str:
    """The country (ISO 3166-1 alpha-2) that a zone is named for; empty for UTC and the like."""
    countries, key = _countries(), name.casefold()
    return countries.get(key) or countries.get(_links().get(key, ""), "")


def may_lie_in(name: str, country: str) -> bool:
    """Whether an invite from that country may name this zone, because a program writes one for several countries."""
    return country in _shared().get(name, ())


def _as_spelt(wanted: str, told: str) -> str:
    spelt = {name.casefold(): name for name in zoneinfo.available_timezones()}
    if wanted.casefold() in spelt:
        return spelt[wanted.casefold()]
    tails = [name for key, name in spelt.items() if key.rpartition("/")[2] == wanted.casefold()]
    near = tails or [spelt[key] for key in difflib.get_close_matches(wanted.casefold(), spelt, n=3, cutoff=0.75)]
    if near:
        raise ZoneMistyped(name=told, near=sorted(near))
    raise ZoneUnknown(name=told)


@lru_cache
def _countries() -> dict[str, str]:
    lines = _table("zone.tab").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {row[2].casefold(): row[0] for row in rows}


@lru_cache
def _shared() -> dict[str, list[str]]:
    table = tomllib.loads(files("seguito.reference").joinpath("shared_zones.toml").read_text(encoding="utf-8"))
    shared: dict[str, list[str]] = table["countries"]
    return shared


@lru_cache
def _links() -> dict[str, str]:
    """Older and other names of a zone: US/Eastern, Asia/Calcutta."""
    rows = (line.split() for line in _table("tzdata.zi").splitlines() if line.startswith("L "))
    return {link.casefold(): target.casefold() for _, target, link in rows}


def _table(name: str) -> str:
    return files("tzdata").joinpath("zoneinfo", name).read_text(encoding="utf-8")
