"""Postal services: one file a country, one row a service, each with its source, the day it was seen and examples.

Rows of the user's own (`own.py`) are handed in as `own`: each stands in the place of the one that has its id.
"""

from datetime import date
from functools import lru_cache
from pathlib import Path

from seguito.core.planning.postage import PostalService
from seguito.errors import N_, Problem
from seguito.reference.postal.rows import PostalRowWrong, examples, read_services

__all__ = ["Own", "PostalRowWrong", "examples", "read_services", "service_named", "services", "usual_service"]

_HERE = Path(__file__).parent

Own = tuple[PostalService, ...]


class ServiceUnknown(Problem):
    id = "service-unknown"
    happened = N_("There is no postal service “{name}”.")
    safe = N_("Nothing was done.")
    next_step = N_("Known are: {known}. Or tell the working days with `--transit`.")


class ServiceElsewhere(ServiceUnknown):
    happened = N_("No postal service “{name}” takes letters in {country}.")


class ServiceEnded(ServiceUnknown):
    happened = N_("{name} carried its last letter on {day}.")


def services(country: str = "", own: Own = ()) -> tuple[PostalService, ...]:
    """Every service of a country, in its file's order; without one, of all countries. One's own new ones come last."""
    mine = {one.id: one for one in own if country in ("", one.country)}
    moved = {one.id for one in own} - mine.keys()
    shipped = [mine.pop(one.id, one) for one in _shipped(country) if one.id not in moved]
    return (*shipped, *mine.values())


def usual_service(country: str, on: date, own: Own = ()) -> PostalService | None:
    """What an ordinary stamp buys in that country on that day, one's own word first; None where no service is known."""
    usual = [one for one in services(country, own) if one.usual and not _ended(one, on)]
    return next((one for one in usual if one.own), usual[0] if usual else None)


def service_named(name: str, on: date, country: str = "", home: str = "", own: Own = ()) -> PostalService:
    """A service by its id; within a country by its name too, or another that people use.

    `country`: where the card is posted, which the service must serve; `home`: where to look when that is not told.
    Raises ServiceUnknown, ServiceElsewhere or ServiceEnded, each with the services that there are.
    """
    wanted, near = _plain(name), country or home
    by_id = [service for service in services("", own) if wanted in map(_plain, _ids(service))]
    by_name = [service for service in services(near, own) if near and wanted in map(_plain, _names(service))]
    service = next(iter((*by_name, *by_id)), None)
    if service is None:
        raise ServiceUnknown(name=name, known=_known(near, on, own))
    if country and service.country != country:
        raise ServiceElsewhere(name=name, country=country, known=_known(country, on, own))
    if _ended(service, on):
        raise ServiceEnded(name=service.name, day=service.ended_on, known=_known(service.country, on, own))
    return service


@lru_cache
def _shipped(country: str) -> tuple[PostalService, ...]:
    if country:
        path = _HERE / f"{country.lower()}.toml"
        return read_services(path) if country.isalpha() and path.is_file() else ()
    return tuple(service for path in sorted(_HERE.glob("*.toml")) for service in read_services(path))


def _ended(service: PostalService, on: date) -> bool:
    return service.ended_on is not None and on > service.ended_on


def _ids(service: PostalService) -> tuple[str, ...]:
    """Its id, and other names that begin with the country and so are clear anywhere."""
    prefix = f"{service.country.lower()}-"
    return (service.id, *(name for name in service.also if name.startswith(prefix)))


def _names(service: PostalService) -> tuple[str, ...]:
    """What may be typed for it where the country is known."""
    return (service.id.partition("-")[2], service.name, *service.also)


def _known(country: str, on: date, own: Own) -> str:
    return ", ".join(one.id for one in services(country, own) or services("", own) if not _ended(one, on))


def _plain(name: str) -> str:
    return "".join(sign for sign in name.casefold() if sign.isalnum())
