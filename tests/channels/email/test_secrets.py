"""The password: in the keyring where there is one that answers, else where only its owner can read it."""

import os
import stat
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends import chainer, fail, null

from seguito.channels.email import secrets
from seguito.channels.email.secrets import Place, SecretNotKept

SECRET = "pässwörd\u2026 with spaces "


class InMemory(KeyringBackend):
    priority = 1.0
    viable = False  # for this file alone: no chain of backends takes it up

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username))


class Locked(InMemory):
    """Asks its owner to unlock it, where nobody sees the question."""

    def set_password(self, service: str, username: str, password: str) -> None:
        threading.Event().wait(30)

    get_password = delete_password = set_password  # type: ignore[assignment]


class Broken(InMemory):
    def set_password(self, service: str, username: str, password: str) -> None:
        raise ConnectionRefusedError("no bus")


@pytest.fixture(autouse=True)
def the_keyring_from_before() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def test_a_keyring_keeps_it(tmp_path: Path) -> None:
    keyring.set_keyring(InMemory())

    assert secrets.keep(tmp_path, "a1", SECRET) is Place.KEYRING
    assert secrets.read(tmp_path, "a1") == SECRET
    assert secrets.place(tmp_path, "a1") is Place.KEYRING
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("backend", [fail.Keyring, null.Keyring, chainer.ChainerBackend, Broken])
def test_without_a_keyring_a_file_does(tmp_path: Path, backend: type[KeyringBackend]) -> None:
    """“null” takes everything and keeps nothing; a chain may be empty."""
    keyring.set_keyring(backend())

    assert secrets.keep(tmp_path, "a1", SECRET) is Place.FILE
    assert secrets.read(tmp_path, "a1") == SECRET
    assert secrets.place(tmp_path, "a1") is Place.FILE


def test_a_locked_keyring_is_not_waited_for_where_nobody_sees_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyring.set_keyring(Locked())
    monkeypatch.setattr(secrets, "_PATIENCE_UNSEEN", 0.1)
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")

    began = time.monotonic()
    assert secrets.keep(tmp_path, "a1", SECRET) is Place.FILE
    assert secrets.read(tmp_path, "a1") == SECRET
    assert time.monotonic() - began < 20


@pytest.mark.skipif(sys.platform == "win32", reason="no such modes there; the folder is the user's own")
def test_the_file_is_its_owners_from_its_first_instant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keyring.set_keyring(fail.Keyring())
    modes: list[int] = []
    real_open = os.open

    def watched(path: Path, flags: int, mode: int = 0o777) -> int:
        file = real_open(path, flags, mode)
        modes.append(stat.S_IMODE(os.fstat(file).st_mode))
        return file

    monkeypatch.setattr(os, "open", watched)
    before = os.umask(0)
    try:
        secrets.keep(tmp_path, "a1", SECRET)
    finally:
        os.umask(before)

    assert modes == [0o600]
    assert stat.S_IMODE((tmp_path / "secrets").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "secrets" / "a1").stat().st_mode) == 0o600


def test_a_new_password_takes_the_old_ones_place(tmp_path: Path) -> None:
    keyring.set_keyring(fail.Keyring())
    secrets.keep(tmp_path, "a1", "old")
    secrets.keep(tmp_path, "a1", "new")
    assert secrets.read(tmp_path, "a1") == "new"

    keyring.set_keyring(InMemory())
    secrets.keep(tmp_path, "a1", "newest")
    assert secrets.read(tmp_path, "a1") == "newest"
    assert secrets.place(tmp_path, "a1") is Place.KEYRING


def test_what_is_forgotten_is_gone(tmp_path: Path) -> None:
    for backend in (fail.Keyring(), InMemory()):
        keyring.set_keyring(backend)
        secrets.keep(tmp_path, "a1", SECRET)
        secrets.forget(tmp_path, "a1")
        assert secrets.read(tmp_path, "a1") is None
        assert secrets.place(tmp_path, "a1") is None


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    keyring.set_keyring(fail.Keyring())
    (tmp_path / "secrets").write_text("in the way")

    with pytest.raises(SecretNotKept):
        secrets.keep(tmp_path, "a1", SECRET)


@pytest.mark.parametrize("name", ["", "../a1", "a/b", ".", "a b", "x" * 81])
def test_a_name_leads_nowhere_else(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="secret"):
        secrets.keep(tmp_path, name, SECRET)
