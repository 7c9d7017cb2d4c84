"""What the notes-format needs of all languages together, from each one's `speakers.toml` and `greetings.toml`."""

import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

from seguito.core.debrief.words import NotesWords
from seguito.core.folding import folded
from seguito.core.nouns import DetailKind
from seguito.languages import available
from seguito.languages.date_words import date_words
from seguito.languages.stop_words import stop_words
from seguito.languages.title_words import title_words

_HERE = Path(__file__).parent


@lru_cache
def notes_words(language: str) -> NotesWords:
    """The words of every language; `language` (with or without a region) is the likeliest one's.

    Raises LookupError for a language that has no folder.
    """
    own = language.partition("-")[0].lower()
    if own not in available():
        raise LookupError(language)
    order = [own, *(other for other in available() if other != own)]
    tables = [_table(name) for name in order]
    small = [word for words in stop_words().values() for word in words]
    return NotesWords(
        me=frozenset(_folded(word for table in tables for word in table["me"])),
        me_first=tables[0]["me"][0],
        kinds={
            folded(word): DetailKind(kind)
            for table in tables
            for kind, words in table["kinds"].items()
            for word in words
        },
        towards=frozenset(_folded(word for table in tables for word in table["towards"])),
        titles=frozenset(title for name in order for title in title_words(name).spellings),
        not_names=frozenset([*small, *_folded(word for table in tables for word in table["not_names"])]),
        answers=tuple(_folded(word for table in tables for word in table["answers"])),
        dates={name: date_words(language if name == own else name) for name in order},
        small_words=stop_words(),
    )


def _table(language: str) -> dict[str, Any]:
    return tomllib.loads((_HERE / language / "speakers.toml").read_text("utf-8"))


def _folded(words: Iterable[str]) -> list[str]:
    return [folded(word) for word in words]
