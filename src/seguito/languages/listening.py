"""What to listen for in a transcript, from each language's `listening.toml`."""

import tomllib
from functools import lru_cache
from pathlib import Path

from seguito.core.folding import folded
from seguito.core.transcripts.words import ListeningWords
from seguito.languages.names import name_words_of
from seguito.languages.notes_words import notes_words
from seguito.languages.substance import substance_words

_HERE = Path(__file__).parent


@lru_cache
def listening_words(language: str) -> ListeningWords:
    """The words of `language` (a region changes nothing). Raises LookupError for a language that has no folder."""
    own = language.partition("-")[0].lower()
    notes = notes_words(language)
    table = tomllib.loads((_HERE / own / "listening.toml").read_text("utf-8"))
    heard = {name: tuple(_beginning(one) for one in beginnings) for name, beginnings in table.items()}
    return ListeningWords(**heard, places=name_words_of(own).places, notes=notes, substance=substance_words(language))


def _beginning(written: str) -> str:
    """Folded; a space at its end says that it is a whole word."""
    return folded(written) + (" " if written.endswith(" ") else "")
