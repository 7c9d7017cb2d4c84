"""An invite inside a saved mail: what people have on their disk when they save "the invite" from a mail program.

A stranger's mail is parsed by the old policy and under caps: the new one took 10 s for one long Subject, and 50,000
empty parts another 10 (Python 3.11).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from seguito.calendars.problems import MailUnreadable, NotAnInvite

if TYPE_CHECKING:
    from email.message import Message

_HEADER = re.compile(rb"(?:From .{0,200}\r?\n)?[A-Za-z][A-Za-z0-9-]{1,60}:[ \t]*\S?")
_SAYS_MAIL = re.compile(
    rb"^(content-type|mime-version|received|message-id|return-path|from|subject)[ \t]*:", re.I | re.M
)
_TYPE = re.compile(rb"^content-(?:type|disposition)[ \t]*:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*", re.I | re.M)
_HEAD = 16_384
_MOST_BOUNDARIES = 400
_MOST_PARTS = 100
_MOST_CALENDARS = 10
_MOST_LINES = 250_000
_LONGEST_TYPE = 4096  # parsing its parameters takes the square of their number
_KINDS = frozenset({"text/calendar", "application/ics", "application/x-ics"})


@dataclass(frozen=True, slots=True)
class Carried:
    """An iCalendar file as a mail carries it: its bytes, and the charset and METHOD that MIME told of it."""

    data: bytes
    charset: str
    method: str


def is_mail(data: bytes) -> bool:
    """Does the file begin with the headers of a mail?"""
    head = data[:_HEAD].lstrip()
    return bool(_HEADER.match(head)) and not head[:6].upper().startswith(b"BEGIN:") and bool(_SAYS_MAIL.search(head))


def carried(data: bytes) -> tuple[Carried, ...]:
    """The iCalendar files in a mail, in its own order. Raises a `Problem` when there is none or it can't be read."""
    from email import message_from_bytes, policy  # only here: most invites are no mail, and wait for no import

    if (
        data.count(b"\n--") + data.count(b"\r--") > _MOST_BOUNDARIES
        or data.count(b"\n") + data.count(b"\r") > 2 * _MOST_LINES
        or any(len(found[0]) > _LONGEST_TYPE for found in _TYPE.finditer(data))
    ):
        raise MailUnreadable()
    try:
        found = tuple(islice(_found(message_from_bytes(data, policy=policy.compat32)), _MOST_CALENDARS))
    except (RecursionError, ValueError, LookupError, TypeError, AttributeError, IndexError) as error:
        raise MailUnreadable() from error
    if not found:
        raise NotAnInvite()
    return found


def _found(message: "Message[str, str]") -> Iterator[Carried]:
    for number, part in enumerate(message.walk()):
        if number == _MOST_PARTS:
            return
        if part.is_multipart() or not _is_calendar(part):
            continue
        payload = part.get_payload(decode=True)
        if isinstance(payload, bytes) and payload.strip():
            yield Carried(payload, str(part.get_param("charset") or ""), str(part.get_param("method") or "").upper())


def _is_calendar(part: "Message[str, str]") -> bool:
    name = str(part.get_param("name") or part.get_filename() or "")
    return part.get_content_type() in _KINDS or name.lower().endswith((".ics", ".ical", ".vcs"))
