"""Words that rules treat alike, from the lists beside this file."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from seguito.languages.it.words import Word

_HERE = Path(__file__).parent


@lru_cache
def used_as(name: str) -> frozenset[str]:
    """Lemmas of one list of `words_by_use.toml`."""
    return _lists()[name]


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    with (_HERE / "words_by_use.toml").open("rb") as file:
        return {name: frozenset(words.split()) for name, words in tomllib.load(file).items()}


_PEOPLE_END = ("tore", "trice", "ista", "essa", "iere", "iera", "aio", "aia", "logo", "loga", "grafo", "grafa")


def is_person(noun: Word) -> bool:
    """Whether a noun names a person, by the list and by the endings of trades."""
    return noun.is_among(used_as("persons")) or any(
        a.kind == "noun" and a.lemma.endswith(_PEOPLE_END) and a.lemma not in used_as("no_persons")
        for a in noun.reading.analyses
    )


@dataclass(frozen=True, slots=True)
class Moods:
    """What wants the subjunctive. `joints`: by their first word, each with whether the verb must follow at once."""

    joints: Mapping[str, Sequence[tuple[tuple[str, ...], bool]]]
    opinions: frozenset[str]
    wishes: frozenset[str]
    feelings: frozenset[str]
    judgements: frozenset[str]
    impersonal: frozenset[str]
    asking: frozenset[str]
    asking_nouns: frozenset[str]


@lru_cache(maxsize=1)
def moods() -> Moods:
    """From `moods.toml`."""
    with (_HERE / "moods.toml").open("rb") as file:
        table = tomllib.load(file)
    joints: dict[str, list[tuple[tuple[str, ...], bool]]] = {}
    for name, at_once in (("joints", False), ("joints_at_once", True)):
        for phrase in table.pop(name):
            parts = tuple(re.findall(r"[^\s']+'?", phrase))
            joints.setdefault(parts[0], []).append((parts, at_once))
    longest_first = {first: sorted(found, key=lambda entry: -len(entry[0])) for first, found in joints.items()}
    return Moods(longest_first, **{name: frozenset(lemmas.split()) for name, lemmas in table.items()})


@dataclass(frozen=True, slots=True)
class Courtesy:
    """How one speaks to whom: verbs by the pronoun that they want, titles, what only a reader owns, words of tu."""

    accusative: frozenset[str]
    dative_alone: frozenset[str]
    dative_with_object: frozenset[str]
    feminine_titles: frozenset[str]
    said_to_readers: frozenset[str]
    readers_own: frozenset[str]
    informal_verbs: frozenset[str]


@lru_cache(maxsize=1)
def courtesy() -> Courtesy:
    """From `courtesy.toml`."""
    with (_HERE / "courtesy.toml").open("rb") as file:
        return Courtesy(**{name: frozenset(forms.split()) for name, forms in tomllib.load(file).items()})
