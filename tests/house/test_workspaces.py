"""Nobody sees beyond their own workspace: every query names it."""

import re
from pathlib import Path

import pytest
from django.db import connections
from django.test.utils import CaptureQueriesContext
from tests.terminal import Seguito

ROOT = Path(__file__).parents[2]
# Rows found by their own key, which another row of the same workspace holds.
BY_KEY = re.compile(r'WHERE "?\w+"?\."?(id|\w+_id)"? (=|IN) ')


@pytest.fixture
def walked(seguito: Seguito, tmp_path: Path) -> list[str]:
    """The queries of a whole walk, from the invite to the file that is sent by hand."""
    note = ROOT / "examples" / "note-to-rosalind.txt"
    seguito("people")  # opens the folder
    with CaptureQueriesContext(connections["default"]) as queries:
        seguito.at("2026-12-02T16:05:00-05:00")
        seguito.json("me", "name=Elena Ferri", "email=elena.ferri@mail.example", "zone=America/New_York")
        seguito.json("add", ROOT / "examples" / "interview.ics")
        seguito.json("debrief", "Peach & Pine", "--from", ROOT / "examples" / "debrief.txt")
        seguito.json("draft", "Peach & Pine")
        seguito.json("edit", "Rosalind", "--from", note)
        seguito.json("approve", "Rosalind")
        seguito("send", "Rosalind", "--json")  # to a file: whether it went, nobody knows yet
        for command in ("due", "plan", "outbox", "people", "export"):
            seguito.json(command)
    return [query["sql"] for query in queries]


def test_every_query_names_its_workspace(walked: list[str]) -> None:
    reads = [sql for sql in walked if re.match(r"(SELECT|UPDATE|DELETE)", sql) and "records_" in sql]
    assert len(reads) > 100
    loose = [sql for sql in reads if "workspace_id" not in sql.partition("WHERE")[2] and not BY_KEY.search(sql)]
    assert [sql for sql in loose if 'FROM "records_workspace"' not in sql] == []
