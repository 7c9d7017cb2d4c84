"""A calendar taken apart: each of its events as a file of its own, so that a broken one costs only itself."""

import re
from collections.abc import Iterator
from itertools import islice

from seguito.calendars.lines import plain_bytes
from seguito.calendars.mail import carried
from seguito.errors import Problem

_LINES = re.compile(r"\r\n|\r|\n")
_MOST_MAILED = 50  # events of one mail
_MOST_ZONES = 4  # that one event takes along: every copy of a zone is read again
_LONGEST_ZONE = 32_768  # characters
_KINDS = ("VEVENT", "VTIMEZONE")
_METHOD = re.compile(r"METHOD[ \t]*:[ \t]*([A-Za-z]{1,20})[ \t]*", re.I)
_START = re.compile(r"^(?:DTSTART|RECURRENCE-ID)[^\r\n]*?:[ \t]*(\d{4})-?(\d\d)-?(\d\d)", re.I | re.M)


def mailed_events(mail: bytes) -> tuple[str, ...]:
    """The events of every calendar in a mail; none where it cannot be read."""
    try:
        parts = carried(mail)
    except Problem:
        return ()
    events = (one for part in parts for one in single_events(part.data, part.charset, part.method))
    return tuple(dict.fromkeys(islice(events, _MOST_MAILED)))


def single_events(data: bytes, charset: str = "", method: str = "") -> Iterator[str]:
    """Each event as a calendar of its own, with the zones that it names. What was begun and not ended is left out.

    `method`: what the mail said; the file's own METHOD comes first.
    """
    text = _text(plain_bytes(data, charset))
    blocks = list(_blocks(text))
    zones = [
        (name, block)
        for kind, block in blocks
        if kind == "VTIMEZONE" and len(block) < _LONGEST_ZONE and (name := _zone_name(block))
    ]
    said = next((found[1] for line in _LINES.split(text) if (found := _METHOD.fullmatch(line))), method)
    head = ["BEGIN:VCALENDAR", *([f"METHOD:{said.upper()}"] if said else [])]
    for kind, block in blocks:
        if kind == "VEVENT":
            named = [zone for name, zone in zones if name in _unfolded(block)][:_MOST_ZONES]
            yield "\r\n".join([*head, *named, block, "END:VCALENDAR", ""])


def first_day(event: str) -> str:
    """The day of its start, or of the instance that it is, as it stands there: `2026-12-02`; empty where none does.

    Of an instance that was moved, the later of both, so that neither is overlooked.
    """
    own = event[event.find("BEGIN:VEVENT") :]
    return max(("-".join(found.groups()) for found in _START.finditer(own)), default="")


def _blocks(text: str) -> Iterator[tuple[str, str]]:
    kind, lines = "", list[str]()
    for line in _LINES.split(text):
        word = line.strip().upper()
        if not kind and word.startswith("BEGIN:") and word[6:] in _KINDS:
            kind, lines = word[6:], [line]
        elif kind:
            if line:
                lines.append(line)
            if word == f"END:{kind}":
                yield kind, "\r\n".join(lines)
                kind = ""


def _zone_name(block: str) -> str:
    found = re.search(r"^TZID[^:\r\n]*:(.+)$", _unfolded(block), re.I | re.M)
    return found[1].strip() if found else ""


def _unfolded(block: str) -> str:
    return re.sub(r"\r\n[ \t]", "", block)


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")
