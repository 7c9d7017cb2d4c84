"""The playbooks that ship with Seguito, and the reading of one from any file (T6.1)."""

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from seguito.core.playbook_form import parse_playbook
from seguito.core.playbooks import Playbook
from seguito.errors import N_, Problem

_HERE = Path(__file__).parent
DEFAULT = "default"


class PlaybookUnknown(Problem):
    id = "playbook-unknown"
    happened = N_("There is no playbook “{name}”.")
    safe = N_("Nothing was done.")
    next_step = N_("These are there: {known}.")


class PlaybookUnreadable(Problem):
    id = "playbook-unreadable"
    happened = N_("{file} is no playbook that can be read: {reason}.")
    safe = N_("The playbook was not taken over.")
    next_step = N_("Correct it there, and try again.")


def shipped() -> tuple[str, ...]:
    """The ids of the playbooks that ship, the default first."""
    others = sorted(path.stem for path in _HERE.glob("*.toml") if path.stem != DEFAULT)
    return (DEFAULT, *others)


@lru_cache
def playbook(name: str = DEFAULT) -> Playbook:
    """A playbook that ships. Raises PlaybookUnknown."""
    if name not in shipped():
        raise PlaybookUnknown(name=name, known=", ".join(shipped()))
    return read_playbook(_HERE / f"{name}.toml")


def read_playbook(path: Path) -> Playbook:
    """The playbook in a file, on top of the default. Raises PlaybookUnreadable, or what `parse_playbook` raises."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as wrong:
        raise PlaybookUnreadable(file=path.name, reason=str(wrong).rstrip(".")) from None
    return playbook_told(text, path.name)


def text_of(name: str) -> str:
    """The file of a playbook that ships, as it is. Raises PlaybookUnknown."""
    if name not in shipped():
        raise PlaybookUnknown(name=name, known=", ".join(shipped()))
    return (_HERE / f"{name}.toml").read_text(encoding="utf-8")


def playbook_told(text: str, name: str) -> Playbook:
    """The playbook that `text` tells; `name`: what its file is called. Raises as `read_playbook` does."""
    try:
        own = tomllib.loads(text)
    except ValueError as wrong:
        raise PlaybookUnreadable(file=name, reason=str(wrong).rstrip(".")) from None
    return parse_playbook(own, _default_table(), lines_of(text))


def lines_of(text: str) -> dict[str, int]:
    """The line on which each dotted key of a TOML text stands, counted from 1; enough to point a finger at it."""
    section, lines = "", dict[str, int]()
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.strip()
        if bare.startswith("["):
            section = bare.partition("#")[0].strip().strip("[]").strip()
            lines.setdefault(section, number)
        elif "=" in bare and not bare.startswith("#"):
            key = bare.partition("=")[0].strip().strip("\"'")
            lines.setdefault(f"{section}.{key}" if section else key, number)
    return lines


@lru_cache
def _default_table() -> dict[str, Any]:
    return tomllib.loads((_HERE / f"{DEFAULT}.toml").read_text(encoding="utf-8"))
