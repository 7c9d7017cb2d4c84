"""What the under-sheet and the strip say to whoever uses them."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any


def labels(sheet: str, interface: str) -> Mapping[str, str]:
    """The texts of `sheet` (guide or strip) in the interface's language, else in English."""
    tables = _tables()
    found: Mapping[str, str] = tables.get(interface[:2].lower(), tables["en"])[sheet]
    return found


@lru_cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("labels.toml").read_text(encoding="utf-8"))
