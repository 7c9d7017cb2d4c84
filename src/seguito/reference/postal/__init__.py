"""Postal services: one file a country, one row a service, each with its source, the day it was seen and examples."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from seguito.core.planning.post import PostalService, Transit
from seguito.errors import N_, Problem

_HERE = Path(__file__).parent
_FILE_KEYS = {"country", "saturday", "local_holidays", "service"}
_ROW_KEYS = {
    *("id", "name", "also", "usual", "earliest", "stated", "slower", "near", "within_region", "share"),
    *("saturday", "local_holidays", "alternate_days", "ended_on", "source", "seen_on", "example"),
}


class ServiceUnknown(Problem):
    id = "service-unknown"
    happened = N_("There is no postal service “{name}”.")
    safe = N_("Nothing was done.")
    next_step = N_("Known are: {known}. Or tell the working days with `--transit`.")


class ServiceElsewhere(ServiceUnknown):
    happened = N_("No postal service “{name}” takes letters in {country}.")


class ServiceEnded(ServiceUnknown):
    happened = N_("{name} carried its last letter on {day}.")


class PostalRowWrong(Problem):
    id = "postal-row-wrong"
    happened = N_("In {file} the row “{row}” is not right: {what}.")
    safe = N_("None of that file's services was taken over.")
    next_step = N_("Correct it there, and try again.")


@lru_cache
def services(country: str = "") -> tuple[PostalService, ...]:
    """Every service of a country, in its file's order; without one, of all countries."""
    if country:
        path = _HERE / f"{country.lower()}.toml"
        return read_services(path) if country.isalpha() and path.is_file() else ()
    return tuple(service for path in sorted(_HERE.glob("*.toml")) for service in read_services(path))


def usual_service(country: str, on: date) -> PostalService | None:
    """What an ordinary stamp buys in that country on that day; None where no service is known."""
    return next((one for one in services(country) if one.usual and not _ended(one, on)), None)


def service_named(name: str, on: date, country: str = "", home: str = "") -> PostalService:
    """A service by its id; within a country by its name too, or another that people use.

    `country`: where the card is posted, which the service must serve; `home`: where to look when that is not told.
    Raises ServiceUnknown, ServiceElsewhere or ServiceEnded, each with the services that there are.
    """
    wanted, near = _plain(name), country or home
    by_id = [service for service in services() if wanted in map(_plain, _ids(service))]
    by_name = [service for service in services(near) if near and wanted in map(_plain, _names(service))]
    service = next(iter((*by_name, *by_id)), None)
    if service is None:
        raise ServiceUnknown(name=name, known=_known(near, on))
    if country and service.country != country:
        raise ServiceElsewhere(name=name, country=country, known=_known(country, on))
    if _ended(service, on):
        raise ServiceEnded(name=service.name, day=service.ended_on, known=_known(service.country, on))
    return service


def read_services(path: Path) -> tuple[PostalService, ...]:
    """The services in a file. Raises PostalRowWrong, which names the row."""
    table = _table(path)
    rows = table.get("service", [])
    for row in (table, *rows):
        unknown = set(row) - (_FILE_KEYS if row is table else _ROW_KEYS)
        if unknown:
            raise PostalRowWrong(file=path.name, row=row.get("id", "country"), what=", ".join(sorted(unknown)))
    return tuple(_service({**table, **row}, path.name) for row in rows)


def examples(path: Path) -> tuple[tuple[str, Mapping[str, str]], ...]:
    """Every example of a file: the service's id, and what was accepted where and when it arrives."""
    return tuple((row["id"], example) for row in _table(path)["service"] for example in row.get("example", ()))


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as wrong:
        raise PostalRowWrong(file=path.name, row="", what=str(wrong)) from None


def _service(row: Mapping[str, Any], file: str) -> PostalService:
    try:
        stated = _days(row["stated"])
        transit = Transit(_days(row.get("earliest", stated)), stated, _days(row["slower"]), _share(row))
        if not transit.earliest <= stated <= transit.slower:
            raise ValueError(f"{transit.earliest} <= {stated} <= {transit.slower}")
        return PostalService(
            id=row["id"],
            country=row["country"],
            name=row["name"],
            transit=transit,
            source=row["source"],
            seen_on=row["seen_on"],
            near=_shorter(row, "near"),
            within_region=_shorter(row, "within_region"),
            saturday=row.get("saturday", False),
            alternate_days=row.get("alternate_days", False),
            local_holidays=row.get("local_holidays", True),
            usual=row.get("usual", False),
            ended_on=row.get("ended_on"),
            also=tuple(row.get("also", ())),
        )
    except KeyError as missing:
        raise PostalRowWrong(file=file, row=row.get("id", ""), what=f"{missing.args[0]}?") from None
    except ValueError as wrong:
        raise PostalRowWrong(file=file, row=row.get("id", ""), what=str(wrong)) from None


def _days(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise ValueError(f"“{value}”")
    return value


def _share(row: Mapping[str, Any]) -> float | None:
    share = row.get("share")
    if share is not None and not (isinstance(share, float) and 0 < share <= 1):
        raise ValueError(f"share “{share}”")
    return share


def _shorter(row: Mapping[str, Any], key: str) -> Transit | None:
    if key not in row:
        return None
    days = _days(row[key])
    return Transit(days, days, days, _share(row))


def _ended(service: PostalService, on: date) -> bool:
    return service.ended_on is not None and on > service.ended_on


def _ids(service: PostalService) -> tuple[str, ...]:
    """Its id, and other names that begin with the country and so are clear anywhere."""
    prefix = f"{service.country.lower()}-"
    return (service.id, *(name for name in service.also if name.startswith(prefix)))


def _names(service: PostalService) -> tuple[str, ...]:
    """What may be typed for it where the country is known."""
    return (service.id.partition("-")[2], service.name, *service.also)


def _known(country: str, on: date) -> str:
    return ", ".join(one.id for one in services(country) or services() if not _ended(one, on))


def _plain(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())
