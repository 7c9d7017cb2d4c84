"""The user's own postal services: rows of `post.toml` in the data folder, in the form of the country's files beside.

The file may be edited by hand. What a command changes is one row, and every other line stays as it is.
"""

import re
from collections.abc import Mapping
from datetime import date, time
from itertools import pairwise
from pathlib import Path

from seguito.core.planning.postage import PostalService
from seguito.reference.postal import Own
from seguito.reference.postal.rows import PostalRowWrong, services_in

FILE = "post.toml"
_ROW = re.compile(r"^[ \t]*\[\[[ \t]*service[ \t]*\]\]", re.MULTILINE)

Value = str | bool | int | float | date | time | tuple[str, ...]


def own_services(folder: Path) -> Own:
    """The rows of the folder's file; none where there is no such file. Raises PostalRowWrong."""
    return services_in(text_of(folder), FILE, own=True)


def text_of(folder: Path) -> str:
    """The file as it stands; empty where there is none. Raises PostalRowWrong where it can't be read."""
    try:
        return (folder / FILE).read_text("utf-8-sig")
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as wrong:
        raise PostalRowWrong(file=FILE, row="", what=str(wrong)) from None


def with_row(text: str, service: str, values: Mapping[str, Value | None]) -> str:
    """The text with that row's values; a new row comes last. None takes a value out of the row."""
    before, row, after = _parted(text, service)
    if not row:
        gap = "\n" if before.strip() else ""
        before, row = before.rstrip("\n") + "\n" * bool(before.strip()) + gap, f'[[service]]\nid = "{service}"\n'
    for key, value in values.items():
        line = re.compile(rf"^[ \t]*{key}[ \t]*=.*\n?", re.MULTILINE)
        written = "" if value is None else f"{key} = {_written(value)}\n"
        if line.search(row):
            row = line.sub(written.replace("\\", r"\\"), row, count=1)
        elif written:
            row = row.rstrip("\n") + "\n" + written
    return before + row + ("\n" if after and not row.endswith("\n\n") else "") + after


def without_row(text: str, service: str) -> str:
    before, _row, after = _parted(text, service)
    return (before.rstrip("\n") + "\n\n" + after.lstrip("\n")).strip("\n") + "\n" if (before + after).strip() else ""


def row_of(service: PostalService) -> dict[str, Value | None]:
    """A service as the values of a row, for one's own row in the place of one that is shipped."""
    transit = service.transit
    return {
        "country": service.country,
        "name": service.name,
        "also": service.also or None,
        "usual": service.usual or None,
        "earliest": transit.earliest if transit.earliest != transit.stated else None,
        "stated": transit.stated,
        "slower": transit.slower,
        "near": service.near.stated if service.near else None,
        "within_region": service.within_region.stated if service.within_region else None,
        "share": transit.share,
        "saturday": service.saturday,
        "local_holidays": service.local_holidays,
        "alternate_days": service.alternate_days or None,
        "collected": service.collected,
        "ended_on": service.ended_on,
        "source": service.source or None,
        "seen_on": service.seen_on,
    }


def _parted(text: str, service: str) -> tuple[str, str, str]:
    """What stands before the service's row, the row, and what stands after it; no row: all of it stands before."""
    starts = [found.start() for found in _ROW.finditer(text)]
    named = re.compile(rf"^[ \t]*id[ \t]*=[ \t]*[\"']{re.escape(service)}[\"']", re.MULTILINE)
    for start, end in pairwise([*starts, len(text)]):
        if named.search(text, start, end):
            return text[:start], text[start:end], text[end:]
    return text, "", ""


def _written(value: Value) -> str:
    """The value in TOML. Texts have passed the door: they hold no control characters."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
        case time():
            return f'"{value:%H:%M}"'
        case tuple():
            return "[" + ", ".join(map(_written, value)) + "]"
        case _:
            return str(value)
