"""The calendars that mails carry, found by how a mail is built (RFC 3501, BODYSTRUCTURE), and fetched alone."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

_MOST_PARTS = 200
_MOST_DEPTH = 12
_MOST_CALENDARS = 2  # of one mail: most carry the same event twice, as text/calendar and as invite.ics
_TYPES = frozenset({b"text/calendar", b"application/ics", b"application/x-ics"})
_PLAIN = re.compile(rb"[A-Za-z0-9._+-]{1,40}")


@dataclass(frozen=True, slots=True)
class CalendarPart:
    """Where a calendar lies in a mail (`section`, as in `BODY[2.1]`), and the head that says how to read it."""

    section: str
    head: bytes


def calendar_parts(structure: object) -> tuple[CalendarPart, ...]:
    """The calendars of a mail, by its structure as imapclient gives it; none where the structure is none."""
    found: list[CalendarPart] = []
    for seen, (section, part) in enumerate(_leaves(structure)):
        if seen == _MOST_PARTS or len(found) == _MOST_CALENDARS:
            break
        if _is_calendar(part):
            found.append(CalendarPart(section, _head(part)))
    return tuple(found)


def _leaves(structure: object) -> Iterator[tuple[str, Sequence[object]]]:
    """Every part that holds no others, with its section. A forwarded mail is one part."""
    stack: list[tuple[str, object]] = [("", structure)]
    while stack:
        section, part = stack.pop()
        if not isinstance(part, tuple) or not part:
            continue
        if isinstance(part[0], list):
            if section.count(".") < _MOST_DEPTH:
                children = part[0][:_MOST_PARTS]
                dot = f"{section}." if section else ""
                stack += [(f"{dot}{place}", one) for place, one in enumerate(children, 1)][::-1]
        else:
            yield section or "1", part


def _is_calendar(part: Sequence[object]) -> bool:
    if len(part) < 7:
        return False
    kind = b"/".join(_word(one).lower() for one in part[:2])
    names = (value for one in part[2:] for value in _values(one, b"name", b"filename"))
    return kind in _TYPES or any(name.lower().endswith(b".ics") for name in names)


def _head(part: Sequence[object]) -> bytes:
    """The fields of MIME that matter, written anew: nothing of a stranger's head is passed on."""
    told = b"".join(
        b"; " + name + b"=" + value[0]
        for name in (b"charset", b"method")
        if (value := _values(part[2], name)) and _PLAIN.fullmatch(value[0])
    )
    encoding = _word(part[5])
    encoding = encoding if _PLAIN.fullmatch(encoding) else b"7bit"
    return b"Content-Type: text/calendar" + told + b"\r\nContent-Transfer-Encoding: " + encoding + b"\r\n\r\n"


def _values(parameters: object, *names: bytes) -> list[bytes]:
    """The values of these names in a list of names and values, however deep a disposition hides it."""
    if not isinstance(parameters, tuple):
        return []
    found = [_word(value) for name, value in pairwise(parameters) if _word(name).lower() in names]
    return found + [value for one in parameters if isinstance(one, tuple) for value in _values(one, *names)]


def _word(value: object) -> bytes:
    return value if isinstance(value, bytes) else b""
