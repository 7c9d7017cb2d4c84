"""From the name that an invite gives a zone to an IANA name that gives the right instants.

icalendar takes a name it does not know for no zone at all, in silence (7.3): an hour's error in a plan of hours.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from importlib.resources import files
from zoneinfo import ZoneInfo

from seguito.calendars.components import Component
from seguito.calendars.observances import Observance, observances, offset_at
from seguito.reference.calendars import zone_label, zone_names

_OFFSET_NAME = re.compile(r"(?:utc|gmt|etc/gmt|z)? ?([+-])(\d{1,2})(?::?(\d\d))?", re.IGNORECASE)
_LABEL_OFFSET = re.compile(r"\s*\((?:utc|gmt)\s*(?:([+-])(\d{1,2})[:.]?(\d\d)?)?\)", re.IGNORECASE)
# Fixed offsets by IANA's list, and yet programs write them for a zone whose clocks change: the file decides.
_NOT_TO_TRUST = frozenset({"EST", "MST", "HST", "CET", "EET", "MET", "WET", "GMT"})
_SAME_AS_UTC = frozenset(
    "UTC UCT GMT GMT0 GMT+0 GMT-0 Zulu Universal Greenwich Etc/UTC Etc/UCT Etc/GMT Etc/GMT0 Etc/GMT+0 Etc/GMT-0"
    " Etc/Zulu Etc/Universal Etc/Greenwich".split()
)
_LONGEST_NAME = 200
_EVERY_WEEK = [timedelta(days=7 * week) for week in range(53)]


@dataclass(frozen=True, slots=True)
class Zone:
    """An IANA name or "UTC", and the clocks that a time in it was read from.

    The clocks may be none that has a name ("+10:30 all year"): then its instants are told in UTC.
    """

    name: str
    clocks: tzinfo

    @property
    def shown(self) -> tzinfo:
        """The clocks to tell its instants by: those of its name."""
        return UTC if self.name == "UTC" else self.clocks


UTC_ZONE = Zone("UTC", UTC)


class Zones:
    """The zones that one file names. `reader`: the zone to prefer where several fit."""

    def __init__(self, defined: Iterable[Component], reader: Zone) -> None:
        self._defined: Mapping[str, Component] = {part.text("TZID").casefold(): part for part in defined}
        self._changes: dict[str, tuple[Observance, ...]] = {}
        self._reader = reader

    def find(self, tzid: str, wall: datetime) -> Zone | None:
        """The zone called `tzid` in this file, right at least in the year around `wall`. None: nobody knows."""
        name = tzid.strip()
        if not 0 < len(name) <= _LONGEST_NAME:
            return None
        own = self._own(name)
        known = known_zone(name)
        if known and not (own and name.upper() in _NOT_TO_TRUST):
            return known
        guess = _guessed(name, wall)
        if not own:
            return guess
        said = self._defined[name.casefold()].text("X-LIC-LOCATION")
        likely = [zone for zone in (known_zone(said), guess, known, self._reader, *_likely()) if zone]
        return _equal_to(own, wall, likely) or _fixed(own, wall)

    def _own(self, name: str) -> tuple[Observance, ...]:
        key = name.casefold()
        if key not in self._changes:
            self._changes[key] = observances(self._defined[key]) if key in self._defined else ()
        return self._changes[key]


def zone_called(name: str) -> Zone | None:
    """The zone with that IANA name, in whatever case."""
    proper = _iana().get(name.replace(" ", "_").casefold())
    if proper is None:
        return None
    return UTC_ZONE if proper in _SAME_AS_UTC else Zone(proper, ZoneInfo(proper))


def known_zone(name: str) -> Zone | None:
    """The zone of an IANA or Windows name, or of a path that ends in an IANA name."""
    parts = [part for part in name.split("/") if part]
    paths = [name, *("/".join(parts[first:]) for first in range(len(parts) - 1))]
    if zone := next((zone for path in paths if (zone := zone_called(path))), None):
        return zone
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    windows = re.sub(r"\b(Daylight|Summer) Time\b", "Standard Time", name.removeprefix("tzone://Microsoft/"))
    found = WINDOWS_TO_OLSON.get(windows) or _by_small_letters(windows, WINDOWS_TO_OLSON)
    return zone_called(zone_names().renamed.get(found, found))


def fixed_zone(offset: timedelta) -> Zone:
    """A zone that is always `offset` ahead of UTC. IANA names whole hours only."""
    hours, rest = divmod(offset, timedelta(hours=1))
    if rest or not -12 <= hours <= 14 or not hours:
        return Zone("UTC", timezone(offset))
    name = f"Etc/GMT{-hours:+d}"
    return Zone(name, ZoneInfo(name))


def _guessed(name: str, wall: datetime) -> Zone | None:
    """A zone from a label, an abbreviation or an offset, as programs and people write them."""
    names = zone_names()
    label = zone_label(name)
    told = names.labels.get(label) or names.abbreviations.get(name.upper())
    if told:
        return zone_called(told)
    if plain := _OFFSET_NAME.fullmatch(name):
        return fixed_zone(_length(*plain.groups()))
    return _by_city(name, label, wall)


def _by_city(name: str, label: str, wall: datetime) -> Zone | None:
    """A zone named after one of the label's cities, with the label's own offset in winter or summer."""
    offset = _LABEL_OFFSET.match(name)
    if not offset:
        return None
    expected = _length(*offset.groups()) if offset[1] else timedelta()
    cities = [" ".join(zone_label(city).split()) for city in re.split(r"[,/;&]", name[offset.end() :])]
    for city in (*cities, label):
        zone = zone_called(_cities().get(city, ""))
        if zone and expected in {_offset_in(zone, wall.year, 1), _offset_in(zone, wall.year, 7)}:
            return zone
    return None


def _equal_to(own: tuple[Observance, ...], wall: datetime, likely: Iterable[Zone]) -> Zone | None:
    """The first likely zone whose clocks run like the file's own all through the year around `wall`."""
    moments = [wall, *_through_the_year(wall)]
    offsets = [offset_at(moment, own) for moment in moments]
    return next((zone for zone in likely if _runs_like(zone, moments, offsets)), None)


def _runs_like(zone: Zone, moments: list[datetime], offsets: list[timedelta | None]) -> bool:
    return all(
        moment.replace(tzinfo=zone.clocks).utcoffset() == offset
        for moment, offset in zip(moments, offsets, strict=True)
    )


def _through_the_year(wall: datetime) -> Iterator[datetime]:
    noon = datetime(min(max(wall.year, 2), 9997), 1, 1, 12)  # noqa: DTZ001
    return (noon + week for week in _EVERY_WEEK)


def _fixed(own: tuple[Observance, ...], wall: datetime) -> Zone | None:
    offset = offset_at(wall, own)
    return None if offset is None else fixed_zone(offset)


def _offset_in(zone: Zone, year: int, month: int) -> timedelta | None:
    return datetime(year, month, 2, 12, tzinfo=zone.clocks).utcoffset()


def _length(sign: str, hours: str, minutes: str | None) -> timedelta:
    length = timedelta(hours=int(hours), minutes=int(minutes or 0))
    return -length if sign == "-" else length


def _by_small_letters(name: str, names: Mapping[str, str]) -> str:
    wanted = name.casefold()
    return next((iana for other, iana in names.items() if other.casefold() == wanted), "")


@lru_cache
def _iana() -> Mapping[str, str]:
    """Every IANA name by its small letters, from the list that tzdata ships: a machine's own folder holds more."""
    listed = files("tzdata").joinpath("zones").read_text(encoding="ascii").split()
    return {name.casefold(): name for name in listed if name != "Factory"}


@lru_cache
def _cities() -> Mapping[str, str]:
    """Every place that an IANA name ends in, as a label is compared."""
    return {zone_label(name.rpartition("/")[2].replace("_", " ")): name for name in _iana().values() if "/" in name}


@lru_cache
def _likely() -> tuple[Zone, ...]:
    return tuple(zone for name in zone_names().likely if (zone := zone_called(name)))
