"""How a function becomes a rule: a decorator that carries the record, its sentences included."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from seguito.core.looks.context import Context
from seguito.core.looks.finding import Look, Severity
from seguito.core.looks.language.prose import Hit, Prose, Sentence
from seguito.core.looks.language.rules import NoteRule, SentenceRule

Says = Mapping[str, str]
Pairs = Sequence[Sequence[str]]


def rule(
    name: str,
    *,
    severity: str,
    says: Says,
    wrong: Pairs,
    right: Sequence[str],
    languages: Sequence[str] = (),
    only_with: str = "",
) -> Callable[[Callable[[Sentence], Iterable[Hit]]], SentenceRule]:
    """Make a function over a sentence a rule. `languages`: only where it holds for a region alone (`en-GB`).

    `only_with`: it reads only sentences that hold one of these words.
    """
    fields = record(name=name, severity=severity, says=says, wrong=wrong, right=right, languages=languages)

    def made(reads: Callable[[Sentence], Iterable[Hit]]) -> SentenceRule:
        return SentenceRule(reads=reads, only_with=frozenset(only_with.split()), **fields)

    return made


def note_rule(
    name: str,
    *,
    severity: str,
    says: Says,
    wrong: Pairs,
    right: Sequence[str],
    languages: Sequence[str] = (),
    known: Context = Context(),  # noqa: B008 (a frozen value)
) -> Callable[[Callable[[Prose], Iterable[Hit]]], NoteRule]:
    """Make a function over the whole note a rule. `known`: the context in which its own sentences are read."""
    fields = record(name=name, severity=severity, says=says, wrong=wrong, right=right, languages=languages)

    def made(reads: Callable[[Prose], Iterable[Hit]]) -> NoteRule:
        return NoteRule(reads=reads, known=known, **fields)

    return made


def record(
    *, name: str, severity: str, says: Says, wrong: Pairs, right: Sequence[str], languages: Sequence[str]
) -> dict[str, Any]:
    """What every rule of the second look has in common."""
    return {
        "name": name,
        "look": Look.LANGUAGE,
        "severity": Severity(severity),
        "says": says,
        "languages": tuple(languages),
        "wrong": tuple((pair[0], pair[1] if len(pair) > 1 else "") for pair in wrong),
        "right": tuple(right),
    }
