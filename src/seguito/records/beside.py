"""What a person has written beside the records, in the data folder: it goes with a copy, and comes back with it.

Only these files, by name: never a secret, never the suppression list, which stands outside every copy on purpose.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

FILES = ("words.txt", "post.toml", "settings.toml")
_TABLE = "files_beside"
_LARGEST = 5_000_000  # bytes; a larger one is none that Seguito reads


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back. `before`: where the one lies that was here until now; None where there was none."""

    name: str
    before: Path | None


def put_beside(copy: sqlite3.Connection, home: Path) -> None:
    """Put the folder's own files into a copy of its records. Raises OSError."""
    found = [(name, (home / name).read_bytes()) for name in FILES if _fits(home / name)]
    copy.execute(f"CREATE TABLE {_TABLE} (name TEXT PRIMARY KEY, data BLOB NOT NULL)")
    copy.executemany(f"INSERT INTO {_TABLE} VALUES (?, ?)", found)  # noqa: S608 (the name is ours)
    copy.commit()


def take_out(copy: sqlite3.Connection) -> dict[str, bytes]:
    """The files of a copy, by name; the table that held them goes. None of a copy that an earlier version made."""
    if not copy.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (_TABLE,)).fetchone():
        return {}
    rows = copy.execute(f"SELECT name, data FROM {_TABLE}").fetchall()  # noqa: S608 (the name is ours)
    copy.execute(f"DROP TABLE {_TABLE}")
    copy.commit()
    return {name: bytes(data) for name, data in rows if name in FILES and isinstance(data, bytes)}


def bring_back(home: Path, files: dict[str, bytes], now: datetime) -> Iterator[Returned]:
    """Put them into the folder. What stands there and says something else is moved aside. Raises OSError."""
    for name, data in sorted(files.items()):
        place = home / name
        if place.is_file() and place.read_bytes() == data:
            continue
        part = place.with_name(f".{name}.part")
        with suppress(FileNotFoundError):
            part.unlink()
        with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(data)
        before = place.rename(name_aside(place, now)) if place.exists() else None
        part.replace(place)
        yield Returned(name, before)


def name_aside(place: Path, now: datetime) -> Path:
    """A free name beside `place` for what was there until now."""
    until = f"{place.stem}-until-{now:%Y%m%d-%H%M%S}"
    aside, number = place.with_name(until + place.suffix), 1
    while aside.exists():
        number += 1
        aside = place.with_name(f"{until}-{number}{place.suffix}")
    return aside


def _fits(path: Path) -> bool:
    return path.is_file() and path.stat().st_size <= _LARGEST
