"""How the faces speak: gettext ids and values into sentences of the interface's language.

One catalogue serves the command line and the page. It is called `django` because Django accepts no other name.
"""

import gettext
import locale
import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from functools import lru_cache
from pathlib import Path

from seguito.core.reasons import Reason
from seguito.errors import N_, Problem

LANGUAGES = ("en", "it")
_CATALOGUES = Path(__file__).parent / "locale"
_DECIMAL_SIGNS = {"en": ".", "it": ","}
_WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "it": ("lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica"),
}
_MONTHS = {
    "en": [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    "it": [
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ],
}

# What an operating system says of a file or a line, as it reaches a message; it speaks English, whoever reads it.
_SYSTEM_SAYS = frozenset(
    {
        N_("Address already in use"),
        N_("Broken pipe"),
        N_("Connection refused"),
        N_("Connection reset by peer"),
        N_("Connection timed out"),
        N_("File exists"),
        N_("File name too long"),
        N_("Input/output error"),
        N_("Invalid argument"),
        N_("Is a directory"),
        N_("Network is unreachable"),
        N_("No route to host"),
        N_("No space left on device"),
        N_("No such file or directory"),
        N_("Not a directory"),
        N_("Operation not permitted"),
        N_("Permission denied"),
        N_("Read-only file system"),
        N_("Too many open files"),
    }
)


def interface_language(environ: Mapping[str, str] = os.environ) -> str:
    """`SEGUITO_LANG`, else the locale of the environment, else English."""
    for name in ("SEGUITO_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        language = environ.get(name, "")[:2].lower()
        if language in LANGUAGES:
            return language
        if environ.get(name):
            return "en"
    system = (locale.getlocale()[0] or "")[:2].lower()
    return system if system in LANGUAGES else "en"


@lru_cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The texts of the interface in `language`; English needs none."""
    return gettext.translation("django", _CATALOGUES, [language], fallback=True)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Speaks one language to one reader. `zone`: the reader's, in which instants are told; None: as they come."""

    language: str
    zone: tzinfo | None = None

    def text(self, message: str) -> str:
        """The message in this language, its places still open."""
        return catalogue(self.language).gettext(message) if message else ""

    def say(self, message: str, /, **values: object) -> str:
        """The message in this language, with its places filled."""
        return self.text(message).format_map(self._dressed(values))

    def count(self, one: str, many: str, n: int, /, **values: object) -> str:
        """The form that fits `n`, with its places filled (`{n}` among them)."""
        text = catalogue(self.language).ngettext(one, many, n)
        return text.format_map(self._dressed({"n": n, **values}))

    def reason(self, reason: Reason) -> str:
        return self.say(reason.message, **reason.values)

    def problem(self, problem: Problem) -> str:
        """What happened, what is safe, what to do next: one sentence after another."""
        return " ".join(self.say(sentence, **problem.values) for sentence in problem.sentences)

    def problem_on_page(self, problem: Problem) -> str:
        """The same for a face with buttons."""
        return " ".join(self.say(sentence, **problem.values) for sentence in problem.sentences_on_page)

    def day(self, day: date) -> str:
        """Thursday 3 December 2026, giovedì 3 dicembre 2026."""
        return f"{_WEEKDAYS[self.language][day.weekday()]} {day.day} {_MONTHS[self.language][day.month - 1]} {day.year}"

    def short_day(self, day: date) -> str:
        """Thu 3 Dec, gio 3 dic: for a margin, where the year is plain."""
        weekday, month = _WEEKDAYS[self.language][day.weekday()], _MONTHS[self.language][day.month - 1]
        return f"{weekday[:3]} {day.day} {month[:3]}"

    def decimal(self, value: float) -> str:
        """2.4, 2,4."""
        return f"{value:.1f}".replace(".", _DECIMAL_SIGNS[self.language])

    def hour(self, instant: datetime) -> str:
        """10:30."""
        return f"{instant.astimezone(self.zone) if self.zone else instant:%H:%M}"

    def moment(self, instant: datetime) -> str:
        """Thursday 3 December 2026, 10:30."""
        here = instant.astimezone(self.zone) if self.zone else instant
        return f"{self.day(here.date())}, {here:%H:%M}"

    def listed(self, items: Iterable[str]) -> str:
        """a, b and c."""
        names = list(items)
        if len(names) < 2:
            return "".join(names)
        return self.say("{all_but_last} and {last}", all_but_last=", ".join(names[:-1]), last=names[-1])

    def lasting(self, length: timedelta) -> str:
        """A length in the largest two units that say something: 2 h 5 min, 3 d 4 h."""
        minutes = max(0, round(length.total_seconds() / 60))
        days, hours, minutes = minutes // 1440, minutes // 60 % 24, minutes % 60
        parts = [(days, self.text("{n} d")), (hours, self.text("{n} h")), (minutes, self.text("{n} min"))]
        told = [text.format(n=n) for n, text in parts if n][:2]
        return " ".join(told) or self.text("{n} min").format(n=0)

    def plain(self, value: object) -> object:
        """A value as JSON can hold it: reasons as sentences, instants and days as ISO writes them."""
        match value:
            case Reason():
                return self.reason(value).strip()
            case datetime():
                return (value.astimezone(self.zone) if self.zone else value).isoformat()
            case date():
                return value.isoformat()
            case Mapping():
                return {str(name): self.plain(one) for name, one in value.items()}
            case tuple() | list() | frozenset():
                return [self.plain(one) for one in value]
            case _:
                return value

    def _dressed(self, values: Mapping[str, object]) -> "_Places":
        return _Places({name: self._dress(value) for name, value in values.items()})

    def _dress(self, value: object) -> object:
        match value:
            case datetime():
                return self.moment(value)
            case date():
                return self.day(value)
            case time():
                return f"{value:%H:%M}"
            case timedelta():
                return self.lasting(value)
            case Reason():
                return self.reason(value)
            case str() if value in _SYSTEM_SAYS:
                return self.text(value)
            case Mapping():  # one text for each language of the interface, as data files and playbooks give it
                return value.get(self.language) or value.get("en") or next(iter(value.values()), "")
            case tuple() | list():
                return self.listed(str(self._dress(item)) for item in value)
            case _:
                return value


class _Places(dict[str, object]):
    """A place that nobody filled stays visible."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"
