"""How spreadsheets and other programs call the columns of a table of people, in English and Italian."""

import tomllib
from functools import lru_cache
from pathlib import Path

from seguito.core.folding import folded


@lru_cache
def column_names() -> dict[str, str]:
    """Folded heading → the field that it means."""
    table = tomllib.loads((Path(__file__).parent / "columns.toml").read_text("utf-8"))
    return {folded(heading): field for field, headings in table.items() for heading in (field, *headings)} | {
        folded(field.replace("_", " ")): field for field in table
    }
