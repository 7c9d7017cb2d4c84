"""The cases of this folder, read: invented panels, notes to them, and what must be found."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seguito.core.looks.context import Context, PanelNote, Said

HERE = Path(__file__).parent / "cases"


@dataclass(frozen=True)
class Case:
    name: str
    language: str
    text: str
    context: Context
    expect: tuple[tuple[str, str], ...]
    may: frozenset[str]


def cases() -> list[Case]:
    return [case for language in ("en", "it") for case in _read(language)]


def sentences(language: str, kind: str) -> list[str]:
    record = tomllib.loads((HERE / "sentences.toml").read_text(encoding="utf-8"))
    return [str(sentence) for sentence in record[language][kind]]


def _read(language: str) -> list[Case]:
    record = tomllib.loads((HERE / f"{language}.toml").read_text(encoding="utf-8"))
    return [_case(language, number, case, record["panels"]) for number, case in enumerate(record["case"], 1)]


def _case(language: str, number: int, case: dict[str, Any], panels: dict[str, Any]) -> Case:
    panel = panels[case["panel"]]
    context = Context(
        organisation=panel["organisation"],
        candidate=panel["candidate"],
        to=case["to"],
        channel=case.get("channel", "email"),
        purpose="gracious_no" if case.get("after") == "no" else "thanks",
        details=tuple(
            Said(person or None, kind, text, str(place)) for place, (person, kind, text) in enumerate(panel["details"])
        ),
        panel_notes=tuple(PanelNote(to, text) for to, text in case.get("notes", [])),
    )
    expect = tuple((rule, words) for rule, words in case["expect"])
    name = f"{language}-{number:03}-{case['panel']}-{'-'.join(dict.fromkeys(rule for rule, _ in expect)) or 'right'}"
    return Case(name, language, case["text"].strip("\n"), context, expect, frozenset(case.get("may", [])))
