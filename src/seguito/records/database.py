"""Opening the data folder: one SQLite file, brought up to this version's tables before anything reads it.

A team's records lie on a server instead (`records.server`); the folder then holds what is no record: secrets, lists.
"""

import os
import shutil
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, closing, contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import OperationalError, close_old_connections, connection, connections, transaction

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
from seguito.records.server import DatabaseOutOfReach, bring_up_to_date, server, take_turn

_FILE = "seguito.db"
_NOWHERE = {"USER": "", "PASSWORD": "", "HOST": "", "PORT": ""}
_ROOM_TO_OPEN = 65_536  # bytes: the index of the write-ahead log


def database_file(home: Path) -> Path:
    return home / _FILE


def open_home(home: Path, now: datetime) -> Who:
    """Open (or create) the records of `home` and say on whose behalf work goes on.

    Raises a `Problem` when the folder cannot be written, the file is damaged or newer, its upgrade fails, or a server
    is named that does not answer.
    """
    open_records(home)
    with told_here():
        return _own_workspace(now)


def open_workspace(home: Path, workspace: str) -> Who:
    """Open the records as `open_home` does, and work for that workspace of theirs."""
    open_records(home)
    return _works_for(Who(workspace=workspace))


def open_records(home: Path) -> None:
    """Have the tables there, as this version knows them. Raises what `open_home` raises."""
    make_folder(home)
    database = server()
    if database is not None:
        usual: dict[str, Any] = settings.ON_POSTGRESQL
        _point_django(home, {**usual, **database, "OPTIONS": {**usual["OPTIONS"], **database["OPTIONS"]}})
        with told_here():
            bring_up_to_date()
        return
    path = database_file(home)
    found = _schema_of(path)
    if found > SCHEMA:
        raise NewerDatabase(path=path, found=found, known=SCHEMA)
    _point_django(home, {**settings.ON_SQLITE, "NAME": str(path)})
    if found < SCHEMA:
        with told(path):
            _upgrade(path, found)


def data_folder() -> Path:
    """The folder that was opened."""
    return Path(connection.settings_dict["HOME"])


@contextmanager
def atomic() -> Iterator[None]:
    """One transaction: everything in it is kept, or nothing. Nobody reaches outside while it is open."""
    inside_another = connection.in_atomic_block
    with told_here(), transaction.atomic():
        if not inside_another:
            take_turn(str(connection.settings_dict["WORKSPACE"]))
        yield


def look_over() -> None:
    """Let the database count what lies in its indexes, so that it chooses the right ones: after much has come in."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("PRAGMA analysis_limit = 1000")
        cursor.execute("ANALYZE")


@contextmanager
def rehearsal() -> Iterator[None]:
    """A transaction of which nothing is kept: what a change would do is seen by doing it."""
    with atomic():
        yield
        transaction.set_rollback(True)


def told_here() -> AbstractContextManager[None]:
    """As `told`, of the records that were opened."""
    return told(Path(connection.settings_dict["NAME"]))


def let_go() -> None:
    """Between two jobs: a connection that broke is closed, and the next question opens a new one."""
    close_old_connections()


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what the database says about the file, or itself, into what a person can do about it."""
    try:
        yield
    except (OperationalError, sqlite3.OperationalError) as error:
        if connection.vendor == "postgresql":
            raise DatabaseOutOfReach(name=connection.settings_dict["NAME"], reason=str(error).strip()) from error
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


def _point_django(home: Path, database: Mapping[str, Any]) -> None:
    """Point Django at this folder and its database (a process serves one at a time)."""
    wanted = {**_NOWHERE, **database, "HOME": str(home)}
    if any(connection.settings_dict.get(name) != value for name, value in wanted.items()):
        connections.close_all()
        told: Any = connections.databases["default"]
        told.update(wanted, WORKSPACE="")
        del connections["default"]


def _works_for(who: Who) -> Who:
    """From here on this process's transactions are that workspace's."""
    connections.databases["default"]["WORKSPACE"] = who.workspace
    connection.settings_dict["WORKSPACE"] = who.workspace
    return who


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
    """The one that `SEGUITO_WORKSPACE` names, else the first."""
    from seguito.records.models import Workspace

    name = os.environ.get("SEGUITO_WORKSPACE", "").strip()
    known = Workspace.objects.filter(name=name) if name else Workspace.objects.all()
    workspace = known.order_by("created_at").first()
    if workspace is None:
        with transaction.atomic():
            take_turn("workspaces")
            workspace = known.order_by("created_at").first() or Workspace.objects.create(name=name, created_at=now)
    return _works_for(Who(workspace=str(workspace.id)))


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
