"""Plain text: what Meet, Teams, Zoom and others save, or what was copied from a window.

The speaker stands before a colon, or on a line of their own with the time before or after:
`Giulia Bianchi: …`, `10:03:21 Giulia Bianchi: …`, `[Giulia Bianchi] 10:03:21`, `Giulia Bianchi   0:03`.
"""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

from seguito.core.transcripts.pieces import CLOCK, NAME, Piece, looks_like_name, moment

_TIME = rf"[\[(]?(?P<time>{CLOCK.pattern})[\])]?"
_TIME_ALONE = re.compile(rf"\s*{_TIME}\s*")
_TIME_FIRST = re.compile(rf"\s*{_TIME}(?:\s+[-–—|])?\s+(?P<rest>\S.*)")
_HEADED = re.compile(rf"\[?(?P<name>[^\]:\d][^\]:]{{0,80}}?)\]?\s*[,|–—-]?\s*{_TIME}\s*:?\s*", re.DOTALL)
_LABELLED = re.compile(NAME + r"\s?:\s+(?P<said>\S.*)")
_ENDED = re.compile(rf".{{5,80}}\b(?:after|dopo) {CLOCK.pattern}\W*")  # "Transcription ended after 00:31:20"
_NAME_ALONE = re.compile(NAME + r"\s?:?\s*")


def spoken_in_lines(text: str, named: Callable[[str], bool]) -> Iterator[Piece]:
    """The pieces of speech, in the order of the file. What stands before the first speaker is no speech, unless
    nobody is named anywhere.
    """
    pieces = list(_pieces(text, named))
    somebody = any(piece.speaker for piece in pieces)
    yield from (piece for piece in pieces if piece.speaker or not somebody)


def _pieces(text: str, named: Callable[[str], bool]) -> Iterator[Piece]:
    speaker = ""
    at: timedelta | None = None
    for raw in text.splitlines():
        line = " ".join(raw.split())
        if alone := _TIME_ALONE.fullmatch(line):
            at = moment(CLOCK.fullmatch(alone["time"]))
            continue
        if _ENDED.fullmatch(line):
            continue
        if headed := _head(line):
            speaker, at = headed
            continue
        first = _TIME_FIRST.fullmatch(line)
        if first:
            at, line = moment(CLOCK.fullmatch(first["time"])), first["rest"]
            if _NAME_ALONE.fullmatch(line) and named(line.rstrip(" :")):
                speaker = line.rstrip(" :")
                continue
        labelled = _LABELLED.fullmatch(line)
        if labelled and named(labelled[1]):
            speaker, line = labelled[1], labelled["said"]
        yield Piece(speaker, line, at)


def _head(line: str) -> tuple[str, timedelta | None] | None:
    """A line that holds a name and a time, and nothing else."""
    found = _HEADED.fullmatch(line)
    if found is None or not looks_like_name(found["name"].strip()):
        return None
    return found["name"].strip(), moment(CLOCK.fullmatch(found["time"]))
