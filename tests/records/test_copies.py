"""A copy of everything, put back."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.terminal import Seguito

from seguito.records.schema import SCHEMA


def test_a_copy_restores_what_was(seguito: Seguito, tmp_path: Path) -> None:
    seguito("me", "name=Ada Conti")
    copy = tmp_path / "copy.db"
    assert seguito.json("backup", copy)["bytes"] > 0
    seguito("me", "name=Somebody Else")
    before = seguito.json("restore", copy)["before"]
    assert seguito.json("me")["me"]["name"] == "Ada Conti"
    assert Path(before).exists(), "what was here before the restore is kept"


def test_a_copy_restores_into_an_empty_folder(seguito: Seguito, tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    seguito("me", "name=Ada Conti")
    seguito("backup", tmp_path / "copy.db")
    monkeypatch.setenv("SEGUITO_HOME", str(tmp_path / "elsewhere"))
    assert seguito.json("restore", tmp_path / "copy.db")["before"] is None
    assert seguito.json("me")["me"]["name"] == "Ada Conti"


def test_a_copy_never_overwrites_a_file(seguito: Seguito, tmp_path: Path) -> None:
    taken = tmp_path / "thesis.txt"
    taken.write_text("two years of work")
    assert seguito("backup", taken).code == 2
    assert taken.read_text() == "two years of work"


def test_a_file_that_is_no_copy_is_refused(seguito: Seguito, tmp_path: Path) -> None:
    seguito("me", "name=Ada Conti")
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as file:
        file.execute("CREATE TABLE music (title TEXT)")
    for path in (other, tmp_path / "missing.db"):
        assert seguito("restore", path).code == 2
    assert seguito.json("me")["me"]["name"] == "Ada Conti"


def test_a_newer_copy_is_refused(seguito: Seguito, tmp_path: Path) -> None:
    seguito("me", "name=Ada Conti")
    seguito("backup", tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as file:
        file.execute(f"PRAGMA user_version = {SCHEMA + 3}")
    answer = seguito("restore", tmp_path / "copy.db", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "newer-database")


def test_an_export_holds_every_table(seguito: Seguito) -> None:
    seguito("me", "name=Ada Conti", "email=ada@example.org")
    tables = seguito.json("export")["tables"]
    assert [row["address"] for row in tables["emailaddress"]] == ["ada@example.org"]
    assert {"interview", "note", "revision", "approval", "followup", "detail"} <= set(tables)


def test_a_copy_holds_what_lies_beside_the_records_and_no_secret(
    seguito: Seguito, surroundings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seguito("words", "add", "Spritz")
    (surroundings / "settings.toml").write_text('[languagetool]\nurl = "http://127.0.0.1:8081"\n')
    (surroundings / "secrets").mkdir(mode=0o700, exist_ok=True)
    (surroundings / "secrets" / "password").write_text("correct-horse-battery")
    copy = tmp_path / "copy.db"
    seguito("backup", copy)
    assert b"correct-horse-battery" not in copy.read_bytes()
    elsewhere = tmp_path / "elsewhere"
    monkeypatch.setenv("SEGUITO_HOME", str(elsewhere))
    answer = seguito.json("restore", copy)
    assert [one["name"] for one in answer["files"]] == ["settings.toml", "words.txt"]
    assert "Spritz" in (elsewhere / "words.txt").read_text()
    assert (elsewhere / "words.txt").stat().st_mode & 0o077 == 0
    assert not (elsewhere / "secrets").exists()
    with closing(sqlite3.connect(elsewhere / "seguito.db")) as file:
        tables = {name for (name,) in file.execute("SELECT name FROM sqlite_master")}
    assert "files_beside" not in tables, "what came back does not stay in the records"


def test_a_newer_file_beside_the_records_is_moved_aside_and_never_lost(
    seguito: Seguito, surroundings: Path, tmp_path: Path
) -> None:
    seguito("words", "add", "Spritz")
    seguito("backup", tmp_path / "copy.db")
    seguito("words", "add", "Negroni")
    newer = (surroundings / "words.txt").read_text()
    for expected in ([newer], []):
        done = seguito.json("restore", tmp_path / "copy.db")
        assert [Path(one["before"]).read_text() for one in done["files"]] == expected
    assert "Negroni" not in (surroundings / "words.txt").read_text()


def test_a_copy_with_a_strange_name_in_it_writes_no_strange_file(seguito: Seguito, tmp_path: Path) -> None:
    seguito("me", "name=Ada Conti")
    seguito("backup", tmp_path / "copy.db")
    with closing(sqlite3.connect(tmp_path / "copy.db")) as file:
        file.execute("INSERT INTO files_beside VALUES ('../../stray.txt', x'41')")
        file.commit()
    assert seguito.json("restore", tmp_path / "copy.db")["files"] == []
    assert not list(tmp_path.parent.rglob("stray.txt"))
