"""What the database itself refuses about deliveries, whichever program asks."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import product
from pathlib import Path

import pytest
from tests.mail.cast import NOW, a_home, an_approved_note

from seguito.core.outbox import LEGAL, DeliveryState
from seguito.records.database import atomic, database_file
from seguito.records.guards import triggers
from seguito.records.reads.notes import approval
from seguito.records.writes.deliveries import make_delivery

S = DeliveryState


@pytest.fixture
def database(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """Records with one delivery, opened by some other program."""
    home = tmp_path / "home"
    who = a_home(home)
    note = an_approved_note(who, "<m1@seguito.test>")
    with atomic():
        yes = approval(who, note.id)
        assert yes is not None
        make_delivery(who, yes, NOW)
    with closing(sqlite3.connect(database_file(home), isolation_level=None)) as connection:
        yield connection


def put_in(database: sqlite3.Connection, state: str) -> None:
    """Set a state past the guards, as no program can."""
    made = dict(triggers())
    for name in made:
        database.execute(f"DROP TRIGGER {name}")
    database.execute("UPDATE records_delivery SET state = ?, by_draft = 1, message = x'41', sender = 'ada'", [state])
    for statement in made.values():
        database.execute(statement)


def test_the_guards_stand_after_every_migration(database: sqlite3.Connection) -> None:
    """A later migration that rebuilds the table loses them, unless it puts them back."""
    found = dict(database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())

    assert {name: found.get(name) for name in triggers()} == triggers()


def test_only_legal_steps_are_taken(database: sqlite3.Connection) -> None:
    step = "UPDATE records_delivery SET state = ?, fence = fence + 1"
    for before, after in product(S, S):
        put_in(database, before)
        if before is after or (before, after) in LEGAL:
            database.execute(step, [after])
        else:
            with pytest.raises(sqlite3.IntegrityError, match="no such step"):
                database.execute(step, [after])


def test_what_may_have_gone_is_called_back_only_as_a_draft(database: sqlite3.Connection) -> None:
    for before, after in ((S.UNKNOWN, S.CANCELLED), (S.UNKNOWN, S.DRAFTED), (S.COMMITTING, S.DRAFTED)):
        put_in(database, before)
        with pytest.raises(sqlite3.IntegrityError, match="way it goes is kept"):
            database.execute("UPDATE records_delivery SET by_draft = 0")
        put_in(database, S.READY)
        database.execute("UPDATE records_delivery SET by_draft = 0")
        for one in (S.CLAIMED, S.COMMITTING, before):
            database.execute("UPDATE records_delivery SET state = ?, fence = fence + 1", [one])
        with pytest.raises(sqlite3.IntegrityError, match="only a draft"):
            database.execute("UPDATE records_delivery SET state = ?", [after])


def test_the_bytes_are_frozen_once(database: sqlite3.Connection) -> None:
    database.execute("UPDATE records_delivery SET message = x'41', sender = 'ada'")
    for change in ("message = x'42'", "message = NULL", "sender = 'bo'"):
        with pytest.raises(sqlite3.IntegrityError, match="frozen"):
            database.execute(f"UPDATE records_delivery SET {change}")  # noqa: S608


def test_bytes_that_went_may_be_redacted(database: sqlite3.Connection) -> None:
    put_in(database, S.FILED)

    database.execute("UPDATE records_delivery SET message = x''")


@pytest.mark.parametrize(
    "change", ["recipients = '[]'", "message_id = '<x@y.it>'", "note_id = 'x'", "approval_id = 'x'"]
)
def test_where_it_goes_is_frozen(database: sqlite3.Connection, change: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="frozen"):
        database.execute(f"UPDATE records_delivery SET {change}")  # noqa: S608


def test_a_claim_raises_the_fence_and_nothing_lowers_it(database: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="fence"):
        database.execute("UPDATE records_delivery SET state = 'claimed'")
    database.execute("UPDATE records_delivery SET state = 'claimed', fence = fence + 1")
    with pytest.raises(sqlite3.IntegrityError, match="fence"):
        database.execute("UPDATE records_delivery SET fence = 0")


def test_nothing_is_marked_before_it_has_bytes(database: sqlite3.Connection) -> None:
    database.execute("UPDATE records_delivery SET state = 'claimed', fence = 1")
    with pytest.raises(sqlite3.IntegrityError, match="nothing to send"):
        database.execute("UPDATE records_delivery SET state = 'committing'")


def test_a_step_that_was_taken_stays_written(database: sqlite3.Connection) -> None:
    database.execute(
        "INSERT INTO records_deliverystep (id, short, workspace_id, delivery_id, at, before, after, fence)"
        " SELECT 'x', 'x', workspace_id, id, '2026-12-02', 'ready', 'claimed', 1 FROM records_delivery"
    )
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        database.execute("UPDATE records_deliverystep SET after = 'handed'")
