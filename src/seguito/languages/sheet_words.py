"""A language's sheets, from its `sheet.toml` and its greetings."""

import tomllib
from collections.abc import Callable
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from seguito.core.drafting.words import SheetWords
from seguito.core.nouns import Purpose
from seguito.languages import part
from seguito.languages.date_words import date_words

_HERE = Path(__file__).parent


@lru_cache
def sheet_words(language: str) -> SheetWords:
    """The words of sheets in `language`; a region (`en-US`) settles how a day and a title are written.

    Raises LookupError for a language that has no folder.
    """
    greetings = part(language, "greetings")
    table = tomllib.loads((_HERE / language.partition("-")[0].lower() / "sheet.toml").read_text("utf-8"))
    opening, closing = table["quotes"]
    return SheetWords(
        language=language,
        salutation=partial(greetings.salutation, language=language),
        closing=partial(greetings.closing, language=language),
        spoken_name=greetings.spoken_name,
        day=_writer_of_days(language, table),
        prompts={name: tuple(wordings) for name, wordings in table["prompts"].items()},
        asks={Purpose(purpose): tuple(asks) for purpose, asks in table["asks"].items()},
        quotes=(opening, closing),
        **{name: table[name] for name in ("own_name", "role_at", "role", "organisation", "conversation")},
    )


def _writer_of_days(language: str, table: dict[str, Any]) -> Callable[[date], str]:
    form: str = table["day_in"].get(language.partition("-")[2].upper(), table["day"])
    words = date_words(language)

    def write(day: date) -> str:
        weekday, month = words.weekday_names[day.weekday()], words.month_names[day.month - 1]
        return form.format(weekday=weekday, day=day.day, month=month, year=day.year)

    return write
