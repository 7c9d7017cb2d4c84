"""What PostgreSQL itself refuses about deliveries: the same as SQLite, whichever program asks."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import psycopg
import pytest

from seguito.core.outbox import LEGAL, DeliveryState
from seguito.records.database import atomic
from seguito.records.guards import triggers, triggers_of_postgresql
from seguito.records.reads.notes import approval
from seguito.records.writes.deliveries import make_delivery
from tests.mail.cast import NOW, a_home, an_approved_note

S = DeliveryState


@pytest.fixture
def line(on_the_server: str, surroundings: Path) -> Iterator[psycopg.Connection]:
    """Records with one delivery, opened by some other program."""
    who = a_home(surroundings)
    note = an_approved_note(who, "<m1@seguito.test>")
    with atomic():
        yes = approval(who, note.id)
        assert yes is not None
        make_delivery(who, yes, NOW)
    with psycopg.connect(on_the_server, autocommit=True) as line:
        yield line


def put_in(line: psycopg.Connection, state: S) -> None:
    """Set a state past the guards, as no program can that does not own the table."""
    line.execute("ALTER TABLE records_delivery DISABLE TRIGGER USER")
    line.execute("UPDATE records_delivery SET state = %s, by_draft = TRUE, message = 'A', sender = 'ada'", [state])
    line.execute("ALTER TABLE records_delivery ENABLE TRIGGER USER")


def test_both_databases_have_the_same_guards(line: psycopg.Connection) -> None:
    found = {name for (name,) in line.execute("SELECT tgname FROM pg_trigger WHERE tgname LIKE 'delivery%'")}
    assert found == set(triggers()) == set(triggers_of_postgresql())


def test_only_legal_steps_are_taken_and_each_is_written_down(line: psycopg.Connection) -> None:
    taken = 0
    for before, after in product(S, S):
        put_in(line, before)
        step = "UPDATE records_delivery SET state = %s, fence = fence + 1"
        if before is after or (before, after) in LEGAL:
            line.execute(step, [after])
            taken += before is not after
        else:
            with pytest.raises(psycopg.IntegrityError, match="no such step"):
                line.execute(step, [after])
    assert line.execute("SELECT count(*) FROM records_deliverystep").fetchone() == (taken,)


def test_what_may_have_gone_is_called_back_only_as_a_draft(line: psycopg.Connection) -> None:
    for one in (S.CLAIMED, S.COMMITTING, S.UNKNOWN):
        line.execute("UPDATE records_delivery SET state = %s, message = 'A', fence = fence + 1", [one])
    with pytest.raises(psycopg.IntegrityError, match="way it goes is kept"):
        line.execute("UPDATE records_delivery SET by_draft = TRUE")
    with pytest.raises(psycopg.IntegrityError, match="only a draft"):
        line.execute("UPDATE records_delivery SET state = %s", [S.CANCELLED])


@pytest.mark.parametrize("change", ["message = 'B'", "message = NULL", "sender = 'bo'"])
def test_the_bytes_are_frozen_once(line: psycopg.Connection, change: str) -> None:
    line.execute("UPDATE records_delivery SET message = 'A', sender = 'ada'")
    with pytest.raises(psycopg.IntegrityError, match="frozen"):
        line.execute(f"UPDATE records_delivery SET {change}")  # noqa: S608


def test_bytes_that_went_may_be_redacted(line: psycopg.Connection) -> None:
    put_in(line, S.FILED)
    line.execute("UPDATE records_delivery SET message = ''")


@pytest.mark.parametrize("change", ["recipients = '[]'", "message_id = '<x@y.it>'", "note_id = gen_random_uuid()"])
def test_where_it_goes_is_frozen(line: psycopg.Connection, change: str) -> None:
    with pytest.raises(psycopg.IntegrityError, match="frozen"):
        line.execute(f"UPDATE records_delivery SET {change}")  # noqa: S608


def test_a_claim_raises_the_fence_and_nothing_lowers_it(line: psycopg.Connection) -> None:
    with pytest.raises(psycopg.IntegrityError, match="fence"):
        line.execute("UPDATE records_delivery SET state = 'claimed'")
    line.execute("UPDATE records_delivery SET state = 'claimed', fence = fence + 1")
    with pytest.raises(psycopg.IntegrityError, match="fence"):
        line.execute("UPDATE records_delivery SET fence = 0")


def test_nothing_is_marked_before_it_has_bytes(line: psycopg.Connection) -> None:
    line.execute("UPDATE records_delivery SET state = 'claimed', fence = 1")
    with pytest.raises(psycopg.IntegrityError, match="nothing to send"):
        line.execute("UPDATE records_delivery SET state = 'committing'")


def test_a_step_that_was_taken_stays_written(line: psycopg.Connection) -> None:
    line.execute("UPDATE records_delivery SET state = 'claimed', fence = 1")
    with pytest.raises(psycopg.IntegrityError, match="never changed"):
        line.execute("UPDATE records_deliverystep SET after = 'handed'")
