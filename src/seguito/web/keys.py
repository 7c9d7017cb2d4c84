"""Secrets of the page: files of the data folder that its owner alone can read, and no copy of the records holds."""

import os
import secrets
from pathlib import Path

PAGE = "page.key"  # signs this folder's cookies: kept, so that an open page survives a restart
CALENDAR = "calendar.key"  # the address at which the plan can be fetched


def kept_key(home: Path, name: str) -> str:
    """The secret under that name; made where there is none."""
    try:
        descriptor = os.open(home / name, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return known_key(home, name)
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(secrets.token_urlsafe(48))
    return known_key(home, name)


def known_key(home: Path, name: str) -> str:
    """The secret under that name, or nothing."""
    try:
        return (home / name).read_text("ascii")
    except FileNotFoundError:
        return ""


def drop_key(home: Path, name: str) -> None:
    (home / name).unlink(missing_ok=True)
