"""Text that went through the wrong encoding, put right where the right one can be proved.

Every function takes time in proportion to its text.
"""

import base64
import binascii
import quopri
import re
import unicodedata
from urllib.parse import unquote_to_bytes

_WORD = re.compile(r"=\?([A-Za-z0-9_.:-]{1,40})(?:\*[A-Za-z-]*)?\?([BbQq])\?([^?\s]*)\?=")
_BETWEEN_WORDS = re.compile(r"(\?=)[ \t\r\n]+(?==\?)")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]{2,400}")
_ACCENTED = re.compile(r"\w?[^\x00-\x7f]{1,64}")  # in pieces: composing takes the square of a run of accents (CPython)
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})+")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ue000-\uf8ff]")


def mended(text: str) -> str:
    """The text as its author wrote it, as far as that can be proved; in composed form, without unseen characters."""
    if "=?" in text:
        text = _encoded_words(text)
    if not text.isascii():
        text = _ACCENTED.sub(lambda found: unicodedata.normalize("NFC", found[0]), _without_mojibake(text))
    return _UNSEEN.sub("", text)


def from_percents(text: str) -> str:
    """`Nicol%C3%B2` with its letters, where the percents are proper UTF-8."""
    return _PERCENT.sub(lambda found: _utf8_or(found[0], unquote_to_bytes(found[0])), text)


def _encoded_words(text: str) -> str:
    """MIME's encoded words (RFC 2047), which some programs put where iCalendar has none."""
    return _WORD.sub(_word, _BETWEEN_WORDS.sub(r"\1", text))


def _word(found: re.Match[str]) -> str:
    charset, way, body = found[1], found[2].upper(), found[3]
    try:
        if way == "B":
            data = base64.b64decode(body + "=" * (-len(body) % 4))
        else:
            data = quopri.decodestring(body.replace("_", "=20").encode("ascii"))
        return data.decode(charset)
    except (binascii.Error, LookupError, ValueError):
        return found[0]


def _without_mojibake(text: str) -> str:
    """`NicolÃ²` is UTF-8 read as Western European, once or twice."""
    for _ in range(2):
        again = _BEYOND_ASCII.sub(_reread, text)
        if again == text:
            return text
        text = again
    return text


def _reread(found: re.Match[str]) -> str:
    """The run read again as UTF-8, if it is nothing else but that and gives letters that names are written with."""
    run = found[0]
    try:
        data = b"".join(_western(letter) for letter in run)
        letters = data.decode("utf-8")
    except (UnicodeDecodeError, UnicodeEncodeError):
        return run
    return letters if all(map(_usual, letters)) else run


def _western(letter: str) -> bytes:
    """The letter's byte in Windows-1252, which leaves five bytes to Latin-1."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def _usual(letter: str) -> bool:
    """Letters of Europe's alphabets and its punctuation: what is worth believing of a second reading."""
    point = ord(letter)
    return 0xA0 <= point < 0x250 or 0x370 <= point < 0x530 or 0x1E00 <= point < 0x2070 or point == 0x20AC


def _utf8_or(otherwise: str, data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return otherwise
