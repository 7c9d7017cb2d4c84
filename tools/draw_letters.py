"""Draw from the stationery's fonts what the program needs to know of them without opening them.

    python tools/draw_letters.py            # writes the files again
    python tools/draw_letters.py --check    # fails when a font and its file disagree

`coverage.json`: which characters each face holds. `widths-*.json`: how wide the letters are of those faces whose lines
are reckoned before they are drawn.
`capitals-*.json`: the capitals that monograms are made of, as outlines of cap height 1000 with y downwards:
path, box, area of the ink, its mean x. Opening a font for these takes 60 to 150 ms, reading the files 3 ms.
"""

import argparse
import json
import sys
import unicodedata
from pathlib import Path
from typing import Any

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.momentsPen import MomentsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parents[1] / "src" / "seguito" / "channels" / "card" / "fonts"
MEASURED = {"serif": "EBGaramond12-Regular.otf", "sans": "AlegreyaSans-Regular.ttf", "hand": "Caveat-Regular.ttf"}
CAPITALS = {"plain": "EBGaramond12-Regular.otf", "script": "PinyonScript-Regular.ttf"}
CAP_HEIGHT = 1000


def coverage() -> dict[str, str]:
    """Each face's characters as ranges of code points: "20-7e a0-17f"."""
    faces = sorted([*FONTS.glob("*.ttf"), *FONTS.glob("*.otf")])
    return {face.name: _ranges(sorted(_font(face.name).getBestCmap())) for face in faces}


def widths(face: str) -> dict[str, float]:
    """Advance widths in a face, in thousandths of an em."""
    font = _font(face)
    em = font["head"].unitsPerEm
    advances = font["hmtx"]
    return {chr(code): round(advances[name][0] * 1000 / em) for code, name in sorted(font.getBestCmap().items())}


def capitals(face: str) -> dict[str, list[Any]]:
    font = _font(face)
    glyphs = font.getGlyphSet()
    scale = CAP_HEIGHT / font["OS/2"].sCapHeight
    drawn = {}
    for code, name in sorted(font.getBestCmap().items()):
        if unicodedata.category(chr(code)) == "Lu" and (code < 0x530 or 0x1E00 <= code < 0x1F00):
            drawn[chr(code)] = _outline(glyphs, name, scale)
    return drawn


def _outline(glyphs: Any, name: str, scale: float) -> list[Any]:
    bounds, moments = BoundsPen(glyphs), MomentsPen(glyphs)
    path = SVGPathPen(glyphs, lambda number: f"{number:.0f}")
    for pen in (bounds, moments, path):
        glyphs[name].draw(TransformPen(pen, (scale, 0, 0, -scale, 0, 0)))
    area = moments.area or 1
    return [
        path.getCommands(),
        [round(edge) for edge in bounds.bounds],
        round(abs(area)),
        round(moments.momentX / area),
    ]


def _ranges(codes: list[int]) -> str:
    runs: list[list[int]] = []
    for code in codes:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return " ".join(f"{first:x}" if first == last else f"{first:x}-{last:x}" for first, last in runs)


def _font(name: str) -> TTFont:
    return TTFont(FONTS / name, lazy=True)


def documents() -> dict[str, str]:
    """Every file by its name, one entry a line so that a change of font can be read."""
    tables: dict[str, dict[str, Any]] = {"coverage.json": coverage()}
    tables |= {f"widths-{name}.json": widths(face) for name, face in MEASURED.items()}
    tables |= {f"capitals-{cut}.json": capitals(face) for cut, face in CAPITALS.items()}
    return {name: _lines(table) for name, table in tables.items()}


def _lines(table: dict[str, Any]) -> str:
    entries = (f"{json.dumps(key, ensure_ascii=False)}: {json.dumps(value)}" for key, value in table.items())
    return "{\n" + ",\n".join(entries) + "\n}\n"


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    stale = [name for name, text in documents().items() if not _is_current(FONTS / name, text)]
    for name in stale:
        if not check:
            (FONTS / name).write_text(documents()[name], encoding="utf-8")
        print(f"{'stale' if check else 'written'}: {name}")
    return int(check and bool(stale))


def _is_current(file: Path, text: str) -> bool:
    return file.is_file() and file.read_text(encoding="utf-8") == text


if __name__ == "__main__":
    sys.exit(main())
