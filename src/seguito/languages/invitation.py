"""The words of invites' titles, of all languages at once: a title does not say which one it is in."""

import tomllib
from functools import lru_cache
from pathlib import Path

from seguito.core.invitation import TitleWords
from seguito.languages import available

_HERE = Path(__file__).parent


@lru_cache
def title_words() -> TitleWords:
    tables = [
        tomllib.loads((_HERE / language / "invitation.toml").read_text("utf-8"))
        for language in available()
        if (_HERE / language / "invitation.toml").is_file()
    ]
    lists = {key: frozenset(word for table in tables for word in table[key]) for key in tables[0]}
    return TitleWords(**lists)
