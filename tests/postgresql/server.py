"""PostgreSQL as an own instance in a folder of its own, reached by its socket alone and stopped by its process id."""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

_USER = "seguito"
_NOBODY_ELSE = ("-c", "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=60", "-c", "shared_buffers=32MB")
_numbers = count(1)


@dataclass(frozen=True)
class Server:
    """`folder` holds its socket."""

    folder: Path

    def address(self, name: str) -> str:
        return f"postgresql://{_USER}@/{name}?host={self.folder}"

    def run(self, statement: str) -> None:
        import psycopg

        with psycopg.connect(self.address("postgres"), autocommit=True) as line:
            line.execute(statement.encode())

    @contextmanager
    def database(self, template: str = "template0") -> Iterator[str]:
        """An address of a database of one's own, a copy of `template`."""
        name = f"seguito_{next(_numbers)}"
        self.run(f"CREATE DATABASE {name} TEMPLATE {template}")
        try:
            yield self.address(name)
        finally:
            self.run(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


def what_is_missing() -> str:
    if _programs() is None:
        return "PostgreSQL is not installed"
    try:
        import psycopg  # noqa: F401
    except ImportError:
        return "psycopg is not installed"
    if os.geteuid() == 0 and not shutil.which("runuser"):
        return "PostgreSQL does not run as root, and there is no runuser"
    return ""


@contextmanager
def running() -> Iterator[Server]:
    programs = _programs()
    assert programs is not None
    folder = Path(tempfile.mkdtemp(prefix="seguito-pg-", dir="/tmp"))  # a socket's path has little room
    as_somebody: list[str] = []
    if os.geteuid() == 0:  # it refuses to run as root
        shutil.chown(folder, "postgres")
        as_somebody = ["runuser", "-u", "postgres", "--"]
    data, log = folder / "data", folder / "log"
    made = [programs / "initdb", "-D", data, "-A", "trust", "-U", _USER, "--no-sync", "-E", "UTF8", "--locale=C"]
    subprocess.run([*as_somebody, *map(str, made)], check=True, stdout=subprocess.DEVNULL, cwd="/")
    control = [*as_somebody, str(programs / "pg_ctl"), "-D", str(data), "-w", "-s"]
    options = " ".join(["-c", f"unix_socket_directories={folder}", *(one or "''" for one in _NOBODY_ELSE)])
    folder.chmod(0o755)
    try:
        subprocess.run([*control, "-l", str(log), "-o", options, "start"], check=True, cwd="/")
        yield Server(folder)
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, cwd="/")
        for _ in range(20):
            if not (data / "postmaster.pid").exists():
                break
            time.sleep(0.05)
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    """Debian keeps them out of the path, by version."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    return versions[-1] if versions else None
