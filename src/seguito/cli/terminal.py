"""What a command gets from its face: the language, the clock, and a way to answer."""

import json
import os
import sys
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import Enum
from pathlib import Path
from typing import IO, Any
from zoneinfo import ZoneInfo

from seguito.errors import N_, Problem
from seguito.speech import Speaker


class ClockUnreadable(Problem):
    id = "clock-unreadable"
    happened = N_("SEGUITO_NOW is “{value}”, which is no time with an offset.")
    safe = N_("Nothing was done.")
    next_step = N_("Write it like 2026-12-02T11:30:00+01:00, or leave it unset to use the clock.")


@dataclass(frozen=True, slots=True)
class Terminal:
    """One command's surroundings. `now` is read once, here; nobody below asks a clock (T1.1)."""

    speaker: Speaker
    now: datetime
    home: Path
    as_json: bool
    out: IO[str]
    err: IO[str]
    zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("UTC"))

    def answer(self, document: object) -> None:
        """The one JSON document of `--json`."""
        json.dump(document, self.out, ensure_ascii=False, indent=2, default=plain)
        self.out.write("\n")

    def line(self, text: str = "") -> None:
        """A line for a person; with `--json` it goes to stderr, where diagnostics belong."""
        (self.err if self.as_json else self.out).write(text + "\n")

    def say(self, message: str, /, **values: object) -> None:
        self.line(self.speaker.say(message, **values))


def clock(environ: dict[str, str] | None = None) -> datetime:
    """Now, aware of its zone: `SEGUITO_NOW` when it is set (it stands still for one command), else the clock."""
    told = (os.environ if environ is None else environ).get("SEGUITO_NOW")
    if not told:
        return datetime.now(UTC).astimezone()
    try:
        instant = datetime.fromisoformat(told)
    except ValueError:
        instant = None
    if instant is None or instant.tzinfo is None:
        raise ClockUnreadable(value=told)
    return instant


def home() -> Path:
    """The data folder: `SEGUITO_HOME`, else the platform's own. It is not created here."""
    told = os.environ.get("SEGUITO_HOME")
    if told:
        return Path(told).expanduser()
    from platformdirs import user_data_path

    return user_data_path("seguito", appauthor=False)


def plain(value: object) -> Any:
    """What JSON has no form for: times in ISO 8601, days as dates, closed sets by their word."""
    match value:
        case datetime() | date():
            return value.isoformat()
        case Enum():
            return value.value
        case Path():
            return str(value)
        case frozenset() | set():
            return sorted(value)
    raise TypeError(f"no JSON form for {type(value).__name__}")


def open_terminal(speaker: Speaker, as_json: bool) -> Terminal:
    return Terminal(speaker, clock(), home(), as_json, sys.stdout, sys.stderr)
