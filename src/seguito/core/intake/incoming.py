"""One person as a file tells them, and what in a file could not be read."""

import re
from dataclasses import dataclass, field
from datetime import date

from seguito.core.lines import NotOneLine, one_line
from seguito.core.reasons import Reason
from seguito.errors import N_

_ADDRESS = re.compile(r"[^\s@<>,;:\"()\[\]\\]+@[^\s@<>,;:\"()\[\]\\]+\.?[^\s@<>,;:\"()\[\]\\]*")


@dataclass(frozen=True, slots=True)
class Incoming:
    """`line`: where in the file they begin, counted from 1. `languages`: that they speak."""

    line: int
    name: str = ""
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    organisation: str = ""
    role: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    region: str = ""
    country: str = ""
    skills: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    because: str = ""
    source: str = ""
    available: str = ""
    consent_until: date | None = None

    @property
    def for_the_file(self) -> bool:
        """Whether anything is told that belongs into the talent file."""
        return bool(self.skills or self.missing or self.because or self.consent_until or self.available)


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that could not be read, on its line."""

    line: int
    why: Reason


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file tells. `columns`: of a CSV, by its heading what it was taken for; empty: for nothing."""

    people: tuple[Incoming, ...]
    unread: tuple[Unread, ...] = ()
    columns: dict[str, str] = field(default_factory=dict)


def complaint(one: Incoming) -> Unread | None:
    """What is wrong with what a file tells of somebody; None where it can be kept."""
    if not one.name.strip() and not one.emails:
        return Unread(one.line, Reason("", N_("neither a name nor an address")))
    for address in one.emails:
        if not _ADDRESS.fullmatch(address):
            return Unread(one.line, Reason("", N_("“{value}” is no e-mail address"), {"value": address[:80]}))
    for value in (one.name, one.organisation, one.role, one.city, *one.phones, *one.skills):
        try:
            one_line("", value)
        except NotOneLine:
            return Unread(one.line, Reason("", N_("“{value}” is more than one line"), {"value": value[:80]}))
        if len(value) > 300:
            return Unread(one.line, Reason("", N_("“{value}…” is longer than any name"), {"value": value[:40]}))
    if one.country and not re.fullmatch(r"[A-Z]{2}", one.country):
        return Unread(one.line, Reason("", N_("“{value}” is no country of two letters"), {"value": one.country}))
    return None
