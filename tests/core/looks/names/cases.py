"""Notes with their names marked: `⟦words|RULE|better⟧` is what the first look must find, and nothing else.

Each file beside holds cases (`cast`, `text`, and why); `casts.toml` says who is known in them.
"""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from seguito.core.looks.context import Context
from seguito.core.looks.told import context_told

_HERE = Path(__file__).parent / "cases"
_MARK = re.compile(r"⟦(?P<words>[^|⟧]*)\|(?P<rule>[A-Z_]+)(?:\|(?P<better>[^⟧]*))?⟧")
_OF_THE_CASE = ("to", "written_at", "interview", "candidate", "former_names", "known_names")


@dataclass(frozen=True, slots=True)
class Mark:
    start: int
    end: int
    rule: str
    better: str | None


@dataclass(frozen=True, slots=True)
class Case:
    id: str
    language: str
    context: Context
    text: str
    marks: tuple[Mark, ...]
    mended: str | None  # every mark replaced; None where one has nothing better


@lru_cache
def cases() -> tuple[Case, ...]:
    casts = _read("casts.toml")
    files = sorted(file.name for file in _HERE.glob("*.toml") if file.name != "casts.toml")
    return tuple(_case(file, case, casts[case["cast"]]) for file in files for case in _read(file)["case"])


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / name).read_text("utf-8"))


def _case(file: str, case: dict[str, Any], cast: dict[str, Any]) -> Case:
    known = {**cast, **{name: case[name] for name in _OF_THE_CASE if name in case}}
    text, marks, position = "", [], 0
    for match in _MARK.finditer(case["text"]):
        text += case["text"][position : match.start()]
        marks.append(Mark(len(text), len(text) + len(match["words"]), match["rule"], match["better"]))
        text += match["words"]
        position = match.end()
    text += case["text"][position:]
    mended = _MARK.sub(lambda m: m["better"] or "", case["text"]) if all(m.better for m in marks) else None
    return Case(f"{Path(file).stem}: {case['why']}", cast["lang"], context_told(known), text, tuple(marks), mended)
