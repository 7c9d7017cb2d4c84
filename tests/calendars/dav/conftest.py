"""A calendar server of the test's own; where it cannot be, a loud word, or a failure where the build runs."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.calendars.dav.radicale import CalendarServer, must_run, radicale, what_is_missing


@pytest.fixture
def server(tmp_path: Path) -> Iterator[CalendarServer]:
    missing = what_is_missing()
    if missing and must_run():
        pytest.fail(f"the calendar server must run here ({missing})")
    if missing:
        pytest.skip(f"NO CALENDAR WAS READ OR WRITTEN: {missing}; run `make system`")
    folder = tmp_path / "radicale"
    folder.mkdir()
    with radicale(folder) as running:
        yield running
