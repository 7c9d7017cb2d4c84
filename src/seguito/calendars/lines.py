"""The bytes of an iCalendar file as its lines: a name, parameters, a value (RFC 5545, 3.1).

Programs write it in every encoding, fold lines in the middle of a letter, double their newlines, forget quotes and
leave bare text between two properties. icalendar raises at some of these for the whole file and skips others in
silence (7.3), so the lines are read here; everything takes time and room in proportion to the bytes.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from seguito.calendars.mending import mended

_NEWLINES = re.compile(rb"[\r\n]+")
_FOLD = re.compile(rb"\r?\n[ \t]")
_BEGINNING = re.compile(r"[ \t]*([A-Za-z0-9-]{1,100})[ \t]*(?=[;:])")
_PARAMETER = re.compile(r'[ \t]*;[ \t]*([A-Za-z0-9-]*)[ \t]*(?:=[ \t]*("[^"]*"(?:[^;:"][^;:]*)?|[^;:]*))?')
# What really begins the value of a time or of an address, when an unquoted colon stands in a parameter before it:
# Exchange writes TZID=tzone://Microsoft/Utc and TZID=(UTC+01:00) Rome, people write CN=Giulia: HR.
_VALUE = re.compile(r":[ \t]*(?=mailto:|\d{8}(?:T\d{4,6}Z?)?[ \t]*$)", re.IGNORECASE)
_COLONS_MATTER = frozenset({"DTSTART", "DTEND", "RECURRENCE-ID", "ATTENDEE", "ORGANIZER"})
_ESCAPES = re.compile(r"\\([\\,;:nN\"])")
_CARETS = re.compile(r"\^([n^'])")
_MARKS = (  # longest first: the mark of UTF-32 begins with that of UTF-16
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One property. Names are in capitals; parameters without quotes; `raw` is the value as it was written."""

    name: str
    parameters: Mapping[str, str]
    raw: str

    @property
    def text(self) -> str:
        """The value as text: backslashes resolved, mojibake mended."""
        return mended(_ESCAPES.sub(lambda found: "\n" if found[1] in "nN" else found[1], self.raw)).strip()


def plain_bytes(data: bytes, charset: str = "") -> bytes:
    """The same file in UTF-8 without a mark, or in the single-byte encoding it came in.

    `charset`: what a mail said of it, believed only where the bytes are no UTF-8.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace").encode("utf-8")
    if b"\x00" in data[:64]:
        name = "utf-16-be" if data[:1] == b"\x00" else "utf-16-le"
        return data.decode(name, "replace").encode("utf-8", "replace")
    if charset and not _is_utf8(_FOLD.sub(b"", data)):
        try:
            return data.decode(charset, "replace").encode("utf-8", "replace")
        except (LookupError, ValueError):
            return data
    return data


def read_lines(data: bytes, wanted: frozenset[str]) -> Iterator[Line]:
    """The file's lines in order, unfolded. Only names in `wanted` are looked into; of others nothing is kept.

    A line with no property's beginning continues the text before it: somebody's program forgot to escape a newline.
    """
    pending = bytearray()
    for piece in _pieces(data):
        if piece[:1] in (b" ", b"\t"):
            pending += piece[1:]
        elif pending and not _BEGINNING.match(piece[:120].decode("latin-1")):
            pending += b"\\n" + piece
        else:
            yield from _line(bytes(pending), wanted)
            pending = bytearray(piece)
    yield from _line(bytes(pending), wanted)


def _pieces(data: bytes) -> Iterator[bytes]:
    """The lines as they stand in the file, empty ones left out: some programs double every newline."""
    at = 0
    for found in _NEWLINES.finditer(data):
        if found.start() > at:
            yield data[at : found.start()]
        at = found.end()
    if at < len(data):
        yield data[at:]


def _line(data: bytes, wanted: frozenset[str]) -> Iterator[Line]:
    begun = _BEGINNING.match(data[:120].decode("latin-1"))
    if not begun or (name := begun[1].upper()) not in wanted:
        return
    text = _decoded(data)
    parameters: dict[str, str] = {}
    at = begun.end()
    while found := _PARAMETER.match(text, at):
        at = found.end()
        written = found[2] or ""
        if name in _COLONS_MATTER and text[at : at + 1] == ":" and (later := _VALUE.search(text, at)):
            written, at = written + text[at : later.start()], later.start()
        if found[1]:
            parameters.setdefault(found[1].upper(), _parameter(written))
    yield Line(name, parameters, text[at:].lstrip(" \t").removeprefix(":").strip(" \t"))


def _parameter(written: str) -> str:
    bare = written.replace('\\"', "^'").replace('"', "").strip()
    bare = _CARETS.sub(lambda found: {"n": "\n", "^": "^", "'": '"'}[found[1]], bare)  # RFC 6868
    return mended(_ESCAPES.sub(lambda found: " " if found[1] in "nN" else found[1], bare))


def _decoded(data: bytes) -> str:
    """UTF-8, else Windows' Western European: the only other one that is common, and never wrong about ASCII."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace") if b"\xc3" not in data else _mixed(data)


def _mixed(data: bytes) -> str:
    """A line with letters in UTF-8 beside broken ones keeps the good letters, if there are any."""
    halves = data.decode("utf-8", "replace")
    western = data.decode("cp1252", "replace")
    return western if halves.count("�") >= sum(c > "\x7f" and c != "�" for c in halves) else halves


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
