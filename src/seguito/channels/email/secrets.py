"""The account's password: in the system's keyring, else in a file that only the user can read.

Which of the two holds it is told, never hidden (`seguito doctor`).
"""

import contextlib
import os
import re
import secrets
import sys
import threading
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from seguito.errors import N_, Problem

_SERVICE = "seguito"
_FOLDER = "secrets"
_FILE_NAME = re.compile(r"[A-Za-z0-9_-]{1,80}")
# A locked keyring asks its owner. Where nobody can see the question, nobody answers it, and it waits for ever.
_PATIENCE_SEEN = 60.0
_PATIENCE_UNSEEN = 3.0

_T = TypeVar("_T")


class SecretNotKept(Problem):
    id = "secret-not-kept"
    exit_code = 3
    happened = N_("What opens the account could be kept neither in the system's keyring nor in {path}: {reason}.")
    safe = N_("The settings are kept; so is the password from before, if there was one.")
    next_step = N_("Make the data folder writable, then run `seguito account set` again.")
    on_page = N_("Make the data folder writable, then keep the account again.")


class Place(StrEnum):
    """Where a secret lies."""

    KEYRING = "keyring"
    FILE = "file"


def keep(home: Path, name: str, secret: str) -> Place:
    """Keep a secret under `name`, in place of the one before. Raises `SecretNotKept`."""
    path = _path(home, name)
    if _in_time(lambda: _keep_in_keyring(name, secret)):
        path.unlink(missing_ok=True)
        return Place.KEYRING
    try:
        _write(path, secret)
    except OSError as error:
        raise SecretNotKept(path=path, reason=error.strerror or error) from error
    return Place.FILE


def read(home: Path, name: str) -> str | None:
    """The secret under `name`, or None."""
    path = _path(home, name)
    if path.exists():
        return path.read_text(encoding="utf-8")
    return _in_time(lambda: _read_in_keyring(name))


def forget(home: Path, name: str) -> None:
    """Remove the secret under `name` from wherever it lies."""
    _path(home, name).unlink(missing_ok=True)
    _in_time(lambda: _forget_in_keyring(name))


def place(home: Path, name: str) -> Place | None:
    """Where the secret under `name` lies; None when there is none."""
    if _path(home, name).exists():
        return Place.FILE
    return Place.KEYRING if read(home, name) is not None else None


def _path(home: Path, name: str) -> Path:
    if not _FILE_NAME.fullmatch(name):
        raise ValueError(f"no name for a secret: {name!r}")
    return home / _FOLDER / name


def _write(path: Path, secret: str) -> None:
    """Whole or not at all, and never, not for an instant, readable by others."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    try:
        only_mine = os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        with os.fdopen(only_mine, "w", encoding="utf-8", newline="") as file:
            file.write(secret)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise


def _keep_in_keyring(name: str, secret: str) -> bool:
    import keyring

    keyring.set_password(_SERVICE, name, secret)
    # The backend “null” takes everything and keeps nothing.
    return keyring.get_password(_SERVICE, name) == secret


def _read_in_keyring(name: str) -> str | None:
    import keyring

    return keyring.get_password(_SERVICE, name)


def _forget_in_keyring(name: str) -> None:
    import keyring

    keyring.delete_password(_SERVICE, name)


def _in_time(ask: Callable[[], _T]) -> _T | None:
    """What the keyring answers; None when it fails, is not there, or waits for somebody who cannot see it."""
    answers: list[_T] = []

    def run() -> None:
        # Each backend raises whatever its own system raises: D-Bus, CoreFoundation, a RuntimeError of keyring's.
        with contextlib.suppress(Exception):
            answers.append(ask())

    thread = threading.Thread(target=run, name="keyring", daemon=True)
    thread.start()
    thread.join(_PATIENCE_SEEN if _somebody_sees() else _PATIENCE_UNSEEN)
    return answers[0] if answers else None


def _somebody_sees() -> bool:
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
