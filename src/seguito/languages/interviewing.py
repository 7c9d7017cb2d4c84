"""The words that tell an interview from other meetings, of all languages at once: an invite does not say which."""

import tomllib
from functools import lru_cache
from pathlib import Path

from seguito.core.offers import InterviewWords
from seguito.languages import available

_HERE = Path(__file__).parent


@lru_cache
def interview_words() -> InterviewWords:
    files = [_HERE / language / "interviewing.toml" for language in available()]
    tables = [tomllib.loads(file.read_text("utf-8")) for file in files if file.is_file()]
    raises, lowers = (frozenset(word for table in tables for word in table[key]) for key in ("raises", "lowers"))
    return InterviewWords(raises, lowers)
