"""The user's own postal services: added, changed, removed; whatever is planned is planned again with them (T2.1)."""

import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import cast

from seguito.actions.own_file import write_own_file
from seguito.actions.plan import replan
from seguito.core.fields import SERVICE, Told
from seguito.core.nouns import Who
from seguito.core.planning.postage import PostalService
from seguito.errors import N_, Problem
from seguito.records.reads.interviews import open_interviews
from seguito.reference.postal import ServiceUnknown, services
from seguito.reference.postal.own import FILE, Value, own_services, row_of, text_of, with_row, without_row
from seguito.reference.postal.rows import SERVICE_ID, PostalRowWrong, services_in

__all__ = ["add_service", "change_service", "remove_service", "row_of"]

_FIGURES = {"earliest", "stated", "slower", "near", "within_region", "share"}


class ServiceThere(Problem):
    id = "service-there"
    happened = N_("There is a postal service “{service}” already.")
    safe = N_("Nothing was changed.")
    next_step = N_("Change it: seguito post change {service} FIELD=VALUE …")
    on_page = N_("Open it in the list, and change it there.")


class ServiceNameless(Problem):
    id = "service-nameless"
    happened = N_("“{service}” can't be the name of a postal service's row.")
    safe = N_("Nothing was changed.")
    next_step = N_("Take small letters, digits and hyphens, the country first: it-corriere.")


class ServiceIncomplete(Problem):
    id = "service-incomplete"
    happened = N_("Nobody has said how many working days {service} takes.")
    safe = N_("Nothing was changed.")
    next_step = N_("Tell it: seguito post add {service} stated=2 slower=4")
    on_page = N_("Write how many working days it promises.")


class FiguresOutOfOrder(Problem):
    id = "figures-out-of-order"
    happened = N_(
        "{service} would take {earliest} to {stated} working days, and {slower} when it is slow: out of order."
    )
    safe = N_("Nothing was changed.")
    next_step = N_("Tell them together: seguito post change {service} earliest=… stated=… slower=…")
    on_page = N_("Write them so that the earliest is the least and the slow one the most.")


class ServiceShipped(Problem):
    id = "service-shipped"
    happened = N_("{service} is no row of your own; it comes with Seguito and can't be removed.")
    safe = N_("Nothing was changed.")
    next_step = N_("If it has ended, say when: seguito post change {service} ended_on=DATE")
    on_page = N_("If it has ended, say when.")


class PostNotKept(Problem):
    id = "post-not-kept"
    exit_code = 3
    happened = N_("{file} could not be written: {reason}.")
    safe = N_("Your postal services are as they were.")
    next_step = N_("Make the data folder writable, or name another with SEGUITO_HOME.")


def add_service(who: Who, home: Path, service: str, told: Told, now: datetime) -> PostalService:
    """A new row. Its country is the id's beginning unless it is told; `slower` is `stated` unless it is told."""
    name = service.strip().lower()
    if not re.fullmatch(SERVICE_ID, name):
        raise ServiceNameless(service=service)
    if _found(name, home):
        raise ServiceThere(service=name)
    if told.get("stated") is None:
        raise ServiceIncomplete(service=name)
    country, _, rest = name.partition("-")
    row = {"country": country.upper(), "name": rest or name, "slower": told["stated"], "seen_on": now.date(), **told}
    return _keep(who, home, name, row, now)


def change_service(who: Who, home: Path, service: str, told: Told, now: datetime) -> PostalService:
    """A row with these values. One that is shipped is copied, and the copy stands in its place from then on.

    Whoever tells other figures vouches for them: the source and the share of the old ones go, unless they are told.
    """
    found = _found(service, home)
    if found is None:
        raise ServiceUnknown(name=service, known=_known(home))
    row: dict[str, object] = {} if found.own else dict(row_of(found))
    if _FIGURES & told.keys():
        row |= {"source": None, "seen_on": now.date(), "share": None}
    return _keep(who, home, found.id, {**row, **told}, now)


def remove_service(who: Who, home: Path, service: str, now: datetime) -> PostalService | None:
    """One's own row gone; the shipped one that it stood for comes back, and is returned."""
    found = _found(service, home)
    if found is None:
        raise ServiceUnknown(name=service, known=_known(home))
    if not found.own:
        raise ServiceShipped(service=found.id)
    _write(home, without_row(text_of(home), found.id))
    _plan_again(who, now)
    return _found(found.id, home)


def _found(service: str, home: Path) -> PostalService | None:
    wanted = service.strip().lower()
    return next((one for one in services("", own_services(home)) if one.id == wanted), None)


def _known(home: Path) -> str:
    return ", ".join(one.id for one in services("", own_services(home)))


def _keep(who: Who, home: Path, service: str, told: Mapping[str, object], now: datetime) -> PostalService:
    values: dict[str, Value | None] = {}
    for key in filter(told.__contains__, SERVICE):
        value = told[key]
        values[key] = None if value == () else cast("Value | None", value)
    text = with_row(text_of(home), service, values)
    try:
        kept = next(one for one in services_in(text, FILE, own=True) if one.id == service)
    except PostalRowWrong:
        if (figures := _figures(text_of(home), service, values)) and figures != sorted(figures):
            earliest, stated, slower = figures
            raise FiguresOutOfOrder(service=service, earliest=earliest, stated=stated, slower=slower) from None
        raise
    _write(home, text)
    _plan_again(who, now)
    return kept


def _figures(text: str, service: str, values: Mapping[str, Value | None]) -> list[int]:
    """The three figures that the row would have; none where they can't be told."""
    before = {one.id: row_of(one) for one in services_in(text, FILE, own=True)}.get(service, {})
    row = {**before, **values}
    stated, slower = row.get("stated"), row.get("slower")
    earliest = row.get("earliest") if row.get("earliest") is not None else stated
    figures = [one for one in (earliest, stated, slower) if isinstance(one, int)]
    return figures if len(figures) == 3 else []


def _write(home: Path, text: str) -> None:
    try:
        write_own_file(home / FILE, text)
    except OSError as error:
        raise PostNotKept(file=home / FILE, reason=error.strerror or error) from error


def _plan_again(who: Who, now: datetime) -> None:
    for interview in open_interviews(who):
        replan(who, interview, now)
