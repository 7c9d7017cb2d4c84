"""What a person may tell in the form FIELD=VALUE, and how each value is read.

A field is read once, at the door; what comes in is then a value of its type, or a `Problem` that names it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from seguito.core.lines import one_line
from seguito.core.nouns import Form, Gender, Pace
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem

_LONGEST_TRANSIT = 250  # working days: a year
_SHOWN = 60  # characters of a wrong value in a message


class UnknownField(Problem):
    id = "unknown-field"
    happened = N_("“{field}” is nothing that can be told here.")
    safe = N_("Nothing was changed.")
    next_step = N_("These can: {known}.")


class NoValue(Problem):
    id = "no-value"
    happened = N_("“{words}” has no “=” in it, so it tells nothing.")
    safe = N_("Nothing was changed.")
    next_step = N_("Write it as FIELD=VALUE; an empty value forgets what was told before.")


class BadValue(Problem):
    id = "bad-value"
    happened = N_("“{value}” is no value for {field}.")
    safe = N_("Nothing was changed.")
    next_step = N_("It takes {expected}.")


class ToldTwice(Problem):
    id = "told-twice"
    happened = N_("{field} is told more than once, and holds one value.")
    safe = N_("Nothing was changed.")
    next_step = N_("Tell it once.")


@dataclass(frozen=True, slots=True)
class Field:
    """How one field is read.

    `many`: it may be told several times, and holds them all. `needed`: there is no record without it.
    """

    read: Callable[[str], object]
    expected: str  # a gettext id: what it takes
    many: bool = False
    needed: bool = False


Told = Mapping[str, object]


def read_fields(words: Sequence[str], fields: Mapping[str, Field]) -> Told:
    """The values that `words` (each FIELD=VALUE) tell; an empty value is None, or () where several are held."""
    told: dict[str, list[object]] = {}
    for word in words:
        name, equals, text = word.partition("=")
        name = name.strip().lower().replace("-", "_")
        if not equals:
            raise NoValue(words=word)
        if name not in fields:
            raise UnknownField(field=name, known=", ".join(fields))
        told.setdefault(name, [])
        if text.strip():
            told[name].append(_read(name, text.strip(), fields[name]))
        elif fields[name].needed:
            raise BadValue(value="", field=name, expected=Reason("", fields[name].expected))
    values: dict[str, object] = {}
    for name, given in told.items():
        if fields[name].many:
            values[name] = tuple(dict.fromkeys(given))
        elif len(given) > 1:
            raise ToldTwice(field=name)
        else:
            values[name] = given[0] if given else None
    return values


def _read(name: str, text: str, field: Field) -> object:
    try:
        return field.read(one_line(name, text))
    except (ValueError, LookupError) as error:
        raise BadValue(
            value=text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…", field=name, expected=Reason("", field.expected)
        ) from error


def _up_to(most: int) -> Callable[[str], object]:
    def read(text: str) -> str:
        if len(text) > most:
            raise ValueError(text)
        return text

    return read


def _one_of(closed: type[StrEnum]) -> Callable[[str], object]:
    return lambda text: closed(text.lower())


def _country(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2}", text):
        raise ValueError(text)
    return text.upper()


def _zone(text: str) -> str:
    try:
        return ZoneInfo(text).key
    except (OSError, ValueError) as error:  # a folder of the zone table, or a path out of it
        raise ValueError(text) from error


def _email(text: str) -> str:
    if not re.fullmatch(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+", text):
        raise ValueError(text)
    return text


def _moment(text: str) -> datetime:
    """Without an offset it is an hour of a clock that only the record knows: the naive value goes on to it."""
    if len(text) <= len("2026-12-02"):
        raise ValueError(text)
    return datetime.fromisoformat(text)


def _channel(text: str) -> str:
    if text.lower() not in ("email", "card"):
        raise ValueError(text)
    return text.lower()


def _language(text: str) -> str:
    if not re.fullmatch(r"[A-Za-z]{2}(-[A-Za-z]{2})?", text):
        raise ValueError(text)
    language, _, region = text.partition("-")
    return language.lower() + (f"-{region.upper()}" if region else "")


def _initials(text: str) -> str:
    letters = text.replace(".", "").replace(" ", "")
    if not 1 <= len(letters) <= 3 or not letters.isalpha():
        raise ValueError(text)
    return letters.upper()


def _yes_or_no(text: str) -> bool:
    return {"yes": True, "sì": True, "si": True, "true": True, "no": False, "false": False}[text.lower()]


def _working_days(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text) > _LONGEST_TRANSIT:
        raise ValueError(text)
    return int(text)


def _share(text: str) -> float:
    """90, 90 % and 0.9 are the same share."""
    share = float(text.removesuffix("%").strip().replace(",", "."))
    share = share / 100 if share > 1 or text.endswith("%") else share
    if not 0 < share <= 1:
        raise ValueError(text)
    return share


_YES_OR_NO = Field(_yes_or_no, N_("yes or no"))
_WORKING_DAYS = Field(_working_days, N_("a count of working days, from 0 to 250"))
_TEXT = Field(_up_to(200), N_("text, up to 200 characters"))
_WORDS = Field(_up_to(60), N_("a few words, up to 60 characters"))
_CODE = Field(_up_to(20), N_("up to 20 characters"))
_TEXTS = Field(_up_to(200), N_("text, up to 200 characters; it may be told several times"), many=True)
_EMAILS = Field(_email, N_("an address like anna@example.org; it may be told several times"), many=True)
_COUNTRY = Field(_country, N_("a country's two letters, like IT or US"))
_ZONE = Field(_zone, N_("a zone's name, like Europe/Rome"))
_PACE = Field(_one_of(Pace), N_("fast, normal, long or unknown"))
_PREFERS = Field(_channel, N_("email or card"))
_DAY = Field(date.fromisoformat, N_("a day like 2026-12-09"))
_MOMENT = Field(_moment, N_("a time, like 2026-12-02T10:00 or 2026-12-02T10:00+01:00"))

_PLACE = {"street": _TEXT, "postcode": _CODE, "city": _TEXT, "region": _TEXT, "country": _COUNTRY}

ME: Mapping[str, Field] = {
    "name": _TEXT,
    "email": _EMAILS,
    "phone": _TEXTS,
    **_PLACE,
    "zone": _ZONE,
    "lang": Field(_language, N_("a language, like it or en-GB")),
    "initials": Field(_initials, N_("up to three letters")),
}
PERSON: Mapping[str, Field] = {
    "name": _TEXT,
    "given": _TEXT,
    "family": _TEXT,
    "title": _WORDS,
    "gender": Field(_one_of(Gender), N_("f or m; leave it empty when it is not known")),
    "form": Field(_one_of(Form), N_("lei or tu")),
    "also": _TEXTS,
    "email": _EMAILS,
    "phone": _TEXTS,
    "role": _TEXT,
    **_PLACE,
    "zone": _ZONE,
    "lang": Field(_language, N_("a language, like it or en-GB")),
    "prefers": _PREFERS,
}
ORGANISATION: Mapping[str, Field] = {
    "name": replace(_TEXT, needed=True),
    "also": _TEXTS,
    "prefers": _PREFERS,
    "pace": _PACE,
    "country": _COUNTRY,
    "city": _TEXT,
}
APPLICATION: Mapping[str, Field] = {
    "role": _TEXT,
    "stage": _WORDS,
    "pace": _PACE,
    "decision_by": _DAY,
    "promised_on": _DAY,
    "playbook": _TEXT,
}
INTERVIEW: Mapping[str, Field] = {
    "starts_at": replace(_MOMENT, needed=True),
    "ends_at": _MOMENT,
    "zone": replace(_ZONE, needed=True),
    "place": _TEXT,
}
SERVICE: Mapping[str, Field] = {
    "name": replace(_WORDS, needed=True),
    "country": replace(_COUNTRY, needed=True),
    "also": replace(_WORDS, many=True),
    "usual": _YES_OR_NO,
    "earliest": _WORKING_DAYS,
    "stated": replace(_WORKING_DAYS, needed=True),
    "slower": replace(_WORKING_DAYS, needed=True),
    "near": _WORKING_DAYS,
    "within_region": _WORKING_DAYS,
    "share": Field(_share, N_("how much arrives in time, from 1 to 100 %")),
    "saturday": _YES_OR_NO,
    "local_holidays": _YES_OR_NO,
    "alternate_days": _YES_OR_NO,
    "collected": Field(time.fromisoformat, N_("the hour of the last collection, like 17:00")),
    "ended_on": _DAY,
    "source": _TEXT,
    "seen_on": _DAY,
}
