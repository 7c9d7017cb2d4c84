"""An opening as a TOML file tells it: what it is, what it asks for, where (T5.2)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from seguito.core.lines import one_line
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem

_LISTS = {"required": "required", "wished": "wished", "language": "languages", "languages": "languages"}
_TEXTS = ("title", "place", "text")


class OpeningWrong(Problem):
    id = "opening-wrong"
    happened = N_("In the opening, {where} should be {expected}.")
    safe = N_("Nothing was recorded.")
    next_step = N_("An opening has: title, required and wished (lists of skills), place, language, text.")


@dataclass(frozen=True, slots=True)
class OpeningTold:
    title: str
    required: tuple[str, ...] = ()
    wished: tuple[str, ...] = ()
    place: str = ""
    languages: tuple[str, ...] = ()
    text: str = ""


def read_opening(table: Mapping[str, Any], lines: Mapping[str, int]) -> OpeningTold:
    """What the file tells. `lines`: where each key stands. Raises OpeningWrong, which names key and line."""
    texts: dict[str, str] = {}
    lists: dict[str, tuple[str, ...]] = {}
    for key, value in table.items():
        if key in _TEXTS and isinstance(value, str):
            texts[key] = value.strip() if key == "text" else one_line(key, " ".join(value.split()))
        elif key in _TEXTS:
            raise _wrong(key, N_("a text"), lines)
        elif key in _LISTS:
            lists[_LISTS[key]] = (*lists.get(_LISTS[key], ()), *_listed(key, value, lines))
        else:
            raise _wrong(key, N_("left out: an opening knows no such thing"), lines)
    if not texts.get("title"):
        raise _wrong("title", N_("there"), lines)
    told = OpeningTold(
        title=texts["title"],
        required=lists.get("required", ()),
        wished=lists.get("wished", ()),
        place=texts.get("place", ""),
        languages=lists.get("languages", ()),
        text=texts.get("text", ""),
    )
    if not (told.required or told.wished or told.languages or told.text):
        raise _wrong("required", N_("a list of at least one skill"), lines)
    return told


def _listed(key: str, value: Any, lines: Mapping[str, int]) -> list[str]:
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(isinstance(one, str) and one.strip() for one in values):
        raise _wrong(key, N_("a list of texts"), lines)
    return [one_line(key, " ".join(one.split())) for one in values]


def _wrong(key: str, expected: str, lines: Mapping[str, int]) -> OpeningWrong:
    line = lines.get(key)
    where = Reason("T5.2", N_("“{key}” (line {line})"), {"key": key, "line": line}) if line else f"“{key}”"
    return OpeningWrong(where=where, expected=Reason("T5.2", expected))
