"""Copies of the records: whole, checked before they are trusted, and never in place of something that is lost."""

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.db import connections

from seguito.core.reasons import Reason
from seguito.errors import N_, Problem
from seguito.records.beside import Returned, bring_back, name_aside, put_beside, take_out
from seguito.records.database import database_file, make_folder, told
from seguito.records.problems import NewerDatabase
from seguito.records.schema import SCHEMA
from seguito.records.server import KeptByTheServer, server


class CopyExists(Problem):
    id = "copy-exists"
    happened = N_("There is a file at {path} already.")
    safe = N_("It was left as it is.")
    next_step = N_("Name another file for the copy.")


class CopyNotWritten(Problem):
    id = "copy-not-written"
    exit_code = 3
    happened = N_("The copy could not be written to {path}: {reason}.")
    safe = N_("The records are unharmed; no half copy was left behind.")
    next_step = N_("Name a file on a disk with room that this account may write to.")


class CopyNotPutBack(Problem):
    id = "copy-not-put-back"
    exit_code = 3
    happened = N_("The copy could not be put back into {path}: {reason}.")
    safe = N_("The records here are as they were.")
    next_step = N_("Make the folder writable for this account, or name another one with SEGUITO_HOME.")


class NoCopy(Problem):
    id = "no-copy"
    happened = N_("{path} is no copy of Seguito's records: {reason}.")
    safe = N_("The records here are as they were.")
    next_step = N_("Name a file that `seguito backup` has written.")


def back_up(home: Path, target: Path) -> int:
    """Write a whole copy of the records, and of what lies beside them, to `target`; say how many bytes it has.

    It is made beside its place and moved there when it is complete: a half copy never bears the name.
    Raises KeptByTheServer where the records lie in no file.
    """
    _lies_here()
    if target.exists():
        raise CopyExists(path=target)
    part = target.with_name(f".{target.name}.part")
    try:
        _private(part)
        with closing(sqlite3.connect(database_file(home))) as source, closing(sqlite3.connect(part)) as copy:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            put_beside(copy, home)
        part.replace(target)
    except (OSError, sqlite3.Error) as error:
        _gone(part)
        reason = error.strerror if isinstance(error, OSError) else error
        raise CopyNotWritten(path=target, reason=reason or error) from error
    return target.stat().st_size


@dataclass(frozen=True, slots=True)
class PutBack:
    """`before`: where the records lie that were here until now. `files`: what came back beside them."""

    before: Path | None
    files: tuple[Returned, ...]


def put_back(home: Path, source: Path, now: datetime) -> PutBack:
    """Put the copy back into `home`. What was there and is not the same is moved aside.

    Raises NoCopy, NewerDatabase, CopyNotPutBack, and what stands in the way of writing there.
    """
    _lies_here()
    _trusted(source)
    make_folder(home)
    place = database_file(home)
    connections.close_all()
    with told(place):
        aside = _moved_aside(home, now) if place.exists() else None
        fresh = place.with_name(".seguito.db.part")
        try:
            _private(fresh)
            with closing(sqlite3.connect(source)) as copy, closing(sqlite3.connect(fresh)) as target:
                copy.backup(target)
                beside = take_out(target)
            for leftover in (place.with_name(place.name + "-wal"), place.with_name(place.name + "-shm")):
                leftover.unlink(missing_ok=True)
            fresh.replace(place)
            returned = tuple(bring_back(home, beside, now))
        except OSError as error:
            raise CopyNotPutBack(path=home, reason=error.strerror or error) from error
        finally:
            _gone(fresh)
    return PutBack(aside, returned)


def _moved_aside(home: Path, now: datetime) -> Path:
    aside = name_aside(database_file(home), now)
    back_up(home, aside)
    return aside


def copies_in(home: Path) -> tuple[Path, ...]:
    """Earlier copies of the records that lie in the folder: from before an upgrade, from before a restore."""
    return tuple(sorted([*home.glob("seguito-until-*.db"), *home.glob("seguito-before-*.db")]))


def _lies_here() -> None:
    database = server()
    if database is not None:
        raise KeptByTheServer(name=database["NAME"])


def _trusted(source: Path) -> None:
    if not source.is_file():
        raise NoCopy(path=source, reason=Reason("", N_("no such file is there")))
    try:
        with closing(sqlite3.connect(f"file:{source.resolve().as_posix()}?mode=ro", uri=True)) as copy:
            schema = int(copy.execute("PRAGMA user_version").fetchone()[0])
            fault = copy.execute("PRAGMA integrity_check(1)").fetchone()[0]
            copy.execute("SELECT count(*) FROM records_workspace").fetchone()
    except (sqlite3.Error, OSError) as error:
        raise NoCopy(path=source, reason=error) from error
    if fault != "ok":
        raise NoCopy(path=source, reason=fault)
    if schema > SCHEMA:
        raise NewerDatabase(path=source, found=schema, known=SCHEMA)


def _private(path: Path) -> None:
    """An empty file that only this account can read, from its first instant."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


def _gone(path: Path) -> None:
    """Take a half copy away, if there is one and it can be; what went wrong before is what is told."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
