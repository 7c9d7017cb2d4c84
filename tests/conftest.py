"""What every test has: a folder of its own, no clock, no locale of the machine."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.terminal import Seguito

pytest_plugins = ["tests.mail.fixtures", "tests.postgresql.fixtures"]

settings.register_profile("quick", max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("thorough", max_examples=2000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


@pytest.fixture(autouse=True)
def surroundings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A test sees no folder, clock, zone or language but those that it sets."""
    home = tmp_path / "home"
    monkeypatch.setenv("SEGUITO_HOME", str(home))
    monkeypatch.setenv("SEGUITO_LANG", "en")
    monkeypatch.setenv("TZ", "Europe/Rome")
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")  # never the developer's own
    for name in ("SEGUITO_NOW", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    return home


@pytest.fixture
def seguito(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Seguito:
    """The command itself, on a folder of this test's own."""
    return Seguito(capsys, monkeypatch)
