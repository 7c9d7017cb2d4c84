"""What invites are written like: zone names, rooms, note-takers, schedulers, meeting links. Data, one loader each."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from seguito.core.folding import folded


@dataclass(frozen=True, slots=True)
class ZoneNames:
    """Other programs' names for zones. Each table leads to IANA names; `likely` are some."""

    labels: dict[str, str]
    abbreviations: dict[str, str]
    renamed: dict[str, str]
    likely: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Machines:
    """One kind of machine among attendees. `nobody`: mailboxes that nobody reads, at whatever domain.

    `names` are whole and in small letters; `name_within` finds one of them in a longer name.
    """

    domains: frozenset[str]
    only_machines: frozenset[str]
    mailboxes: frozenset[str]
    names: frozenset[str]
    name_within: re.Pattern[str]
    nobody: frozenset[str]


@dataclass(frozen=True, slots=True)
class Rooms:
    """How rooms are named: `names` and `mailboxes` match whole ones."""

    domains: frozenset[str]
    names: re.Pattern[str]
    mailboxes: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Links:
    """`joins`: pairs of host and path by which one joins; `wrappers`: hosts with the parameter that holds the link."""

    joins: tuple[tuple[str, re.Pattern[str]], ...]
    properties: tuple[str, ...]
    maps: tuple[str, ...]
    wrappers: dict[str, str]


@dataclass(frozen=True, slots=True)
class AfterComma:
    """What follows a comma in a name without being a given name; `titles` go before one."""

    suffixes: frozenset[str]
    firms: frozenset[str]
    roles: frozenset[str]
    titles: frozenset[str]


@lru_cache
def zone_names() -> ZoneNames:
    data = _read("zones.toml")
    labels = {zone_label(label): name for label, name in data["labels"].items()}
    return ZoneNames(labels, data["abbreviations"], data["renamed"], tuple(data["likely"]["names"]))


@lru_cache
def note_takers() -> Machines:
    return _machines(_read("machines.toml")["note_takers"])


@lru_cache
def schedulers() -> Machines:
    return _machines(_read("machines.toml")["schedulers"])


@lru_cache
def rooms() -> Rooms:
    data = _read("rooms.toml")
    return Rooms(frozenset(data["domains"]), _any_of(data["names"]), _any_of(data["mailboxes"]))


@lru_cache
def links() -> Links:
    data = _read("links.toml")
    joins = tuple((row["host"], re.compile(row["path"], re.IGNORECASE)) for row in data["joins"])
    return Links(joins, tuple(data["properties"]["names"]), tuple(data["maps"]["hosts"]), data["wrappers"])


@lru_cache
def after_comma() -> AfterComma:
    data = _read("names.toml")
    return AfterComma(*(frozenset(data[kind]) for kind in ("suffixes", "firms", "roles", "titles")))


def zone_label(name: str) -> str:
    """A zone's label for comparing: without "(UTC+01:00)", case, accents and punctuation."""
    bare = re.sub(r"^\s*\((utc|gmt)[^)]*\)", "", folded(name))
    return " ".join(re.findall(r"[a-z0-9+]+", bare))


def _machines(data: dict[str, Any]) -> Machines:
    return Machines(
        frozenset(data["domains"]),
        frozenset(data["only_machines"]),
        frozenset(data["mailboxes"]),
        frozenset(data["names"]),
        re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in data["names"]), re.IGNORECASE),
        frozenset(data.get("nobody", ())),
    )


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
