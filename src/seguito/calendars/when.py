"""When an event takes place: its start, its end and its zone, or what must be asked for them."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from seguito.calendars.components import Component
from seguito.calendars.lines import Line
from seguito.calendars.moments import Written, duration, written_time
from seguito.calendars.nouns import Kind, Need, Oddity
from seguito.calendars.zones import UTC_ZONE, Zone, Zones, fixed_zone
from seguito.errors import N_

_LONGEST = timedelta(days=31)
_YEARS = range(1970, 2200)


@dataclass(frozen=True, slots=True)
class When:
    """`starts_at` is in `zone`; `ends_at` None where it must be asked, which `needs` then says."""

    starts_at: datetime
    ends_at: datetime | None
    zone: Zone
    kind: Kind
    needs: tuple[Need, ...]
    warnings: tuple[Oddity, ...]

    @property
    def all_day(self) -> bool:
        return self.kind is Kind.DATE


@dataclass(frozen=True, slots=True)
class _Moment:
    at: datetime
    zone: Zone
    kind: Kind
    unknown: str = ""  # the zone's name, where nobody knows it


class Clock:
    """Reads the times of one file. `reader`: the zone for times that name none (or one that nobody knows)."""

    def __init__(self, zones: Zones, reader: Zone) -> None:
        self._zones = zones
        self._reader = reader

    def when(self, event: Component) -> When | None:
        """When the event takes place; None where it gives no start that is a time."""
        start = self._moment(event.first("DTSTART"), self._reader)
        if start is None:
            return None
        if start.kind is not Kind.DATE and event.text("X-MICROSOFT-CDO-ALLDAYEVENT").upper() == "TRUE":
            start = _Moment(start.at, start.zone, Kind.DATE)
        ends_at, warnings = self._end(event, start)
        if start.unknown:
            warnings = (_unknown_zone(start), *warnings)
        elif start.kind is Kind.FLOATING:
            warnings = (_floating(start), *warnings)
        needs = (*([] if ends_at else [Need.END]), *([Need.ZONE] if start.unknown else []))
        return When(start.at, ends_at, start.zone, start.kind, needs, warnings)

    def instance(self, line: Line | None) -> datetime | date | None:
        """The moment or the day that a RECURRENCE-ID names."""
        moment = self._moment(line, self._reader)
        if moment is None:
            return None
        return moment.at.date() if moment.kind is Kind.DATE else moment.at

    def stamp(self, line: Line | None) -> datetime | None:
        """The instant of a DTSTAMP, which is always UTC's."""
        moment = self._moment(line, UTC_ZONE)
        return moment.at.astimezone(UTC) if moment else None

    def _end(self, event: Component, start: _Moment) -> tuple[datetime | None, tuple[Oddity, ...]]:
        """The end, or None with what is odd about it. A day has no end that one could reckon with."""
        if start.kind is Kind.DATE:
            return None, ()
        end = self._moment(event.first("DTEND"), start.zone)
        length = duration(event.text("DURATION"))
        if end and end.kind is not Kind.DATE:
            ends_at = end.at.astimezone(start.zone.shown)
        elif length is not None:
            ends_at = (start.at.astimezone(UTC) + min(length, 2 * _LONGEST)).astimezone(start.zone.shown)
        else:
            return None, ()
        if ends_at < start.at:
            return None, (
                Oddity("end-before-start", N_("It ends before it starts ({end}): when did it end?"), {"end": ends_at}),
            )
        if ends_at - start.at > _LONGEST:
            return None, (Oddity("too-long", N_("It lasts longer than a month: when does it really end?")),)
        return (ends_at, ()) if ends_at > start.at else (None, ())

    def _moment(self, line: Line | None, without_zone: Zone) -> _Moment | None:
        """The instant of a line; a time that names no zone is read in `without_zone`."""
        written = written_time(line.raw) if line else None
        if line is None or written is None or written.day.year not in _YEARS:
            return None
        tzid = line.parameters.get("TZID", "")
        known = self._zones.find(tzid, written.clock) if tzid else None
        if written.wall is None:
            return _Moment(_on(written.clock, without_zone), without_zone, Kind.DATE)
        if written.offset is not None:
            return self._with_offset(written, known)
        if known:
            return _Moment(_on(written.wall, known), known, Kind.UTC if known == UTC_ZONE else Kind.ZONED)
        return _Moment(_on(written.wall, without_zone), without_zone, Kind.FLOATING, tzid)

    def _with_offset(self, written: Written, known: Zone | None) -> _Moment:
        """An instant that carries its own offset; a zone named beside it only says whose clock to show."""
        at = written.clock.replace(tzinfo=written.offset)
        offset = at.utcoffset() or timedelta()
        if known is None and offset:
            known = self._reader if at.astimezone(self._reader.clocks).utcoffset() == offset else fixed_zone(offset)
        zone = known or UTC_ZONE
        return _Moment(at.astimezone(zone.shown), zone, Kind.UTC if zone == UTC_ZONE else Kind.ZONED)


def _on(wall: datetime, zone: Zone) -> datetime:
    """The instant at which the zone's clocks show `wall`; an hour that a clock change skips is the one after it."""
    return wall.replace(tzinfo=zone.clocks).astimezone(UTC).astimezone(zone.shown)


def _unknown_zone(start: _Moment) -> Oddity:
    return Oddity(
        "unknown-zone",
        N_("Nobody knows the time zone “{name}”: {time} is taken for the time in {zone}."),
        {"name": start.unknown, "time": start.at, "zone": start.zone.name},
    )


def _floating(start: _Moment) -> Oddity:
    return Oddity(
        "no-zone",
        N_("The invite names no time zone: {time} is taken for the time in {zone}."),
        {"time": start.at, "zone": start.zone.name},
    )
