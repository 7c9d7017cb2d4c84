"""The data folder: opened safely, or a word about why not."""

import os
import shutil
import sqlite3
import stat
import subprocess
import sys
import threading
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from seguito.records import database, migrations
from seguito.records.database import atomic, database_file, open_home
from seguito.records.problems import DamagedDatabase, DiskFull, FolderBusy, NewerDatabase, ReadOnlyFolder
from seguito.records.schema import SCHEMA
from seguito.records.writes.people import keep_organisation

NOW = datetime(2026, 12, 2, 10, 0, tzinfo=UTC)


def test_the_schema_number_counts_the_migrations() -> None:
    found = list(Path(migrations.__path__[0]).glob("[0-9]*.py"))
    assert len(found) == SCHEMA


def test_a_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    open_home(tmp_path / "new" / "home", NOW)
    path = database_file(tmp_path / "new" / "home")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_opening_twice_is_the_same_workspace(tmp_path: Path) -> None:
    assert open_home(tmp_path, NOW) == open_home(tmp_path, NOW)


def test_two_folders_in_one_process_stay_apart(tmp_path: Path) -> None:
    one = open_home(tmp_path / "one", NOW)
    keep_organisation(one, "Jackson Spalding")
    two = open_home(tmp_path / "two", NOW)
    assert keep_organisation(two, "Nemar").name == "Nemar"
    assert one.workspace != two.workspace


def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    open_home(tmp_path, NOW)
    with closing(sqlite3.connect(database_file(tmp_path))) as file:
        file.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    before = database_file(tmp_path).read_bytes()
    with pytest.raises(NewerDatabase):
        open_home(tmp_path, NOW)
    assert database_file(tmp_path).read_bytes() == before


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path) -> None:
    database_file(tmp_path).write_bytes(b"not a database, but a person's file " * 50)
    with pytest.raises(DamagedDatabase):
        open_home(tmp_path, NOW)
    assert database_file(tmp_path).read_bytes().startswith(b"not a database")


def test_an_interrupted_first_opening_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """Every migration is one transaction: after a kill the next opening makes what is missing."""
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom datetime import datetime, UTC\n"
        "from seguito.records.database import open_home\n"
        "from django.db.migrations.executor import MigrationExecutor as E\n"
        "kept = E.record_migration\n"
        "E.record_migration = lambda self, migration: os._exit(9)\n"
        "open_home(Path(sys.argv[1]), datetime.now(UTC))\n"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False)
    assert done.returncode == 9
    who = open_home(tmp_path, NOW)
    assert keep_organisation(who, "Nemar").name == "Nemar"


def test_an_upgrade_leaves_a_copy_from_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    open_home(tmp_path, NOW)
    monkeypatch.setattr(database, "SCHEMA", SCHEMA + 1)
    open_home(tmp_path, NOW)
    assert (tmp_path / f"seguito-before-{SCHEMA + 1}.db").stat().st_size > 0


def test_another_writer_is_waited_for_and_then_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    who = open_home(tmp_path, NOW)
    from django.db import connection

    connection.cursor().execute("PRAGMA busy_timeout = 50")
    with closing(sqlite3.connect(database_file(tmp_path))) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(FolderBusy), atomic():
            keep_organisation(who, "Nemar")


def test_two_writers_at_once_both_get_through(tmp_path: Path) -> None:
    who = open_home(tmp_path, NOW)
    failed: list[BaseException] = []

    def write(name: str) -> None:
        from django.db import connection

        try:
            for n in range(30):
                with atomic():
                    keep_organisation(who, f"{name} {n}")
        except BaseException as error:
            failed.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=write, args=(name,)) for name in ("Nemar", "Spalding", "Ponte")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed


needs_mounts = pytest.mark.skipif(
    os.name != "posix" or not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("unshare"),
    reason="mounts need root and unshare",
)


def _in_own_mounts(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    words = ["unshare", "-m", "sh", "-ec", script, "sh", *map(str, arguments)]
    return subprocess.run(words, capture_output=True, text=True, check=False)


@needs_mounts
def test_a_read_only_folder_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    home = tmp_path / "home"
    open_home(home, NOW)
    script = 'mount --bind "$1" "$1"; mount -o remount,ro,bind "$1"; SEGUITO_HOME="$1" "$2" -m seguito me name=Ada'
    done = _in_own_mounts(script, home, sys.executable)
    assert done.returncode == ReadOnlyFolder.exit_code
    assert "cannot be written" in done.stderr
    assert "Traceback" not in done.stderr


@needs_mounts
def test_a_full_disk_is_named_and_loses_nothing(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    script = (
        'mount -t tmpfs -o size=2m tmpfs "$1"; export SEGUITO_HOME="$1/home"; "$2" -m seguito me name=Ada >/dev/null;'
        'dd if=/dev/zero of="$1/fill" bs=1k count=4000 2>/dev/null || true;'
        'set +e; "$2" -m seguito me $(printf "phone=%0150d " $(seq 90)); code=$?; rm "$1/fill"; "$2" -m seguito me; exit $code'
    )
    done = _in_own_mounts(script, disk, sys.executable)
    assert done.returncode == DiskFull.exit_code, done.stderr
    assert "is full" in done.stderr
    assert "Traceback" not in done.stderr
    assert "Ada" in done.stdout


@needs_mounts
def test_a_copy_that_cannot_be_written_leaves_no_half_of_it_behind(tmp_path: Path) -> None:
    home, locked = tmp_path / "home", tmp_path / "locked"
    open_home(home, NOW)
    locked.mkdir()
    script = (
        'export SEGUITO_HOME="$1"; "$3" -m seguito backup "$1/copy.db" >/dev/null; mount --bind "$2" "$2";'
        'mount -o remount,ro,bind "$2"; set +e; "$3" -m seguito backup "$2/copy.db"; one=$?;'
        'SEGUITO_HOME="$2/new" "$3" -m seguito restore "$1/copy.db"; two=$?; mount -t tmpfs -o size=64k tmpfs "$2";'
        '"$3" -m seguito backup "$2/copy.db"; three=$?; SEGUITO_HOME="$2" "$3" -m seguito restore "$1/copy.db";'
        'echo "$one $two $three $? $(ls -A "$2" | wc -l)"'
    )
    done = _in_own_mounts(script, home, locked, sys.executable)
    assert done.stdout.splitlines()[-1] == "3 3 3 3 0", done.stderr
    assert "Traceback" not in done.stderr
