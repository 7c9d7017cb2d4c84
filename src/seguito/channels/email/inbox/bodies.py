"""The words of a mail, and what a report says: from its first bytes, with a limit to everything."""

from collections.abc import Callable, Iterator
from email import message_from_bytes
from email.message import Message
from functools import wraps
from typing import TypeVar

from seguito.channels.email.inbox.heads import decoded
from seguito.channels.email.inbox.html import text_of_html
from seguito.core.correspondence.letters import Failure

MOST_OF_A_MAIL = 262_144  # bytes: words come before what is attached
_MOST_PARTS = 200
_MOST_WORDS = 20_000  # characters
_MOST_FAILURES = 20
_NO_CHARSETS = frozenset({"punycode", "idna", "unicode_escape", "raw_unicode_escape"})  # and slow: Python knows them


class Unreadable(Exception):
    """A mail that no program of ours takes apart: too many parts, or built to hurt."""


Reads = TypeVar("Reads")


def _or_unreadable(read: Callable[[bytes], Reads]) -> Callable[[bytes], Reads]:
    """What the library raises for a stranger's bytes is its own affair (six kinds, by fuzzing): the mail is unreadable,
    and the next is read.
    """

    @wraps(read)
    def reads(raw: bytes) -> Reads:
        try:
            return read(raw)
        except Exception as error:
            raise Unreadable from error

    return reads


@_or_unreadable
def words_of(raw: bytes) -> str:
    """What somebody wrote, quotations included: the first plain text, else what the HTML says."""
    parts = list(_parts(raw))
    for wanted, read in (("text/plain", str), ("text/html", text_of_html)):
        for part in parts:
            if part.get_content_type() == wanted and "attachment" not in str(part.get("Content-Disposition", "")):
                return read(_content(part))[:_MOST_WORDS].strip()
    return ""


@_or_unreadable
def is_invitation(raw: bytes) -> bool:
    """Whether it is a calendar's mail: an invite, or a yes to one. Those are no answers to a note."""
    return any(part.get_content_type() == "text/calendar" for part in _parts(raw))


@_or_unreadable
def failures_of(raw: bytes) -> tuple[Failure, ...]:
    """What a delivery report says of each recipient (RFC 3464); nothing for a report of another kind."""
    report = next((part for part in _parts(raw) if part.get_content_type() == "message/delivery-status"), None)
    if report is None or not isinstance(report.get_payload(), list):
        return ()
    about, *recipients = [block for block in report.get_payload() if isinstance(block, Message)] or [Message()]
    envelope, message_id = _field(about, "Original-Envelope-Id"), _reported_id(raw)
    found = (_failure(block, message_id, envelope) for block in recipients[:_MOST_FAILURES])
    return tuple(one for one in found if one is not None)


def _parts(raw: bytes) -> Iterator[Message]:
    """Raises Unreadable."""
    if raw.count(b"\n--") > 2 * _MOST_PARTS:
        raise Unreadable
    yield from message_from_bytes(raw[:MOST_OF_A_MAIL]).walk()


def _content(part: Message) -> str:
    try:
        octets = part.get_payload(decode=True)
        charset = part.get_content_charset("utf-8")
    except (LookupError, ValueError, AttributeError, TypeError):
        return ""
    if not isinstance(octets, bytes):
        return ""
    try:
        return octets.decode("utf-8" if charset in _NO_CHARSETS else charset, "replace")
    except (LookupError, ValueError):  # rot13 and the like are no charsets, nor is one with a NUL in it
        return octets.decode("utf-8", "replace")


def _failure(block: Message, message_id: str, envelope: str) -> Failure | None:
    action = _field(block, "Action").lower()
    if action not in {"failed", "delayed"}:
        return None
    return Failure(
        recipient=_field(block, "Original-Recipient", "Final-Recipient").rpartition(";")[2].strip(),
        status=_field(block, "Status").split(" ")[0],
        said=_field(block, "Diagnostic-Code").rpartition("smtp;")[2].strip()[:300],
        message_id=message_id,
        envelope=envelope,
        final=action == "failed",
    )


def _reported_id(raw: bytes) -> str:
    """The Message-ID of the mail that a report is about: of the message, or the headers, that it brings back."""
    for part in _parts(raw):
        match part.get_content_type():
            case "message/rfc822":
                inner = part.get_payload()
                first = inner[0] if isinstance(inner, list) and inner else None
                return _field(first, "Message-ID") if isinstance(first, Message) else ""
            case "text/rfc822-headers" | "message/rfc822-headers":
                return _field(message_from_bytes(_content(part).encode()), "Message-ID")
    return ""


def _field(block: Message, *names: str) -> str:
    """The first of these fields that is there, in one line."""
    value = next((str(block[name]) for name in names if block[name]), "")
    return " ".join(decoded(value[:8_192]).split())
