"""Who spoke, in what order: the turns of a transcript, whichever program wrote it."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from seguito.core.transcripts.cues import has_cues, spoken_in_cues
from seguito.core.transcripts.pieces import NAME, Piece, looks_like_name
from seguito.core.transcripts.talk import spoken_in_lines

_ENDS = re.compile(r"[.!?…][\"'”’»)]*\s*$")
_LONGEST = 2_000  # characters of one turn: who speaks on is begun anew, so that "at" stays near
_LABELLED = re.compile(NAME + r"\s?:\s")
_OFTEN = 2  # times that a beginning with a colon must come to be a name that nobody knows


@dataclass(frozen=True, slots=True)
class Turn:
    """What one person said in one go. `speaker`: as the transcript calls them; empty where it doesn't say.

    `at`: since the recording began, where it is told.
    """

    speaker: str
    text: str
    at: timedelta | None = None


def read_transcript(text: str, known: Callable[[str], bool]) -> tuple[Turn, ...]:
    """The turns of a .vtt, an .srt or a plain text, in their order. Reads what it can, never fails.

    `known`: whether somebody of this talk is called so; a name that nobody bears must stand before a colon twice.
    """
    text = text.removeprefix("\ufeff")
    named = _names_before_colons(text, known)
    pieces = spoken_in_cues(text, named) if has_cues(text) else spoken_in_lines(text, named)
    return tuple(_joined(pieces))


def _names_before_colons(text: str, known: Callable[[str], bool]) -> Callable[[str], bool]:
    """Whether words before a colon are a speaker: "Marco Rossi: …" and not "The point is: …"."""
    spoken = (found[1] for line in text.splitlines() if (found := _LABELLED.search(line[:120])))
    often = Counter(name for name in spoken if looks_like_name(name))
    return lambda name: looks_like_name(name) and (often[name] >= _OFTEN or known(name))


def _joined(pieces: Iterable[Piece]) -> Iterator[Turn]:
    """Pieces of one sentence are one turn: captions are cut where the line was full."""
    turn: Turn | None = None
    for piece in pieces:
        if not piece.text.strip():
            continue
        said = " ".join(piece.text.split())
        if turn and piece.speaker == turn.speaker and not _ENDS.search(turn.text) and len(turn.text) < _LONGEST:
            turn = Turn(turn.speaker, f"{turn.text} {said}", turn.at)
            continue
        if turn:
            yield turn
        turn = Turn(piece.speaker, said, piece.at)
    if turn:
        yield turn
