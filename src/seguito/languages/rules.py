"""The rules of a language's second look, one small record each, read from `languages/<xx>/rules/`.

A record is a table of a TOML file, or a function under `@rule` or `@note_rule`. The folder is the register.
"""

import importlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any, TypeGuard

from seguito.core.looks.language.prose import Writing
from seguito.core.looks.language.record import note_rule, record, rule
from seguito.core.looks.language.rule_book import RuleBook
from seguito.core.looks.language.rules import LanguageRule, NoteRule, PatternRule, SentenceRule
from seguito.core.looks.rule import Rule

_HERE = Path(__file__).parent
_SHARED = ("severity", "says", "wrong", "right")
_FIELDS = {*_SHARED, "finds", "instead", "only_with", "unless", "match_case", "languages"}
CodedRule = SentenceRule | NoteRule

__all__ = ["engine_rules", "every_rule_of", "note_rule", "rule", "rules_of", "writing_of"]


@lru_cache
def rules_of(language: str) -> RuleBook:
    """Every rule that reads notes in `language`; a region (`en-GB`) adds its own. Read once, one language alone."""
    folder = language.partition("-")[0].lower()
    return RuleBook(found for found in every_rule_of(folder) if {folder, language} & set(found.languages))


@lru_cache
def writing_of(language: str) -> Writing:
    """How the language is written, from its folder's `writing.toml`."""
    with (_HERE / language.partition("-")[0].lower() / "writing.toml").open("rb") as file:
        fields = tomllib.load(file)
    for name in ("abbreviations", "may_double"):
        fields[name] = frozenset(fields.get(name, ()))
    return Writing(**fields)


@lru_cache
def engine_rules(language: str, engine: str) -> Mapping[str, Rule]:
    """What an engine's findings are called and say in a language, by the engine's own names for them.

    From `<engine>.toml` in the language's folder; a table is a rule, `covers` the engine's names.
    """
    folder = language.partition("-")[0].lower()
    with (_HERE / folder / f"{engine}.toml").open("rb") as file:
        tables = tomllib.load(file)
    found: dict[str, Rule] = {}
    for name, table in tables.items():
        made = Rule(**record(name=name, languages=(folder,), **{key: table[key] for key in _SHARED}))
        found |= dict.fromkeys(table["covers"], made)
    return found


@lru_cache
def every_rule_of(folder: str) -> tuple[LanguageRule, ...]:
    """All rules in a language's folder, those of its regions included."""
    place = _HERE / folder / "rules"
    found: list[LanguageRule] = []
    for file in sorted(place.glob("*.toml")):
        found += _from_toml(file, folder)
    for file in sorted(place.glob("*.py")):
        module = importlib.import_module(f"seguito.languages.{folder}.rules.{file.stem}")
        found += [_at_home(value, folder) for value in vars(module).values() if _is_rule_of(module, value)]
    return tuple(found)


def _at_home(found: CodedRule, folder: str) -> CodedRule:
    """A rule that names no region holds for its folder's language."""
    return found if found.languages else replace(found, languages=(folder,))


def _is_rule_of(module: ModuleType, value: object) -> TypeGuard[CodedRule]:
    """A rule that a module only imports is not its own."""
    return isinstance(value, CodedRule) and value.reads.__module__ == module.__name__


def _from_toml(file: Path, folder: str) -> Iterator[PatternRule]:
    with file.open("rb") as opened:
        tables = tomllib.load(opened)
    for name, table in tables.items():
        yield _pattern_rule(name, table, folder, file)


def _pattern_rule(name: str, table: Mapping[str, Any], folder: str, file: Path) -> PatternRule:
    unknown = set(table) - _FIELDS
    if unknown or not {*_SHARED, "finds"} <= set(table):
        raise ValueError(f"{file}: [{name}] lacks a field, or has one that no rule has: {sorted(unknown)}")
    instead = table.get("instead", ())
    return PatternRule(
        finds=table["finds"],
        suggests=(instead,) if isinstance(instead, str) else tuple(instead),
        only_with=tuple(table.get("only_with", ())),
        unless=table.get("unless", ""),
        match_case=table.get("match_case", False),
        **record(name=name, languages=table.get("languages", (folder,)), **{key: table[key] for key in _SHARED}),
    )
