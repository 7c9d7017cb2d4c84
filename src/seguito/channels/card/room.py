"""How much room words take, reckoned from the faces' widths before anything is drawn.

Kerning and ligatures are not reckoned with: a line comes out up to a few hundredths wider or narrower.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from seguito.channels.card.words import Parts

MM = 72 / 25.4  # points
LINE = 1.34  # of the type's size: a line of the card with its leading
_MARGIN = 1.08  # what a line may come out wider
_TRACKING = 0.015  # of the address, in ems
_ADDRESS_LINE = 1.3


def width(face: str, text: str) -> float:
    """The text's length in ems. `face`: serif, sans or hand; a letter that it lacks counts as an n."""
    widths = _widths(face)
    return sum(widths.get(letter, widths["n"]) for letter in text) / 1000


@dataclass(frozen=True, slots=True)
class Guess:
    """How a note will probably be set. `size`: in which of `type_sizes`; `sure`: in the largest, whatever way its lines
    are broken, so that nobody need measure it. The drawing measures all others."""

    size: int
    sure: bool


def type_sizes(bounds: Sequence[float]) -> list[float]:
    """The sizes of type between the largest and the smallest, in points, a quarter apart."""
    largest, smallest = bounds
    return [largest - step / 4 for step in range(round((largest - smallest) * 4) + 1)]


def guess_size(parts: Parts, sheet: Mapping[str, Any], bottom: float) -> Guess:
    """How the note will be set on that card. `bottom`: its margin, in mm."""
    sizes = type_sizes(sheet["sizes"])
    room = (sheet["height"] - sheet["top"] - bottom) * MM
    if _height(parts, sheet, sizes[0], _MARGIN) + LINE * sizes[0] <= room:  # a line more, for other breaks
        return Guess(0, sure=True)
    fits = (at for at, size in enumerate(sizes) if _height(parts, sheet, size, 1.0) <= room)
    return Guess(next(fits, len(sizes) - 1), sure=False)


def _height(parts: Parts, sheet: Mapping[str, Any], size: float, margin: float) -> float:
    """The note's height in points; `margin`: how much wider than reckoned a word may come out."""
    measure = (sheet["width"] - 2 * sheet["side"]) * MM / size
    lines = sum(_lines(line, measure, margin) for text in parts.texts for line in text.split("\n"))
    signature = sheet["signature"] * MM if parts.closing or parts.name else 0.0
    gaps = 0.3 + 0.8 * len(parts.postscript)  # beyond a line's own, after the greeting, before closing and postscript
    return (lines * LINE + gaps) * size + signature


def _lines(text: str, measure: float, margin: float) -> int:
    """Lines that the words fill when each takes what fits, none divided."""
    lines, at = 1, 0.0
    for word in text.split():
        length = width("serif", word + " ") * margin
        if at and at + length > measure:
            lines, at = lines + 1, 0.0
        lines += math.floor(length / measure)
        at = (at + length) % measure
    return lines


@dataclass(frozen=True, slots=True)
class Placed:
    """An address on an envelope: the size of its type in points, its upper left corner and its extent in mm."""

    size: float
    x: float
    y: float
    width: float
    height: float


def place_address(
    lines: Sequence[str], face: str, sheet: Mapping[str, float], zones: Mapping[str, float], sizes: Sequence[float]
) -> Placed:
    """The address in the largest type that its field holds, else in the smallest, over its edges.

    Its left edge stands right of the envelope's middle; a long line moves it left, many lines move it up.
    """
    room, tall = room_for_address(sheet, zones)
    extents = [(size, *_extent(lines, face, size)) for size in type_sizes(sizes)]
    size, wide, high = next((found for found in extents if found[1] <= room and found[2] <= tall), extents[-1])
    x = max(zones["edge"], min(sheet["width"] * 0.46, sheet["width"] - zones["edge"] - 3 - wide))
    y = max(zones["top"] + 2, min(sheet["height"] * 0.47, sheet["height"] - zones["bottom"] - 2.5 - high))
    return Placed(size, x, y, wide, high)


def room_for_address(sheet: Mapping[str, float], zones: Mapping[str, float]) -> tuple[float, float]:
    """Width and height of the field that is left to an address, in mm."""
    return sheet["width"] - 2 * zones["edge"], sheet["height"] - zones["top"] - zones["bottom"] - 4.5


def _extent(lines: Sequence[str], face: str, size: float) -> tuple[float, float]:
    ems = max((width(face, line) + _TRACKING * len(line) for line in lines), default=0.0)
    return ems * 1.02 * size / MM, (len(lines) * _ADDRESS_LINE - 0.3) * size / MM


@lru_cache
def _widths(face: str) -> Mapping[str, float]:
    file = files(__package__).joinpath("fonts", f"widths-{face}.json")
    widths: dict[str, float] = json.loads(file.read_text(encoding="utf-8"))
    return widths
