"""WebVTT and SubRip: cues with times. Read leniently, as one form: a hand has often been in them.

WebVTT: https://www.w3.org/TR/webvtt1/. Teams names the speaker in `<v Name>`; in Zoom's a name and a colon begin a cue.
"""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from html import unescape

from seguito.core.transcripts.pieces import CLOCK, NAME, Piece, moment

_TIMES = re.compile(rf"\s*{CLOCK.pattern}\s*-->\s*\d", re.ASCII)
_VOICE = re.compile(r"<v(?:\.[^\s>]{1,80})?\s+([^>\n]{1,200})>")
_TAG = re.compile(r"</?[a-z\d][^<>\n]{0,200}>", re.IGNORECASE)
_LABELLED = re.compile(NAME + r"\s?:\s+")
_DASHES = ("- ", "– ", "— ")
_NOT_SPOKEN = ("WEBVTT", "NOTE", "STYLE", "REGION")


def has_cues(text: str) -> bool:
    return text.startswith("WEBVTT") or any(_TIMES.match(line) for line in text.splitlines() if "-->" in line)


def spoken_in_cues(text: str, named: Callable[[str], bool]) -> Iterator[Piece]:
    """The pieces of speech, in the order of the file. Headers, notes, styles and cue numbers are no speech."""
    speaker = ""
    at: timedelta | None = None
    for block in _blocks(text):
        timed = next((n for n, line in enumerate(block) if _TIMES.match(line)), None)
        if timed is not None:
            at = moment(CLOCK.search(block[timed]))
        elif at is None or block[0].startswith(_NOT_SPOKEN):
            continue
        for name, said in _said(block if timed is None else block[timed + 1 :], speaker, named):
            yield Piece(name, said, at)
            speaker = name


def _blocks(text: str) -> Iterator[list[str]]:
    block: list[str] = []
    for line in [*text.splitlines(), ""]:
        if line.strip():
            block.append(line.strip())
        elif block:
            yield block
            block = []


def _said(lines: list[str], speaker: str, named: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    """Speaker and words. A cue that names nobody goes on with whoever spoke: programs leave the name out then."""
    for line in lines:
        before, *voiced = _VOICE.split(line)
        if said := _plain(before):
            if said.startswith(_DASHES):  # subtitles mark so that somebody else speaks
                speaker, said = "", said[1:].lstrip()
            speaker, said = _labelled(said, speaker, named)
            yield speaker, said
        for name, said in zip(voiced[::2], voiced[1::2], strict=True):
            speaker = unescape(name).strip()
            yield speaker, _plain(said)


def _labelled(line: str, speaker: str, named: Callable[[str], bool]) -> tuple[str, str]:
    found = _LABELLED.match(line)
    if found and named(found[1]):
        return found[1], line[found.end() :]
    return speaker, line


def _plain(marked: str) -> str:
    return unescape(_TAG.sub("", marked)).strip()
