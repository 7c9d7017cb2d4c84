"""Words as a search compares them: folded, without the small ones, stemmed in every language."""

import re
import tomllib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import snowballstemmer

from seguito.core.folding import folded
from seguito.languages import available
from seguito.languages.stop_words import stop_words

_HERE = Path(__file__).parent
_WORD = re.compile(r"[^\W_]{2,}")


def stems_of(text: str) -> tuple[str, ...]:
    """Each stem once, as they come. A word is stemmed in all languages: nobody says which one a search is in."""
    return tuple(dict.fromkeys(stem for word in _WORD.findall(folded(text)) for stem in _stems(word)))


@lru_cache(maxsize=200_000)
def _stems(word: str) -> tuple[str, ...]:
    if any(word in small for small in stop_words().values()):
        return ()
    return tuple(dict.fromkeys(stem(word) for stem in _stemmers()))


@lru_cache
def _stemmers() -> tuple[Callable[[str], str], ...]:
    names = [tomllib.loads((_HERE / one / "substance.toml").read_text("utf-8"))["stemmer"] for one in available()]
    return tuple(snowballstemmer.stemmer(name).stemWord for name in names)
