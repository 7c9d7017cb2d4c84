"""What each language knows of names, read from its folder's `names/`; the world's names from `gazetteers/`."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from seguito.core.folding import folded
from seguito.core.looks.names.tokens import name_words
from seguito.core.looks.names.words import (
    Honorific,
    HouseWords,
    MeetingWords,
    NameWords,
    PersonWords,
    Phrase,
    Phrases,
    RoleWords,
)
from seguito.languages.date_words import date_words

_HERE = Path(__file__).parent


@lru_cache
def name_words_of(language: str) -> NameWords:
    """The words of names in `language` (a region's are its language's). Raises LookupError where there are none."""
    folder = _HERE / language.partition("-")[0].lower() / "names"
    if not (folder / "words.toml").is_file():
        raise LookupError(language)
    table = tomllib.loads((folder / "words.toml").read_text("utf-8"))
    return NameWords(
        language=language,
        greetings=_phrases(table["greetings"]),
        agreeing={_phrase(word): other for word, other in table["agreeing"].items()},
        honorifics=tuple(_honorifics(table["honorifics"], table["opposites"])),
        titles={kind: frozenset(kinds) for kind, kinds in table["titles"].items()},
        softer={kind: frozenset(kinds) for kind, kinds in table["softer"].items()},
        joins=_folds(table["joins"]) | {"&"},
        collective=_folds(table["collective"]),
        closings=_phrases(table["closings"]),
        articles=_folds(table["articles"]),
        family_plurals=tuple(table["family_plurals"]),
        places_before=_folds(table["places_before"]),
        places_after=_folds(table["places_after"]),
        person=_person(table),
        house=HouseWords(
            nouns=_folds(table["organisation_nouns"]),
            legal=_folds(table["legal_forms"]),
            after=_phrases(table["house_after"]),
            not_after=_folds(table["house_not_after"]),
        ),
        role=RoleWords(
            nouns=_folds(table["role_nouns"]),
            fields=_folds(table["role_fields"]),
            genders=tuple((a, b) for a, b in table["role_genders"]),
            translations=_translations(),
            after=_phrases(table["role_after_phrase"]),
            after_if_capital=_phrases(table["role_after_if_capital"]),
            hoped_for=(_phrases(table["role_hoped_for"][0]), _phrases(table["role_hoped_for"][1])),
            before=_folds(table["role_before_word"]),
            not_after=_folds(table["role_not_after"]),
            fillers=_folds(table["role_fillers"]),
        ),
        meeting=MeetingWords(
            events=_phrases(table["meeting"]),
            thanks=_phrases(table["meeting_thanks"]),
            said=_phrases(table["meeting_said"]),
            attributes=_folds(table["attributes"]),
            not_about=_phrases(table["not_meeting"]),
            around=_phrases(table["around_meeting"]),
            ahead=_phrases(table["ahead"]),
            clause_starts=_phrases(table["clause_starts"]),
            when=_phrases(table["when"]),
            afterthoughts=_phrases(table["afterthoughts"]),
            days_ago=tuple(table["days_ago"]),
            morning=_folds(table["morning"]),
            afternoon=_folds(table["afternoon"]),
            evening=_folds(table["evening"]),
        ),
        needing_a_name=_folds(table["needing_a_name"]),
        placeholders=_folds(table["placeholder_words"]),
        placeholders_shouted=_folds(table["placeholder_shouted"]),
        placeholder_verbs=_folds(table["placeholder_verbs"]),
        not_merged=_folds(table["not_merged"]),
        placeholder_marks=tuple(table["placeholder_marks"]),
        ordinary=_lines(folder / "ordinary.txt"),
        capitalised=_folds(table["capitalised"]["words"]),
        given=_given(),
        family=_world("family"),
        places=_places(),
        renowned=_world("renowned"),
        nicknames=_nicknames(),
        dates=partial(date_words, language),
    )


def _person(table: Mapping[str, Any]) -> PersonWords:
    return PersonWords(
        kin=_phrases(table["kin"]),
        own_past=_phrases(table["own_past"]),
        not_real=_phrases(table["not_real"]),
        mine=_folds(table["mine"]),
        quoting_before=_phrases(table["quoting_before"]),
        quoting_after=_phrases(table["quoting_after"]),
        quoted_by=_phrases(table["quoted_by"]),
        placed_after=_phrases(table["placed_after"]),
        with_people=_phrases(table["with_people"]),
        things=_folds(table["persons_words"]),
        things_of=_phrases(table["persons_words_of"]),
        beside_reader=_phrases(table["beside_reader"]),
        called_after=_phrases(table["called_after"]),
        colleagues=_folds(table["colleagues"]),
        you=_folds(table["you"]),
    )


def _honorifics(table: Mapping[str, list[list[str]]], opposites: Mapping[str, str]) -> Iterator[Honorific]:
    for kind, by_gender in table.items():
        for gender, forms in zip(("m", "f", None), by_gender, strict=True):
            for form in forms:
                opposite, capital, dotted = opposites.get(form, ""), form[:1].isupper(), form.endswith(".")
                yield Honorific(_phrase(form), kind, gender, opposite, capital, dotted)


def _phrase(written: str) -> Phrase:
    return tuple(token.fold for token in name_words(written))


def _phrases(written: Iterable[str]) -> Phrases:
    return Phrases(frozenset(_phrase(phrase) for phrase in written))


def _folds(written: Iterable[str]) -> frozenset[str]:
    """Single words; of a phrase its words in a row, with one space."""
    return frozenset(" ".join(_phrase(word)) for word in written) - {""}


def _lines(path: Path) -> frozenset[str]:
    """The lines of a word list, folded; those in plain letters, nearly all, need no more than small letters."""
    lines = path.read_text("utf-8").casefold().splitlines()
    return frozenset(line if line.isascii() else folded(line) for line in lines)


@lru_cache
def _world(name: str) -> frozenset[str]:
    """One of the lists of names that are the same in every language, folded."""
    return _lines(_HERE / "gazetteers" / f"{name}.txt")


@lru_cache
def _given() -> frozenset[str]:
    return _world("given") | _world("given_also")


@lru_cache
def _places() -> frozenset[str]:
    """The names of places, and those of their words that are no person's: `Angeles`, but not `Francisco`."""
    names = _world("places")
    words = {word for name in names if " " in name for word in name.split() if len(word) > 3}
    return names | (words - _given() - _world("family"))


@lru_cache
def _nicknames() -> Mapping[str, frozenset[str]]:
    lines = (_HERE / "gazetteers/nicknames.txt").read_text("utf-8").splitlines()
    return {words[0]: frozenset(words[1:]) for line in lines if (words := folded(line).split())}


@lru_cache
def _translations() -> Mapping[str, frozenset[str]]:
    """Words of roles in one language to those in the others, both ways."""
    both: dict[str, set[str]] = {}
    for line in (_HERE / "gazetteers/roles.txt").read_text("utf-8").splitlines():
        first, *others = folded(line).split()
        for other in others:
            both.setdefault(first, set()).add(other)
            both.setdefault(other, set()).add(first)
    return {word: frozenset(others) for word, others in both.items()}
