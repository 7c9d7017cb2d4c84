"""A database of its own for every test; where no server can be, a loud word, or a failure where the build runs."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connections

from seguito.records.database import open_home
from tests.postgresql import server

NOW = datetime(2026, 12, 2, 11, 30, tzinfo=UTC)


@pytest.fixture(scope="session")
def running_server() -> Iterator[server.Server]:
    missing = server.what_is_missing()
    if missing and os.environ.get("SEGUITO_REQUIRE_PEERS"):
        pytest.fail(f"PostgreSQL must run here ({missing})")
    if missing:
        pytest.skip(f"NO POSTGRESQL: {missing}; run `make system`")
    with server.running() as found:
        yield found


@pytest.fixture(scope="session")
def made_tables(running_server: server.Server, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a database with all tables and no row, made by the migrations as a team's first start makes it."""
    running_server.run("CREATE DATABASE made")
    before = os.environ.get("SEGUITO_DATABASE")
    os.environ["SEGUITO_DATABASE"] = running_server.address("made")
    try:
        open_home(tmp_path_factory.mktemp("first"), NOW)
        connections["default"].cursor().execute("DELETE FROM records_workspace")
    finally:
        connections.close_all()
        os.environ.pop("SEGUITO_DATABASE")
        if before is not None:
            os.environ["SEGUITO_DATABASE"] = before
    return "made"


@pytest.fixture
def team_database(
    running_server: server.Server, made_tables: str, surroundings: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """The team's setting names a fresh database."""
    with running_server.database(made_tables) as address:
        monkeypatch.setenv("SEGUITO_DATABASE", address)
        yield address
        connections.close_all()
