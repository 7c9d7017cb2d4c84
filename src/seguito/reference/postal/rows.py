"""A postal service as a row of TOML, read; what is wrong in it is named."""

import re
import tomllib
from collections.abc import Callable, Mapping
from datetime import date, time
from pathlib import Path
from typing import Any

from seguito.core.planning.postage import PostalService, Transit
from seguito.errors import N_, Problem

FILE_KEYS = {"country", "saturday", "local_holidays", "service"}
_SHIPPED_ALONE = {"example"}


class PostalRowWrong(Problem):
    id = "postal-row-wrong"
    happened = N_("In {file} the row “{row}” is not right: {what}.")
    safe = N_("None of that file's services was taken over.")
    next_step = N_("Correct it there, and try again.")


def read_services(path: Path) -> tuple[PostalService, ...]:
    """The services in a file. Raises PostalRowWrong, which names the row."""
    return services_in(_text(path), path.name)


def services_in(text: str, file: str, own: bool = False) -> tuple[PostalService, ...]:
    """The services in the text of a file. `own`: the user's, whose rows need no source. Raises PostalRowWrong."""
    table = _table(text, file)
    rows = table.get("service", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise PostalRowWrong(file=file, row="service", what="[[service]]")
    for row in (table, *rows):
        unknown = set(row) - (FILE_KEYS if row is table else {*_READ, *_SHIPPED_ALONE})
        if unknown:
            raise PostalRowWrong(file=file, row=row.get("id", "country"), what=", ".join(sorted(unknown)))
    found = tuple(_service({**table, **row}, file, own) for row in rows)
    twice = [one.id for at, one in enumerate(found) if one.id in {other.id for other in found[:at]}]
    if twice:
        raise PostalRowWrong(file=file, row=twice[0], what="id")
    return found


def examples(path: Path) -> tuple[tuple[str, Mapping[str, str]], ...]:
    """Every example of a file: the service's id, and what was accepted where and when it arrives."""
    rows = _table(_text(path), path.name)["service"]
    return tuple((row["id"], example) for row in rows for example in row.get("example", ()))


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as wrong:
        raise PostalRowWrong(file=path.name, row="", what=str(wrong)) from None


def _table(text: str, file: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except ValueError as wrong:
        raise PostalRowWrong(file=file, row="", what=str(wrong)) from None


def _service(row: Mapping[str, Any], file: str, own: bool) -> PostalService:
    name = str(row.get("id", ""))
    needed = ("id", "country", "name", "stated", "slower", *(() if own else ("source", "seen_on")))
    if missing := [key for key in needed if key not in row]:
        raise PostalRowWrong(file=file, row=name, what=f"{missing[0]}?")
    try:
        read = {key: _READ[key](value, key) for key, value in row.items() if key in _READ}
        share = read.pop("share", None)
        stated, slower = read.pop("stated"), read.pop("slower")
        transit = Transit(read.pop("earliest", stated), stated, slower, share)
        if not transit.earliest <= stated <= slower:
            raise ValueError(f"{transit.earliest} <= {stated} <= {slower}")
    except ValueError as wrong:
        raise PostalRowWrong(file=file, row=name, what=str(wrong)) from None
    for key in ("near", "within_region"):
        if key in read:
            read[key] = Transit(read[key], read[key], read[key], share)
    return PostalService(transit=transit, own=own, **{"source": "", **read})


def _days(value: object, key: str) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 250:
        raise ValueError(f"{key} “{value}”")
    return value


def _share(value: object, key: str) -> float:
    if not (isinstance(value, float) and 0 < value <= 1):
        raise ValueError(f"{key} “{value}”")
    return value


def _hour(value: object, key: str) -> time:
    try:
        return value if isinstance(value, time) else time.fromisoformat(str(value))
    except ValueError:
        raise ValueError(f"{key} “{value}”") from None


def _matching(pattern: str) -> Callable[[object, str], str]:
    def read(value: object, key: str) -> str:
        if not (isinstance(value, str) and re.fullmatch(pattern, value)):
            raise ValueError(f"{key} “{value}”")
        return value

    return read


def _of_type(kind: type) -> Callable[[object, str], Any]:
    def read(value: object, key: str) -> object:
        if type(value) is not kind:
            raise ValueError(f"{key} “{value}”")
        return value

    return read


def _names(value: object, key: str) -> tuple[str, ...]:
    if not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
        raise ValueError(f"{key} “{value}”")
    return tuple(value)


SERVICE_ID = r"[a-z0-9][a-z0-9-]{1,39}"
_READ: Mapping[str, Callable[[object, str], Any]] = {
    "id": _matching(SERVICE_ID),
    "country": _matching("[A-Z]{2}"),
    "name": _matching(r"[^\r\n]{1,80}"),
    "also": _names,
    "usual": _of_type(bool),
    "earliest": _days,
    "stated": _days,
    "slower": _days,
    "near": _days,
    "within_region": _days,
    "share": _share,
    "saturday": _of_type(bool),
    "local_holidays": _of_type(bool),
    "alternate_days": _of_type(bool),
    "collected": _hour,
    "ended_on": _of_type(date),
    "source": _of_type(str),
    "seen_on": _of_type(date),
}
