"""Lots of whole notes in which slips and traps are marked: how many are found, how many right notes are asked about."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from seguito.core.looks.finding import Finding
from seguito.core.looks.names import look_at_names
from seguito.core.looks.told import context_told
from seguito.languages.names import name_words_of

FOLDER = Path(__file__).parent / "notes"
_MARK = re.compile(r"⟦(?P<words>[^|⟧]*)\|(?P<rules>[A-Z_/]+)(?:\|[^⟧]*)?⟧")
_FACT = re.compile(r"\{(\w+)=([^}]*)\}")


@dataclass(frozen=True, slots=True)
class Mark:
    start: int
    end: int
    rules: tuple[str, ...]  # the first is the one that is meant, the others say it as well


@dataclass(frozen=True, slots=True)
class Note:
    why: str
    known: dict[str, Any]
    text: str
    marks: tuple[Mark, ...]

    @property
    def findings(self) -> list[Finding]:
        """What holds the note back."""
        words = name_words_of(self.known["lang"])
        return [f for f in look_at_names(self.text, context_told(self.known), words) if f.holds_back]


def lots() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.txt"))


@lru_cache
def notes_of(lot: str) -> tuple[Note, ...]:
    casts = tomllib.loads((FOLDER / f"{lot}_casts.toml").read_text("utf-8"))
    return tuple(_notes((FOLDER / f"{lot}.txt").read_text("utf-8"), casts))


def is_found(mark: Mark, findings: list[Finding]) -> bool:
    """One of the mark's rules lies on some of its words."""
    return any(
        f.rule in mark.rules and f.start is not None and f.end is not None and f.start < mark.end and mark.start < f.end
        for f in findings
    )


def _notes(file: str, casts: dict[str, Any]) -> Iterator[Note]:
    cast: dict[str, Any] = {}
    for line in file.splitlines():
        if line.startswith("["):
            cast = casts[line.strip("[]")]
        elif line and not line.startswith("#"):
            why, text = line.split(" :: ", 1)
            yield _note(why, {**cast, **dict(_FACT.findall(why))}, text.replace(" // ", "\n\n").replace(" / ", "\n"))


def _note(why: str, known: dict[str, Any], marked: str) -> Note:
    if known.pop("nfd", None):
        marked = unicodedata.normalize("NFD", marked)
    text, marks, position = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        marks.append(Mark(len(text), len(text) + len(match["words"]), tuple(match["rules"].split("/"))))
        text += match["words"]
        position = match.end()
    return Note(why, known, text + marked[position:], tuple(marks))
