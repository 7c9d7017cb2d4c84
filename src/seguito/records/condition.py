"""In what condition the data folder is."""

import os
import shutil
import stat
from dataclasses import dataclass
from pathlib import Path

from django.db import connection

from seguito.records.database import database_file


@dataclass(frozen=True, slots=True)
class Condition:
    """`fault`: what the database's own check says, empty when it is sound. `synchronous`: 2 is FULL.

    `only_mine`: nobody else on the machine can read it. `free`: bytes left on its disk.
    """

    path: Path
    fault: str
    journal: str
    synchronous: int
    only_mine: bool
    writable: bool
    free: int


def condition(home: Path) -> Condition:
    if connection.vendor == "postgresql":
        return _on_the_server(home)
    path = database_file(home)
    with connection.cursor() as cursor:
        fault = cursor.execute("PRAGMA quick_check(1)").fetchone()[0]
        journal = cursor.execute("PRAGMA journal_mode").fetchone()[0]
        synchronous = cursor.execute("PRAGMA synchronous").fetchone()[0]
    return Condition(
        path=path,
        fault="" if fault == "ok" else str(fault),
        journal=str(journal),
        synchronous=int(synchronous),
        only_mine=os.name != "posix" or not stat.S_IMODE(path.stat().st_mode) & 0o077,
        writable=os.access(home, os.W_OK),
        free=shutil.disk_usage(home).free,
    )


def _on_the_server(home: Path) -> Condition:
    """What a server keeps to itself counts as in order; what it was told about power cuts is asked."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('fsync') = 'on' AND current_setting('synchronous_commit') <> 'off'")
        durable = bool(cursor.fetchone()[0])
    return Condition(
        path=Path(connection.settings_dict["NAME"]),
        fault="",
        journal="wal",
        synchronous=2 if durable else 0,
        only_mine=True,
        writable=os.access(home, os.W_OK),
        free=shutil.disk_usage(home).free,
    )
