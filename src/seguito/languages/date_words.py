"""A language's dates, read from the `dates.toml` in its folder.

In a form's pattern `{weekday}`, `{month}` and their like stand for the words of the tables, a space for white space
(one line break at most), a straight apostrophe for a curly one too, and a letter with an accent also for how it is
typed without: `lunedì`, `lunedi`, `lunedi'`. (So neither space nor accent may stand in a [class].)
"""

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from seguito.core.days.words import DateForm, DateWords, Means, Order, Part, Unit, Which
from seguito.core.folding import folded

_HERE = Path(__file__).parent
_SPACE = r"(?:[^\S\n]{1,3}|\r?\n)"
_YEAR = r"(?:(?:19|20)[0-9]{2})"
_NO_MARK_OR_APOSTROPHE = r"(?:['’](?!\w)|(?![\u0300-\u036f]|['’](?!\w)))"  # no part of the letter is left behind
_DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"


@lru_cache
def date_words(language: str) -> DateWords:
    """The words of dates of `language`; a region (`en-US`) settles which of two numbers is the day.

    Raises LookupError for a language that has no folder.
    """
    folder, _, region = language.partition("-")
    path = _HERE / folder.lower() / "dates.toml"
    if not path.is_file():
        raise LookupError(language)
    table = tomllib.loads(path.read_text("utf-8"))
    orders = table["order"]
    slots = _slots(table)
    return DateWords(
        weekdays=_numbered(table["weekdays"]["full"], 0) | _numbered(table["weekdays"]["short"], 0),
        months=_numbered(table["months"]["full"], 1) | _numbered(table["months"]["short"], 1),
        numbers={folded(word): number for word, number in (table["counts"] | table["ordinals"] | table["nth"]).items()},
        units={folded(word): Unit(unit) for unit, words in table["units"].items() for word in words},
        feasts={folded(name): _feast(when) for name, when in table["feasts"].items()},
        forms=tuple(form for row in table["forms"] for form in _forms(row, slots)),
        due=re.compile(rf"(?:^|\W)(?:{_pattern(table['due'], slots)})[\s(]*$", re.IGNORECASE),
        order=Order(orders.get(region.upper() or "unknown", orders["elsewhere"])),
        weekday_names=tuple(words[0] for words in table["weekdays"]["full"]),
        month_names=tuple(words[0] for words in table["months"]["full"]),
    )


def _numbered(rows: Iterable[Iterable[str]], first: int) -> dict[str, int]:
    return {folded(word): number for number, words in enumerate(rows, first) for word in words}


def _feast(when: str) -> tuple[int, int] | int:
    """`12-25`, or `easter+1`."""
    if when.startswith("easter"):
        return int(when.removeprefix("easter"))
    month, day = when.split("-")
    return int(month), int(day)


def _forms(row: Mapping[str, Any], slots: Mapping[str, str]) -> Iterator[DateForm]:
    """One form for each pattern of a row; `finds` is one pattern or a list of them."""
    patterns = [row["finds"]] if isinstance(row["finds"], str) else row["finds"]
    for written in patterns:
        yield DateForm(
            pattern=re.compile(rf"(?<![\w@#])(?:{_pattern(written, slots)})(?!\w)", re.IGNORECASE),
            means=Means(row["means"]),
            which=Which(row.get("which", "any")),
            part=Part(row.get("part", "whole")),
            unit=Unit(row["unit"]) if "unit" in row else None,
            shift=row.get("shift", 0),
            sign=row.get("sign", 1),
            in_promises=row.get("in_promises", False),
        )


def _pattern(written: str, slots: Mapping[str, str]) -> str:
    pattern = _typed(written)
    for name, words in slots.items():
        pattern = pattern.replace("{" + name + "}", words)
    return pattern


def _typed(text: str) -> str:
    """The text with every way in which its spaces, apostrophes and accents are typed."""
    pattern = "".join(_letter(letter) for letter in unicodedata.normalize("NFC", text))
    return pattern.replace(" ", _SPACE)


def _letter(letter: str) -> str:
    if letter == "'":
        return "['’]"
    apart = unicodedata.normalize("NFD", letter)
    if len(apart) == 1 or not letter.isalpha():
        return letter
    return f"(?:{letter}|{apart}|{apart[0]}{_NO_MARK_OR_APOSTROPHE})"


def _slots(table: Mapping[str, Any]) -> dict[str, str]:
    """What each `{slot}` of a form stands for."""
    weekdays, months = table["weekdays"], table["months"]
    any_weekday = rf"(?:{_one_of(_all(weekdays['full']))}|{_one_of(_all(weekdays['short']))}\.?)"
    any_month = rf"(?:{_one_of(_all(months['full']))}|{_one_of(_all(months['short']))}\.?)"
    ordinals = _one_of(table["ordinals"])
    suffix = table["ordinal_suffix"]
    ordinal = rf"{_DAY}{suffix}|{ordinals}"
    return {
        "weekday": rf"(?P<weekday>{_one_of(_all(weekdays['full']))})",
        "weekday2": rf"(?P<weekday2>{_one_of(_all(weekdays['full']))})",
        "a_weekday": any_weekday,
        "wd": rf"(?P<weekday>{any_weekday})",
        "wd2": rf"(?P<weekday2>{any_weekday})",
        "month": rf"(?P<month>{any_month})",
        "month_name": rf"(?P<month>{_one_of(_all(months['full']))})",
        "day": rf"(?P<day>(?:{ordinal}|{_DAY}))",
        "day2": rf"(?P<day2>(?:{ordinal}|{_DAY}))",
        "ordinal": rf"(?P<day>(?:{ordinal}))",
        "number": rf"(?P<day>{_DAY})",
        "number2": rf"(?P<day2>{_DAY})",
        "year": rf"(?P<year>{_YEAR})",
        "count": rf"(?P<count>[0-9]{{1,3}}|{_one_of(table['counts'])})",
        "a_count": rf"(?:[0-9]{{1,3}}|{_one_of(table['counts'])})",
        "unit": rf"(?P<unit>{_one_of(_all(table['units'].values()))})",
        "feast": rf"(?P<feast>{_one_of(table['feasts'])})",
        **{name: f"(?:{_typed(words)})" for name, words in table["parts"].items()},
    }


def _all(rows: Iterable[Iterable[str]]) -> list[str]:
    return [word for words in rows for word in words]


def _one_of(words: Iterable[str]) -> str:
    """Any of the words, longer ones first."""
    return f"(?:{'|'.join(_typed(word) for word in sorted(words, key=len, reverse=True))})"
