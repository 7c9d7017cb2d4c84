"""The page in a real browser: Debian's Chromium, driven by Playwright, on a server of the test's own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.web.browser.sitting import LETTER, Served, Sitting

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_QUIET = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
          "--disable-component-update", "--disable-sync", "--disable-extensions")  # fmt: skip
_PATIENCE = 20_000  # ms: other tests share the machine; what is asserted is what comes, not how soon

try:
    from playwright.sync_api import Browser, Page, expect, sync_playwright

    expect.set_options(timeout=_PATIENCE)
except ImportError:  # pragma: no cover
    sync_playwright = None  # type: ignore[assignment]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="package")
def chromium() -> "Iterator[Browser]":
    if CHROMIUM is None or sync_playwright is None:
        missing = "Debian's chromium" if CHROMIUM is None else "playwright"
        if os.environ.get("SEGUITO_REQUIRE_PEERS"):
            pytest.fail(f"{missing} is not installed, and SEGUITO_REQUIRE_PEERS is set")
        pytest.skip(f"SKIPPED LOUDLY: {missing} is not installed; the pages were not tried in a real browser")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_QUIET))
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def key() -> None:
    """The server is another process; Django is not used in this one (Playwright runs a loop here that it forbids)."""


@pytest.fixture(scope="session")
def told_story(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The demo's folder, told once by the command itself."""
    home = tmp_path_factory.mktemp("story") / "home"
    command = [sys.executable, "-m", "seguito", "demo", "--no-page", "--json", "--folder", str(home)]
    environment = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    told = subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
    return home, json.loads(told)["now"]


@pytest.fixture
def sit(chromium: "Browser") -> "Iterator[Callable[..., Sitting]]":
    """Opens a browser on a page; whatever the browser complains about fails the test."""
    sittings: list[Sitting] = []

    def sit(served: Served, **options: object) -> Sitting:
        context = chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        context.add_cookies(served.cookies)
        sitting = Sitting(served, context, context.new_page())
        sitting.page.set_default_timeout(_PATIENCE)
        _listen(sitting.page, sitting.complaints)
        sittings.append(sitting)
        return sitting

    yield sit
    for sitting in sittings:
        sitting.context.close()
        assert sitting.complaints == []


@pytest.fixture(scope="package")
def story_page(chromium: "Browser", told_story: tuple[Path, str]) -> Iterator[Served]:
    """One page on the demo's story for all tests that leave it running."""
    home, now = told_story
    served = Served(home, now).start()
    served.admit(chromium)
    yield served
    served.stop()


@pytest.fixture
def own_page(chromium: "Browser", told_story: tuple[Path, str], surroundings: Path) -> Iterator[Served]:
    """A page of the test's own, which it may kill."""
    home, now = told_story
    shutil.copytree(home, surroundings, dirs_exist_ok=True)
    served = Served(surroundings, now).start()
    served.admit(chromium)
    yield served
    served.stop()


@pytest.fixture
def story(sit: "Callable[..., Sitting]", story_page: Served) -> Sitting:
    return sit(story_page)


@pytest.fixture
def at_rosalinds_note(story: Sitting) -> Sitting:
    story.go(story.served.rosalinds_note())
    story.settled()
    letter = story.page.locator("#text")
    if letter.input_value() != LETTER:
        letter.fill(LETTER)
        story.page.wait_for_function("() => document.querySelector('[data-state]').textContent.startsWith('Kept 1')")
        story.page.reload()
        story.settled()
    return story


def _listen(page: "Page", complaints: list[str]) -> None:
    """Errors of scripts and breaches of the page's own policy. A server that was killed on purpose is no complaint."""
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on(
        "console", lambda said: complaints.append(said.text) if said.type == "error" and _matters(said.text) else None
    )


def _matters(text: str) -> bool:
    return not any(
        known in text
        for known in (
            "ERR_CONNECTION_REFUSED",
            "ERR_CONNECTION_RESET",
            "409 (Conflict)",
            "404 (Not Found)",
            "ERR_EMPTY_RESPONSE",
        )
    )
