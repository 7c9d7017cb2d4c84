"""How a formal letter is laid out in a language, read from the `letter.toml` in its folder."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from seguito.languages.date_words import date_words

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class LetterForm:
    """`addressee` and `closing`: left or right; `paragraphs`: indented or spaced; `subject`: what stands before it."""

    date: str
    date_without_place: str
    first_day: str
    subject: str
    addressee: str
    paragraphs: str
    closing: str


@lru_cache
def letter_form(language: str) -> LetterForm:
    """The form of `language`; a region (`en-GB`) may differ in parts. Raises LookupError for a language without one."""
    folder, _, region = language.partition("-")
    path = _HERE / folder.lower() / "letter.toml"
    if not path.is_file():
        raise LookupError(language)
    table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    regions = table.pop("regions", {})
    return LetterForm(**(table | regions.get(region.upper(), {})))


def place_and_date(place: str, day: date, language: str) -> str:
    """`Milano, 1º dicembre 2026`, `December 1, 2026`."""
    form = letter_form(language)
    written = form.date if place else form.date_without_place
    number = form.first_day if day.day == 1 else str(day.day)
    return written.format(place=place, day=number, month=date_words(language).month_names[day.month - 1], year=day.year)
