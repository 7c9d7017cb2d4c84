"""The two engines, each on the records that it is made for."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.jobs.engine import EMBEDDED, TEAM, Engine


@pytest.fixture(params=[EMBEDDED, TEAM])
def engine(
    request: pytest.FixtureRequest, surroundings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Engine]:
    """Every promise is kept by both."""
    if request.param == TEAM:
        request.getfixturevalue("team_database")
    stage = tmp_path / "stage"
    stage.mkdir()
    monkeypatch.setenv("PATH", f"{stage}:{os.environ['PATH']}")
    with Engine(request.param, surroundings, stage).ready() as engine:
        yield engine
