"""A writer's hand: the three measures that say how much fits on a line and on a card."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from seguito.channels.card.room import width
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem

X_HEIGHT = 0.4  # of the em, in the handwriting face
MOST_X_HEIGHTS = 2.2  # a pitch below that many x-heights makes ascenders touch the line above
_LIMITS = {  # mm
    "x_height": (1.2, 6.0, N_("the height of small letters")),
    "pitch": (4.5, 20.0, N_("the distance from line to line")),
    "char": (1.0, 8.0, N_("the width of a letter")),
}
# A stretch of ordinary prose in both languages, to find the face's mean advance, spaces included.
_YARDSTICK = (
    "il treno delle sette era in ritardo e ne ho approfittato per rileggere gli appunti, then I walked home along the"
    " river and thought it over"
)


class HandUnlikely(Problem):
    id = "hand-unlikely"
    happened = N_("{value} mm is no hand’s measure for {measure}: it lies between {least} and {most} mm.")
    safe = N_("Your hand is kept as it was.")
    next_step = N_("Measure again, or print the strip once more: `seguito hand`.")
    on_page = N_("Measure again, or print the strip once more.")


class LinesTooClose(Problem):
    id = "lines-too-close"
    happened = N_("Letters {x_height} mm high need more than {pitch} mm from line to line: they would touch.")
    safe = N_("Your hand is kept as it was.")
    next_step = N_("Choose lines further apart, at least {least} mm.")


@dataclass(frozen=True, slots=True)
class Hand:
    """In millimetres: the height of an a or an n, from one line to the next, the mean width of a character.

    Raises HandUnlikely or LinesTooClose for measures that no hand has.
    """

    x_height: float = 2.4
    pitch: float = 8.0
    char: float = 2.3  # spaces included

    def __post_init__(self) -> None:
        for name, (least, most, called) in _LIMITS.items():
            value = getattr(self, name)
            if not (math.isfinite(value) and least <= value <= most):
                raise HandUnlikely(measure=Reason("T2.4", called), value=value, least=least, most=most)
        if self.pitch < MOST_X_HEIGHTS * self.x_height:
            least_pitch = math.ceil(MOST_X_HEIGHTS * self.x_height * 2) / 2
            raise LinesTooClose(x_height=self.x_height, pitch=self.pitch, least=least_pitch)

    @property
    def stretch(self) -> float:
        """How much wider this hand writes than the handwriting face does at the same x-height."""
        return self.char / (_mean_advance() * self.x_height / X_HEIGHT)

    def width(self, text: str) -> float:
        """How long `text` gets on paper, in mm: relative widths are the face's, their mean the writer's."""
        return _width(text) * self.char / _mean_advance()


def from_lines(lines: Sequence[str], line_mm: float, pitch: float, x_height: float) -> Hand:
    """The hand of somebody who copied a text on lines `line_mm` long, and had to break it so.

    Every line but the last tells two things: it was not too long, and the first word of the next one was. The width
    of a character lies between; where the lines disagree, nobody's hand being constant, their mean is taken.
    """
    pairs = list(pairwise(lines))
    if not pairs:
        raise TooFewLines
    widest = [line_mm / _width(line) for line, _ in pairs]
    narrowest = [line_mm / _width(f"{line} {following.split()[0]}") for line, following in pairs]
    low, high = max(narrowest), min(widest)
    if low > high:
        low, high = sum(narrowest) / len(pairs), sum(widest) / len(pairs)
    return Hand(x_height, pitch, round((low + high) / 2 * _mean_advance(), 3))


class TooFewLines(Problem):
    id = "too-few-lines"
    happened = N_("The sentence stands on one line: that tells too little of a hand.")
    safe = N_("Your hand is kept as it was.")
    next_step = N_("Write the whole sentence at your usual size, and tell each line's last word.")


def _width(text: str) -> float:
    """The text's length in the handwriting face, in ems."""
    return width("hand", text)


@lru_cache
def _mean_advance() -> float:
    """Of a character in the handwriting face, in ems."""
    return _width(_YARDSTICK) / len(_YARDSTICK)
