"""The languages of notes: one folder each, with its words, its rules and its data.

A third language is a folder with the same modules as the others; nothing here names any of them.
"""

import importlib
from functools import lru_cache
from pathlib import Path
from types import ModuleType


@lru_cache
def available() -> tuple[str, ...]:
    """The ids of all languages that a note can be written in."""
    here = Path(__file__).parent
    return tuple(sorted(folder.name for folder in here.iterdir() if (folder / "__init__.py").is_file()))


def part(language: str, name: str) -> ModuleType:
    """The module `name` of a language's folder; loading one language loads no other.

    `language` may carry a region (`en-GB`). Raises LookupError for a language that has no folder.
    """
    folder = language.partition("-")[0].lower()
    if folder not in available():
        raise LookupError(language)
    return importlib.import_module(f"seguito.languages.{folder}.{name}")
