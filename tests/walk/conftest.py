"""Walks begin in a folder whose tables are there: making them anew would take most of a walk's time."""

from pathlib import Path

import pytest

from seguito.records.database import database_file
from tests.mail.cast import empty_records


@pytest.fixture(autouse=True)
def with_tables(surroundings: Path) -> None:
    surroundings.mkdir(mode=0o700)
    database_file(surroundings).write_bytes(empty_records())
    database_file(surroundings).chmod(0o600)
