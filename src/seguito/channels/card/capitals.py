"""Capitals as drawings: outlines of cap height 1000, y downwards, baseline at 0.

A monogram is made of outlines and not of text: nothing is added to what a reader, or a search, finds on the card, and
the box of the ink is exact, which is what optical centring needs. `tools/draw_letters.py` draws them from the fonts.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

CAP = 1000.0
_COMMAND = re.compile(r"([MLHVCQZ])([^MLHVCQZ]*)")
_NUMBER = re.compile(r"-?\d+")
_STEPS = 12  # straight pieces of a curve, fine enough to look for crossings

Point = tuple[float, float]
Box = tuple[float, float, float, float]
Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Capital:
    """A letter where it stands in a monogram: scaled by `scale`, moved by `dx` and `dy`."""

    path: str
    at_origin: Box
    ink: float  # area, at scale 1
    mean: float  # mean x of the ink, at scale 1
    scale: float = 1.0
    dx: float = 0.0
    dy: float = 0.0

    def moved(self, dx: float, dy: float = 0.0) -> "Capital":
        return Capital(self.path, self.at_origin, self.ink, self.mean, self.scale, dx, dy)

    @property
    def box(self) -> Box:
        """Left, top, right, bottom of the ink."""
        x0, y0, x1, y1 = self.at_origin
        k = self.scale
        return (k * x0 + self.dx, k * y0 + self.dy, k * x1 + self.dx, k * y1 + self.dy)

    @property
    def width(self) -> float:
        return self.box[2] - self.box[0]

    @property
    def area(self) -> float:
        return self.ink * self.scale**2

    @property
    def mean_x(self) -> float:
        return self.mean * self.scale + self.dx

    def svg(self, attributes: str) -> str:
        """The letter as an SVG path with these attributes."""
        k = f"{self.scale:.4g}"
        return f'<path transform="matrix({k} 0 0 {k} {self.dx:.1f} {self.dy:.1f})" d="{self.path}" {attributes}/>'

    def spans(self, y: float) -> list[Span]:
        """Where a horizontal line at `y` runs through ink, from left to right (non-zero winding)."""
        at = (y - self.dy) / self.scale
        hits = sorted(_crossings(_flattened(self.path), at))
        spans: list[Span] = []
        winding, start = 0, 0.0
        for x, turn in hits:
            if winding == 0:
                start = x
            winding += turn
            if winding == 0:
                spans.append((self.scale * start + self.dx, self.scale * x + self.dx))
        return spans


def capital(cut: str, letter: str, scale: float = 1.0) -> Capital | None:
    """The outline of a letter at the origin, or None where the face of that cut has none."""
    found = _outlines("script" if cut == "script" else "plain").get(letter)
    if found is None:
        return None
    path, box, ink, mean = found
    return Capital(path, (box[0], box[1], box[2], box[3]), ink, mean, scale)


@lru_cache
def _outlines(face: str) -> Mapping[str, Any]:
    drawn: dict[str, Any] = json.loads(
        files(__package__).joinpath("fonts", f"capitals-{face}.json").read_text(encoding="utf-8")
    )
    return drawn


def _crossings(rings: list[list[Point]], y: float) -> Iterator[tuple[float, int]]:
    """Where the outline crosses the line, and whether downwards (1) or upwards (-1)."""
    for ring in rings:
        for (x0, y0), (x1, y1) in zip(ring, [*ring[1:], ring[0]], strict=True):
            if (y0 <= y) != (y1 <= y):
                yield x0 + (y - y0) / (y1 - y0) * (x1 - x0), 1 if y1 > y0 else -1


@lru_cache(maxsize=16)
def _flattened(path: str) -> list[list[Point]]:
    """The outline's rings as polygons."""
    rings: list[list[Point]] = []
    for command, written in _COMMAND.findall(path):
        n = [float(number) for number in _NUMBER.findall(written)]
        if command == "M":
            rings.append([(n[0], n[1])])
            n = n[2:]  # further pairs are lines
        if command in "ML":
            rings[-1].extend(zip(n[::2], n[1::2], strict=True))
        elif command == "H":
            rings[-1].extend((x, rings[-1][-1][1]) for x in n)
        elif command == "V":
            rings[-1].extend((rings[-1][-1][0], y) for y in n)
        elif command in "CQ":
            degree = 3 if command == "C" else 2
            points = list(zip(n[::2], n[1::2], strict=True))
            for first in range(0, len(points), degree):
                rings[-1].extend(_curve([rings[-1][-1], *points[first : first + degree]]))
    return rings


def _curve(points: list[Point]) -> Iterator[Point]:
    """A Bézier curve as straight pieces, by de Casteljau's rule, without its beginning."""
    for step in range(1, _STEPS + 1):
        t = step / _STEPS
        row = points
        while len(row) > 1:
            row = [((1 - t) * a[0] + t * b[0], (1 - t) * a[1] + t * b[1]) for a, b in pairwise(row)]
        yield row[0]
