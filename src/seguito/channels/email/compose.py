"""The bytes of a note, made once: headers by hand, words in UTF-8, nothing above seven bits.

No line is longer than 76 characters where that may be, so nothing on the way has a reason to change it. The standard
library's own folding is not used: it has split long identifiers and lost commas in encoded names, differently in each
version, and these bytes are frozen for good.
"""

import base64
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime

from seguito.channels.email.addresses import Mailbox, header_text, mailbox
from seguito.errors import N_, Problem

LONGEST_LINE = 76  # RFC 2047, 2: of a header that holds an encoded word
LONGEST_WORD = 64  # leaves room for "Subject: " before the first
MOST_REFERENCES = 20  # the first and the latest ones; a thread needs no more

_SPECIAL_FREE = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")
_MESSAGE_ID = re.compile(r"<[!-;=?-~]{1,246}>")
_Q_PLAIN = frozenset(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/")  # RFC 2047, 5 (3)
_BODY_LINE = 73  # a soft "=" and a masked "From " still fit into 76


class WordsNotMailable(Problem):
    id = "words-not-mailable"
    happened = N_("The words hold half a character (a surrogate), which no mail can carry.")
    safe = N_("Nothing was sent or changed.")
    next_step = N_("Type the place again where it is broken: {place}.")


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What its author said yes to, checked: these values can be mailed, and no header breaks out of its line."""

    sender: Mailbox
    recipients: tuple[Mailbox, ...]
    subject: str
    text: str
    message_id: str
    in_reply_to: str = ""
    references: tuple[str, ...] = ()


def outgoing(
    sender: str,
    recipients: Iterable[str],
    subject: str,
    text: str,
    message_id: str,
    in_reply_to: str = "",
    references: Iterable[str] = (),
) -> Outgoing:
    """Check at the door, before anybody says yes, everything that will be in the mail.

    Raises `AddressNotMailable`, `HeaderRefused`, `WordsNotMailable`. A foreign Message-ID that is none is left out:
    that loses a thread, and nothing else.
    """
    return Outgoing(
        sender=mailbox(sender),
        recipients=tuple(mailbox(one) for one in recipients),
        subject=header_text(subject),
        text=_mailable_words(text),
        message_id=message_id,
        in_reply_to=in_reply_to if _MESSAGE_ID.fullmatch(in_reply_to) else "",
        references=tuple(one for one in references if _MESSAGE_ID.fullmatch(one)),
    )


def message_id(chance: str, sender: str) -> str:
    """A Message-ID in the sender's own domain. `chance`: letters and digits that nobody had before."""
    domain = mailbox(sender).domain if sender else "seguito.invalid"
    return f"<{chance}@{domain}>"


def compose(words: Outgoing, delivery: str, date: datetime, more: Iterable[str] = ()) -> bytes:
    """The whole message. `date`: aware, and frozen with it: a copy sent again on a person's word is the same mail.

    `delivery` stands in a header of our own, which survives a server that makes a Message-ID of its own. `more`:
    headers of what no person wrote.
    """
    encoding, body = _body(words.text)
    headers = [
        _header("From", _address_tokens((words.sender,))),
        _header("To", _address_tokens(words.recipients)),
        _header("Subject", _text_tokens(words.subject)) if words.subject else "",
        f"Date: {format_datetime(date.replace(microsecond=0))}",
        f"Message-ID: {words.message_id}",
        _header("In-Reply-To", [words.in_reply_to]) if words.in_reply_to else "",
        _header("References", _latest(words.references)) if words.references else "",
        f"X-Seguito-Delivery: {delivery}",
        *more,
        "MIME-Version: 1.0",
        'Content-Type: text/plain; charset="utf-8"',
        f"Content-Transfer-Encoding: {encoding}",
    ]
    head = "".join(f"{header}\r\n" for header in headers if header)
    return f"{head}\r\n{body}".encode("ascii")


def _mailable_words(text: str) -> str:
    """The words with one kind of line end. Raises `WordsNotMailable`."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        around = text[max(0, error.start - 20) : error.end + 20]
        raise WordsNotMailable(place=around.encode("ascii", "backslashreplace").decode()) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _latest(references: Sequence[str]) -> Sequence[str]:
    if len(references) <= MOST_REFERENCES:
        return references
    return [references[0], *references[1 - MOST_REFERENCES :]]


def _header(name: str, tokens: Sequence[str]) -> str:
    """A header, folded between its tokens; unfolding gives back one blank between them."""
    lines = [f"{name}:"]
    for token in tokens:
        if len(lines[-1]) + 1 + len(token) > LONGEST_LINE and not lines[-1].endswith(":"):
            lines.append("")
        lines[-1] += f" {token}"
    return "\r\n".join(lines)


def _text_tokens(text: str) -> list[str]:
    words = text.split(" ")
    if text.isascii() and text.isprintable() and "=?" not in text and max(map(len, words)) <= LONGEST_WORD:
        return words
    return _encoded_words(text)


def _address_tokens(boxes: Sequence[Mailbox]) -> list[str]:
    tokens: list[str] = []
    for box in boxes:
        address = f"<{box.address}>" if box.name else box.address
        tokens += [*_phrase_tokens(box.name), f"{address},"]
    return [*tokens[:-1], tokens[-1].rstrip(",")] if tokens else []


def _phrase_tokens(name: str) -> list[str]:
    if not name:
        return []
    tokens = _text_tokens(name)
    if tokens != name.split(" ") or _SPECIAL_FREE.fullmatch(name):
        return tokens
    quoted = '"{}"'.format(name.replace("\\", "\\\\").replace('"', '\\"'))
    return [quoted] if len(quoted) <= LONGEST_WORD else _encoded_words(name)


def _encoded_words(text: str) -> list[str]:
    """RFC 2047 in UTF-8, in the shorter of its two forms; no character is cut in two."""
    octets = text.encode()
    q_length = sum(1 if octet in _Q_PLAIN or octet == 32 else 3 for octet in octets)
    if q_length <= -(-len(octets) // 3) * 4:
        room = LONGEST_WORD - len("=?utf-8?q??=")
        return [f"=?utf-8?q?{piece}?=" for piece in _filled(map(_q, text), room)]
    room = (LONGEST_WORD - len("=?utf-8?b??=")) // 4 * 3
    pieces: list[bytes] = []
    piece = b""
    for letter in text:
        if len(piece) + len(letter.encode()) > room:
            pieces, piece = [*pieces, piece], b""
        piece += letter.encode()
    return [f"=?utf-8?b?{base64.b64encode(one).decode()}?=" for one in [*pieces, piece]]


def _q(letter: str) -> str:
    if letter == " ":
        return "_"
    return "".join(chr(octet) if octet in _Q_PLAIN else f"={octet:02X}" for octet in letter.encode())


def _filled(parts: Iterable[str], room: int) -> list[str]:
    """Put the parts one after another into pieces of at most `room`."""
    pieces = [""]
    for part in parts:
        if len(pieces[-1]) + len(part) > room:
            pieces.append("")
        pieces[-1] += part
    return pieces


def _body(text: str) -> tuple[str, str]:
    """The words, with one line end after the last of them, in the shorter of two encodings.

    Paragraphs keep their length: quoted-printable breaks lines so that every reader joins them again.
    """
    whole = text if text.endswith("\n") else f"{text}\n"
    quoted = "".join(f"{_quoted_printable(line)}\r\n" for line in whole[:-1].split("\n"))
    octets = whole.replace("\n", "\r\n").encode()
    if len(quoted) <= len(octets) * 1.4:
        return "quoted-printable", quoted
    packed = base64.b64encode(octets).decode()
    lines = (packed[start : start + LONGEST_LINE] for start in range(0, len(packed), LONGEST_LINE))
    return "base64", "".join(f"{line}\r\n" for line in lines)


def _quoted_printable(line: str) -> str:
    letters = [_printable(letter) for letter in line]
    if letters and letters[-1] in " \t":
        letters[-1] = f"={ord(letters[-1]):02X}"
    pieces = _filled(letters, _BODY_LINE)
    # "From " at a line's start is what mbox files take for the beginning of the next mail.
    return "=\r\n".join(f"=46{piece[1:]}" if piece.startswith("From ") else piece for piece in pieces)


def _printable(letter: str) -> str:
    if (" " <= letter <= "~" or letter == "\t") and letter != "=":
        return letter
    return "".join(f"={octet:02X}" for octet in letter.encode())
