"""Opening the data folder: one SQLite file, brought up to this version's tables before anything reads it."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from django.db import OperationalError, connection, connections, transaction

from seguito.core.nouns import Who
from seguito.errors import Problem
from seguito.records.problems import (
    DamagedDatabase,
    DiskFull,
    FolderBusy,
    MigrationFailed,
    NewerDatabase,
    ReadOnlyFolder,
)
from seguito.records.schema import SCHEMA

_FILE = "seguito.db"
_ROOM_TO_OPEN = 65_536  # bytes: the index of the write-ahead log


def database_file(home: Path) -> Path:
    return home / _FILE


def open_home(home: Path, now: datetime) -> Who:
    """Open (or create) the records in `home` and say on whose behalf work goes on.

    Raises a `Problem` when the folder cannot be written, the file is damaged or newer, or its upgrade fails.
    """
    make_folder(home)
    path = database_file(home)
    found = _schema_of(path)
    if found > SCHEMA:
        raise NewerDatabase(path=path, found=found, known=SCHEMA)
    _point_django(home)
    with told(path):
        if found < SCHEMA:
            _upgrade(path, found)
        return _own_workspace(now)


def data_folder() -> Path:
    """The folder that was opened."""
    return Path(connection.settings_dict["NAME"]).parent


@contextmanager
def atomic() -> Iterator[None]:
    """One transaction: everything in it is kept, or nothing. Nobody reaches outside while it is open."""
    with told(Path(connection.settings_dict["NAME"])), transaction.atomic():
        yield


def look_over() -> None:
    """Let SQLite count what lies in its indexes, so that it chooses the right ones: after much has come in at once."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA analysis_limit = 1000")
        cursor.execute("ANALYZE")


@contextmanager
def rehearsal() -> Iterator[None]:
    """A transaction of which nothing is kept: what a change would do is seen by doing it."""
    with atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the file into what a person can do about it."""
    try:
        yield
    except (OperationalError, sqlite3.OperationalError) as error:
        raise _problem(error, path) from error


def make_folder(home: Path) -> None:
    try:
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise ReadOnlyFolder(path=home) from error
    if not home.is_dir():
        raise ReadOnlyFolder(path=home)


def _schema_of(path: Path) -> int:
    """The number of the tables in the file; 0 when there is none yet."""
    if not path.exists() or not path.stat().st_size:
        return 0
    try:
        with closing(sqlite3.connect(f"file:{path.as_posix()}?mode=ro", uri=True, timeout=10)) as file:
            return int(file.execute("PRAGMA user_version").fetchone()[0])
    except sqlite3.DatabaseError as error:
        raise _problem(error, path) from error


def _point_django(home: Path) -> None:
    """Point Django at this folder (a process serves one at a time)."""
    name = str(database_file(home))
    if str(connection.settings_dict["NAME"]) != name:
        connections.close_all()
        settings: Any = connections.databases["default"]
        settings["NAME"] = name
        del connections["default"]


def _upgrade(path: Path, found: int) -> None:
    """Bring the tables to this version, with a copy of the file from before beside it.

    Each migration is a transaction of its own and Django records it there, so that an interrupted upgrade goes on
    where it stopped.
    """
    from django.core.management import call_command

    copy = path.with_name(f"seguito-before-{SCHEMA}.db")
    if found:
        _copy(path, copy)
    try:
        call_command("migrate", "records", verbosity=0, interactive=False)
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA user_version = {SCHEMA:d}")
    except OperationalError as error:
        known = _problem(error, path)
        if found and not isinstance(known, (DiskFull, FolderBusy, ReadOnlyFolder)):
            raise MigrationFailed(path=path, reason=error, copy=copy) from error
        raise known from error
    _only_mine(path)


def _copy(path: Path, copy: Path) -> None:
    with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
    _only_mine(copy)


def _only_mine(path: Path) -> None:
    """The file holds what people said: nobody else on the machine reads it (no effect on Windows)."""
    path.chmod(0o600)


def _own_workspace(now: datetime) -> Who:
    from seguito.records.models import Workspace

    workspace = Workspace.objects.order_by("created_at").first()
    if workspace is None:
        with transaction.atomic():
            workspace = Workspace.objects.order_by("created_at").first() or Workspace.objects.create(created_at=now)
    return Who(workspace=str(workspace.id))


def _problem(error: Exception, path: Path) -> Problem:
    text = str(error)
    # A full disk shows in the memory-mapped index of the log first, as an error of input and output.
    if "full" in text or ("I/O" in text and shutil.disk_usage(path.parent).free < _ROOM_TO_OPEN):
        return DiskFull(path=path)
    # A log that another process left behind cannot be opened from a read-only folder at all.
    if "readonly" in text or "read-only" in text or "unable to open" in text or not os.access(path.parent, os.W_OK):
        return ReadOnlyFolder(path=path.parent)
    if "locked" in text or "busy" in text:
        return FolderBusy(path=path)
    return DamagedDatabase(path=path, reason=text)
