"""What a team shares, and what it does not."""

import os
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from django.db import connections

from seguito.actions.session import begin
from seguito.core.nouns import Who
from seguito.records.alone import only_one
from seguito.records.database import atomic, open_home
from seguito.records.problems import NewerDatabase
from seguito.records.server import DatabaseOutOfReach
from seguito.records.writes.people import keep_organisation
from tests.mail.cast import NOW, a_home
from tests.terminal import Seguito

PEOPLE = 60
SKILLS = ("SEO", "copywriting", "Photoshop", "data analysis", "public speaking")


def workspace(name: str, home: Path, monkeypatch: pytest.MonkeyPatch) -> Who:
    monkeypatch.setenv("SEGUITO_WORKSPACE", name)
    return open_home(home, NOW)


def test_a_workspace_is_made_once_and_found_by_its_name(surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    elena, marco = (workspace(name, surroundings, monkeypatch) for name in ("elena", "marco"))
    assert elena != marco
    assert workspace("elena", surroundings, monkeypatch) == elena


def test_nobody_sees_the_other_workspaces(seguito: Seguito, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEGUITO_WORKSPACE", "elena")
    seguito.json("talent", "add", "Ada Conti", "--because", "Asked well", "--consent-until", "2030-01-01")
    monkeypatch.setenv("SEGUITO_WORKSPACE", "marco")
    assert seguito.json("people")["people"] == []
    assert "Conti" not in seguito("export").out


def test_one_persons_file_becomes_a_members_workspace(
    seguito: Seguito, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEGUITO_WORKSPACE", "marco")
    seguito.json("me", "name=Marco Neri", "email=marco@mail.example")
    address = os.environ["SEGUITO_DATABASE"]
    monkeypatch.delenv("SEGUITO_DATABASE")
    monkeypatch.delenv("SEGUITO_WORKSPACE")
    seguito.json("me", "name=Elena Ferri", "email=elena@mail.example")
    (tmp_path / "elena.json").write_text(seguito("export").out, "utf-8")
    monkeypatch.setenv("SEGUITO_DATABASE", address)
    monkeypatch.setenv("SEGUITO_WORKSPACE", "elena")
    seguito.json("import", tmp_path / "elena.json")
    assert seguito.json("me")["me"]["name"] == "Elena Ferri"
    monkeypatch.setenv("SEGUITO_WORKSPACE", "marco")
    assert seguito.json("me")["me"]["name"] == "Marco Neri"


def test_nothing_is_left_of_somebody_erased_in_any_table(seguito: Seguito, on_the_server: str) -> None:
    told = seguito.json(
        *("talent", "add", "Amelia Hart", "--because", "Rebuilt the zeppelin archive", "--skill", "SEO: zeppelin"),
        *("--email", "amelia@x.example", "--consent-until", "2030-01-01"),
    )
    seguito.json("erase", told["talent"]["person"]["id"], "--yes")
    with psycopg.connect(on_the_server) as other:
        tables = other.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'").fetchall()
        held = [str(row) for (table,) in tables for row in other.execute(f"SELECT t::text FROM {table} t")]  # noqa: S608
    assert held
    assert not [row for row in held for word in ("Amelia", "amelia@x.example", "zeppelin") if word in row]


def test_writers_of_one_workspace_take_turns(surroundings: Path) -> None:
    """What reads before it writes finds what the other wrote: the same house is never made twice."""
    who = begin(surroundings, NOW).who
    made: list[str] = []

    def write() -> None:
        try:
            for n in range(10):
                with atomic():
                    made.append(keep_organisation(who, f"House {n}").id)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=write) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 40
    assert len(set(made)) == 10


def test_a_lock_goes_with_the_connection_of_its_holder(surroundings: Path, on_the_server: str) -> None:
    begin(surroundings, NOW)
    with psycopg.connect(on_the_server, autocommit=True) as other:
        other.execute("SELECT pg_advisory_lock(hashtextextended('reminding-x', 1))")
        with only_one(surroundings, "reminding-x") as alone:
            assert not alone
    for _ in range(100):  # the server notices in its own time
        with only_one(surroundings, "reminding-x") as alone:
            if alone:
                return
        time.sleep(0.05)
    pytest.fail("the lock outlived its holder")


def test_a_newer_database_is_left_alone(surroundings: Path, on_the_server: str) -> None:
    with psycopg.connect(on_the_server) as other:
        other.execute("INSERT INTO django_migrations (app, name, applied) VALUES ('records', '9999', now())")
    with pytest.raises(NewerDatabase):
        open_home(surroundings, NOW)


def test_a_server_out_of_reach_is_a_word_and_not_a_trace(
    surroundings: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("SEGUITO_DATABASE", f"postgresql://seguito:s3cret@/nowhere?host={tmp_path}")
    with pytest.raises(DatabaseOutOfReach) as told:
        open_home(surroundings, NOW)
    assert "s3cret" not in str(told.value)


def test_a_match_ranks_as_it_does_on_a_file(
    seguito: Seguito, surroundings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = ["name,email,skills,because,consent_until"]
    for n in range(PEOPLE):
        skills = "; ".join(skill for place, skill in enumerate(SKILLS) if (n * 7 + place * n) % (place + 2) == 0)
        rows.append(f"Person{n} Test,p{n}@x.test,{skills},Spoke of campaign {n % 5},2030-01-01")
    (tmp_path / "people.csv").write_text("\n".join(rows), "utf-8")
    opening = tmp_path / "opening.toml"
    opening.write_text('title = "Editor"\nrequired = ["SEO", "Photoshop"]\nwished = ["copywriting"]\n', "utf-8")

    def ranked() -> list[str]:
        seguito.json("import", tmp_path / "people.csv")
        seguito.json("opening", opening)
        return [one["person"]["name"] for one in seguito.json("match", "Editor")["matches"]]

    monkeypatch.setenv("SEGUITO_NOW", datetime(2026, 12, 2, 12, tzinfo=UTC).isoformat())
    on_the_server = ranked()
    monkeypatch.delenv("SEGUITO_DATABASE")
    a_home(surroundings)
    assert ranked() == on_the_server
    assert len(on_the_server) > 5
