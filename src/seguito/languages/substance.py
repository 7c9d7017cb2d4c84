"""What the third look knows of a language, read from its folder: phrases, words, how common each is."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import snowballstemmer

from seguito.core.looks.substance.phrases import book
from seguito.core.looks.substance.words import SubstanceWords
from seguito.languages.rules import writing_of

_HERE = Path(__file__).parent


@lru_cache
def substance_words(language: str) -> SubstanceWords:
    """The words of `language` (a region, as in `en-GB`, changes nothing). Read once; loads no other language."""
    folder = _HERE / language.partition("-")[0].lower()
    record, stock = _toml(folder / "substance.toml"), _toml(folder / "phrases.toml")
    stems = dict(line.split() for line in _lines(folder / "stems.txt"))
    commonness = _commonness(folder / "frequencies.txt")
    roots = _roots(stems, commonness)
    stem = _stemmer(record["stemmer"], stems)
    negligible = frozenset(record["negligible"].split())
    themes = {name: theme["phrases"] for name, theme in stock.items()}
    return SubstanceWords(
        language=folder.name,
        writing=writing_of(language),
        stem=stem,
        commonness=commonness,
        roots=roots,
        function_words=frozenset(record["function_words"].split()),
        negligible=negligible,
        everybodys=frozenset(stem(word) for word in record["everybodys"].split()),
        abstract_endings=tuple(record["abstract_endings"].split()),
        related=_related(folder / "related.txt", stem),
        numbers=dict(pair.split("=") for pair in record["numbers"].split()),
        classes=_by_form(record["classes"]),
        instead={name: theme["instead"] for name, theme in stock.items()},
        courtesies=frozenset(name for name, theme in stock.items() if theme.get("ordinary")),
        titles=frozenset(record["titles"].split()),
        tells=frozenset(record["credit_after"].split()),
        sources=frozenset(record["credit_before"].split()),
        stock=book(themes, stem, negligible),
        speech=book(record["books"], stem, negligible),
    )


def _toml(file: Path) -> dict[str, Any]:
    with file.open("rb") as opened:
        return tomllib.load(opened)


def _stemmer(algorithm: str, known: dict[str, str]) -> Callable[[str], str]:
    """The stemmer, each word stemmed once. Pure Python takes 20 µs a word, so the commonest stand in `stems.txt`."""
    stem_word: Callable[[str], str] = snowballstemmer.stemmer(algorithm).stemWord

    def stem(word: str) -> str:
        found = known.get(word)
        if found is None:
            found = stem_word(word)
            if len(known) < 200_000:
                known[word] = found
        return found

    return stem


def _lines(file: Path) -> Iterator[str]:
    with file.open(encoding="utf-8") as opened:
        yield from (line for line in opened if line.strip() and not line.startswith("#"))


def _commonness(file: Path) -> dict[str, float]:
    table: dict[str, float] = {}
    for line in _lines(file):
        zipf, _, forms = line.partition(" ")
        table.update(dict.fromkeys(forms.split(), float(zipf)))
    return table


def _roots(stems: Mapping[str, str], commonness: Mapping[str, float]) -> dict[str, float]:
    roots: dict[str, float] = {}
    for form, root in stems.items():
        roots[root] = max(roots.get(root, 0.0), commonness.get(form, 0.0))
    return roots


def _related(file: Path, stem: Callable[[str], str]) -> Mapping[str, tuple[str, ...]]:
    """Stem → groups. A near synonym's group is called `=` and its first word."""
    groups: dict[str, dict[str, None]] = {}
    near = False
    for line in _lines(file):
        if line.startswith("==="):
            near = True
            continue
        name, _, members = ("=" + line.split()[0], "", line) if near else line.partition(":")
        for word in members.split():
            groups.setdefault(stem(word), {})[name] = None
    return {word: tuple(names) for word, names in groups.items()}


def _by_form(classes: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    forms: dict[str, tuple[str, ...]] = {}
    for name, members in classes.items():
        for form in members.split():
            forms[form] = (*forms.get(form, ()), name)
    return forms
