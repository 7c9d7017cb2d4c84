"""What a transcript is made of: a piece of speech, a name, a time."""

import re
from dataclasses import dataclass
from datetime import timedelta

_CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})(?:[.,](\d{1,3}))?"
CLOCK = re.compile(_CLOCK)
NAME = r"((?:[^\W\d_][\w.'’()&@|/-]*)(?: [\w.'’()&@|/-]+){0,6})"  # bounded: a line is tried once for each of its words
_MOST_WORDS = 6
_ENDS_A_SENTENCE = re.compile(r"\w{4,}\.|[.!?] ")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of one speaker, as they stand in the file. `speaker` empty: nobody is named."""

    speaker: str
    text: str
    at: timedelta | None = None


def moment(match: re.Match[str] | None) -> timedelta | None:
    """`1:02:03.5`, `02:03` as time since the beginning."""
    if match is None:
        return None
    hours, minutes, seconds, part = match[1], match[2], match[3], match[4]
    return timedelta(
        hours=int(hours or 0), minutes=int(minutes), seconds=int(seconds), milliseconds=int((part or "0").ljust(3, "0"))
    )


def looks_like_name(text: str) -> bool:
    """Marco, Giulia Bianchi (HR), Speaker 1, MARIO ROSSI; not "So the thing is"."""
    words = text.split()
    if not 0 < len(words) <= _MOST_WORDS or _ENDS_A_SENTENCE.search(text):
        return False
    small = [word for word in words if word[0].islower() and len(word) > 3]
    return words[0][0].isupper() and not small
