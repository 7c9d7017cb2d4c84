"""The small words of every language, one a line in its `stopwords.txt`."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from seguito.core.folding import folded
from seguito.languages import available

_HERE = Path(__file__).parent


@lru_cache
def stop_words() -> Mapping[str, frozenset[str]]:
    """Folded small words by language; what `which_language` is given."""
    return MappingProxyType({language: _read(_HERE / language / "stopwords.txt") for language in available()})


def _read(path: Path) -> frozenset[str]:
    lines = path.read_text("utf-8").splitlines()
    return frozenset(folded(word) for line in lines if not line.startswith("#") for word in line.split())
