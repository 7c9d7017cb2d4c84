"""Skills and languages by their names in English and Italian: the vocabulary that ships with Seguito."""

import tomllib
from functools import lru_cache
from pathlib import Path

from seguito.core.skills import Vocabulary, language_skill, plain_name

_HERE = Path(__file__).parent


@lru_cache
def shipped_vocabulary() -> Vocabulary:
    """Every name, folded, with the id of its skill; the first name of each language is the one that is shown."""
    table = tomllib.loads((_HERE / "skills.toml").read_text("utf-8"))
    return Vocabulary(
        names={plain_name(name): skill for skill, said in table.items() for names in said.values() for name in names},
        labels={skill: {language: names[0] for language, names in said.items()} for skill, said in table.items()},
    )


@lru_cache
def _languages() -> dict[str, tuple[str, dict[str, str]]]:
    table = tomllib.loads((_HERE / "languages.toml").read_text("utf-8"))
    return {
        plain_name(name): (language_skill(code), said)
        for code, said in table.items()
        for name in (code, *said.values())
    }


def spoken_language(text: str) -> tuple[str, dict[str, str]]:
    """The id under which a language is held, and its name in each language: `italiano`, `Italian` and `it` alike."""
    name = plain_name(text)
    known = _languages().get(name)
    return known or (language_skill(name), {"en": text.strip(), "it": text.strip()})
