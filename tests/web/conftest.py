"""The page on a folder of the test's own: Django's test client, which keeps cookies and runs no script."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from seguito.actions.demo import tell_story
from seguito.actions.session import begin
from seguito.web.desk import Desk, set_up
from tests.web.visitor import Visitor

ROME = ZoneInfo("Europe/Rome")
NOW = datetime.fromisoformat("2026-12-02T12:10:00+01:00")  # a Wednesday


def close() -> None:
    """Let go of the folder's file, so that it can be copied whole."""
    from django.db import connections

    connections.close_all()


@pytest.fixture(autouse=True)
def key() -> Iterator[None]:
    from django.conf import settings

    settings.SECRET_KEY = "a key of the tests' own, as long as a key has to be"
    yield
    close()


@pytest.fixture(scope="session")
def empty_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty folder with its tables: made once, since that takes a while."""
    home = tmp_path_factory.mktemp("empty") / "home"
    begin(home, NOW)
    close()
    return home


@pytest.fixture
def desk(empty_folder: Path, surroundings: Path) -> Desk:
    """An empty folder, at noon."""
    shutil.copytree(empty_folder, surroundings, dirs_exist_ok=True)
    session = begin(surroundings, NOW)
    made = Desk(home=surroundings, who=session.who, zone=ROME, language="en", began=NOW, token="once")
    set_up(made)
    return made


@pytest.fixture
def visitor(desk: Desk) -> Visitor:
    """A browser that the page was opened in."""
    return Visitor(desk).admitted()


@pytest.fixture(scope="session")
def told_story(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, datetime]:
    """The demo's folder, told once; tests that change it take a copy."""
    home = tmp_path_factory.mktemp("story") / "home"
    _, now = tell_story(home)
    close()
    return home, now


@pytest.fixture
def story(told_story: tuple[Path, datetime], surroundings: Path) -> Visitor:
    """A browser on the demo's story."""
    home, now = told_story
    shutil.copytree(home, surroundings, dirs_exist_ok=True)
    session = begin(surroundings, now)
    zone = ZoneInfo("America/New_York")
    made = Desk(home=surroundings, who=session.who, zone=zone, language="en", began=now, token="once", is_demo=True)
    set_up(made)
    return Visitor(made).admitted()
