"""The head of a mail as a letter: from bytes that anybody may have sent."""

import re
from datetime import datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import parseaddr

from seguito.core.correspondence.letters import Letter

MOST_OF_A_HEAD = 65_536  # bytes
_MOST_FIELDS = 200
_MOST_OF_A_FIELD = 8_192  # bytes
_MOST_THREADS = 50
_LONGEST_SHOWN = 500  # characters

WANTED = (
    *("MESSAGE-ID", "IN-REPLY-TO", "REFERENCES", "FROM", "SUBJECT", "CONTENT-TYPE", "RETURN-PATH"),
    *("AUTO-SUBMITTED", "PRECEDENCE", "LIST-ID", "X-AUTO-RESPONSE-SUPPRESS", "X-AUTOREPLY", "X-AUTORESPOND"),
)
_ID = re.compile(r"<[^<>\s]{1,250}>")
_MACHINES = frozenset({"bulk", "junk", "auto_reply"})


def letter_of(head: bytes, at: datetime) -> Letter:
    """What a mail's head says. `at`: when the server received it; what the mail itself claims is not trusted."""
    fields = _fields(head)
    name, address = _sender(fields.get("from", ""))
    content = fields.get("content-type", "").lower()
    return Letter(
        message_id=next(iter(_ids(fields.get("message-id", ""))), ""),
        threads=_threads(fields),
        sender=name or address,
        address=address.lower(),
        subject=_shown(fields.get("subject", "")),
        at=at,
        by_machine=_by_machine(fields),
        to_many="list-id" in fields,
        is_report=content.lstrip().startswith("multipart/report"),
    )


def decoded(text: str) -> str:
    """RFC 2047, forgiving: what cannot be decoded stays as it came."""
    try:
        pieces = [
            piece.decode(charset or "ascii", "replace") if isinstance(piece, bytes) else piece
            for piece, charset in decode_header(text)
        ]
    except (HeaderParseError, LookupError, ValueError, AttributeError):
        return text
    return "".join(pieces)


def _fields(head: bytes) -> dict[str, str]:
    """The fields by their names in lower case; of one that stands twice the upper, which is the newer."""
    fields: dict[str, bytes] = {}
    name = ""
    for line in head[:MOST_OF_A_HEAD].splitlines():
        if line[:1] in (b" ", b"\t"):
            if name and len(fields[name]) < _MOST_OF_A_FIELD:
                fields[name] += b" " + line.strip()
            continue
        left, colon, right = line.partition(b":")
        key = left.strip().lower().decode("ascii", "replace")
        name = key if colon and key not in fields and len(fields) < _MOST_FIELDS else ""
        if name:
            fields[name] = right.strip()
    return {key: _text(value[:_MOST_OF_A_FIELD]) for key, value in fields.items()}


def _text(value: bytes) -> str:
    """Headers are ASCII, or UTF-8 (RFC 6532), or whatever some program wrote."""
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")


def _sender(value: str) -> tuple[str, str]:
    try:
        name, address = parseaddr(value)
    except (RecursionError, ValueError, IndexError):
        return "", ""
    return _shown(name), address


def _shown(value: str) -> str:
    """Decoded, in one line of bounded length."""
    return " ".join("".join(c if c.isprintable() else " " for c in decoded(value)).split())[:_LONGEST_SHOWN]


def _ids(value: str) -> list[str]:
    return _ID.findall(value)


def _threads(fields: dict[str, str]) -> tuple[str, ...]:
    """In-Reply-To first; References begins with the oldest."""
    nearest = [*_ids(fields.get("in-reply-to", "")), *reversed(_ids(fields.get("references", "")))]
    return tuple(dict.fromkeys(nearest))[:_MOST_THREADS]


def _by_machine(fields: dict[str, str]) -> bool:
    """RFC 3834, and what programs wrote before it."""
    submitted = fields.get("auto-submitted", "no").partition(";")[0].strip().lower()
    return (
        submitted != "no"
        or fields.get("precedence", "").strip().lower() in _MACHINES
        or fields.get("return-path", "").replace(" ", "") == "<>"
        or not fields.keys().isdisjoint({"x-auto-response-suppress", "x-autoreply", "x-autorespond"})
    )
