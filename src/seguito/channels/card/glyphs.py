"""Which characters the stationery's faces hold. Typst prints a box for any other, and says nothing (0.15)."""

import json
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from seguito.core.reasons import Reason
from seguito.errors import N_, Problem

SERIF, SMALL, ITALIC = "EBGaramond12-Regular.otf", "EBGaramond08-Regular.otf", "EBGaramond12-Italic.otf"
SANS, HAND = "AlegreyaSans-Regular.ttf", "Caveat-Regular.ttf"
_AROUND = 12


class MissingGlyph(Problem):
    id = "missing-glyph"
    happened = N_(
        "{where} has “{character}” ({name}) in “{excerpt}”, character {position}: no face of the stationery holds it."
    )
    safe = N_("Nothing was printed.")
    next_step = N_("Write it in letters, or leave it out of what is printed.")


@dataclass(frozen=True, slots=True)
class Printed:
    """A text that shall be printed: in which face, and what to call it when something in it can't be."""

    text: str
    face: str
    where: Reason


THE_NOTE = Reason("T2.4", N_("The note"))
THE_FOOT = Reason("T2.4", N_("The line at the foot"))
THE_SUBJECT = Reason("T2.4", N_("The subject"))


def the_address(person: str) -> Reason:
    return Reason("T2.4", N_("The address of {person}"), {"person": person})


def require(texts: Iterator[Printed]) -> None:
    """Raises MissingGlyph for the first character that its face does not hold."""
    for printed in texts:
        held = coverage(printed.face)
        for position, character in enumerate(printed.text):
            if character != "\n" and ord(character) not in held:
                raise _missing(printed, position)


@lru_cache
def coverage(face: str) -> frozenset[int]:
    """The code points of a face's characters."""
    ranges = (run.partition("-") for run in _ranges()[face].split())
    return frozenset(code for low, _, high in ranges for code in range(int(low, 16), int(high or low, 16) + 1))


@lru_cache
def _ranges() -> Mapping[str, str]:
    held: dict[str, str] = json.loads(files(__package__).joinpath("fonts", "coverage.json").read_text(encoding="utf-8"))
    return held


def _missing(printed: Printed, position: int) -> MissingGlyph:
    character = printed.text[position]
    return MissingGlyph(
        where=printed.where,
        character=character,
        name=f"U+{ord(character):04X} {unicodedata.name(character, '?').lower()}",
        excerpt=_excerpt(printed.text, position),
        position=position + 1,
    )


def _excerpt(text: str, position: int) -> str:
    """The words around the character, so that its place is found at a glance."""
    start = text.rfind(" ", 0, max(0, position - _AROUND)) + 1
    end = text.find(" ", position + _AROUND)
    shown = text[max(start, position - 3 * _AROUND) : min(end if end > 0 else len(text), position + 3 * _AROUND)]
    return " ".join(shown.split())
