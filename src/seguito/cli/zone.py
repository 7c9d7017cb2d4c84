"""The reader's zone: the one told, then one's own record, then `TZ`, then the system's."""

import os
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from seguito.errors import N_, Problem
from seguito.reference.zones import ZoneUnknown, zone


class SystemZoneUnknown(Problem):
    id = "system-zone-unknown"
    happened = N_("This machine does not say in which time zone it stands.")
    safe = N_("Nothing was done.")
    next_step = N_("Tell it with `--zone Europe/Rome`, or set TZ.")


class EnvironmentZoneUnknown(Problem):
    id = "environment-zone-unknown"
    happened = N_("TZ is “{value}”, which is no time zone that is known by name.")
    safe = N_("Nothing was done.")
    next_step = N_("Set it to a name like Europe/Rome, or tell the zone with `--zone`.")


def reader_zone(told: str | None = "", recorded: str = "", environ: Mapping[str, str] = os.environ) -> ZoneInfo:
    """The zone in which hours are told. `told`: what `--zone` says; `recorded`: what one's own record says.

    Raises ZoneUnknown, EnvironmentZoneUnknown or SystemZoneUnknown.
    """
    for name in (told, recorded):
        if name:
            return zone(name)
    if "TZ" in environ:
        return _of_environment(environ["TZ"])
    return _of_system()


def somebody_told(told: str | None, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether the zone was told by anybody, and is not merely how the machine was set up."""
    return bool(told) or "TZ" in environ


def _of_environment(value: str) -> ZoneInfo:
    """POSIX lets a colon stand before the name, and a path in its place; an empty `TZ` is UTC."""
    try:
        return zone(value.removeprefix(":").rpartition("zoneinfo/")[2] or "UTC")
    except ZoneUnknown:
        raise EnvironmentZoneUnknown(value=value) from None


def _of_system() -> ZoneInfo:
    """Imported here: it is needed only where nobody told a zone."""
    import tzlocal

    try:
        return zone(tzlocal.get_localzone_name())
    except (LookupError, ZoneUnknown):
        raise SystemZoneUnknown from None
