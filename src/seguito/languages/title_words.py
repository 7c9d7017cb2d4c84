"""A language's titles, from its `greetings.toml`."""

import tomllib
from functools import lru_cache
from pathlib import Path

from seguito.core.drafting.titles import Title, TitleWords
from seguito.core.folding import folded
from seguito.core.nouns import Gender
from seguito.languages import available

_HERE = Path(__file__).parent
_TOLD_BY = {"spelt": None, "spelt_f": Gender.F, "spelt_m": Gender.M}


@lru_cache
def title_words(language: str) -> TitleWords:
    """Raises LookupError for a language that has no folder."""
    path = _HERE / language.partition("-")[0].lower() / "greetings.toml"
    if not path.is_file():
        raise LookupError(language)
    spelt: dict[str, tuple[Title, Gender | None]] = {}
    for row in tomllib.loads(path.read_text("utf-8"))["titles"]:
        title = Title(row.get("f", ""), row.get("m", ""), row.get("either", ""), row.get("given", False))
        for key, gender in _TOLD_BY.items():
            spelt |= {folded(written).rstrip("."): (title, gender) for written in row.get(key, [])}
    return TitleWords(spelt)


def split_title(name: str) -> tuple[str, str]:
    """The titles of any language that stand before a name, and the name: `dott.ssa`, `Anna Marchetti`."""
    words = name.split()
    known = frozenset().union(*(title_words(language).spellings for language in available()))
    count = 0
    while count < len(words) - 1 and folded(words[count]).rstrip(".") in known:
        count += 1
    return " ".join(words[:count]), " ".join(words[count:])
