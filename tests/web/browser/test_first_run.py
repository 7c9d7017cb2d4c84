"""The first page: the demo opens beside it, and ends with it."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.web.browser.sitting import Served, Sitting


@pytest.fixture
def empty_page(chromium: object, surroundings: Path) -> Iterator[Served]:
    served = Served(surroundings, "2026-12-02T12:10:00+01:00").start()
    served.admit(chromium)  # type: ignore[arg-type]
    yield served
    served.stop()


def test_the_demo_opens_beside_ones_own_records_and_goes_with_the_page(
    sit: Callable[..., Sitting], empty_page: Served
) -> None:
    sitting = sit(empty_page)
    page = sitting.go("/")
    page.context.set_default_timeout(60_000)  # the whole story is told first
    with page.context.expect_page() as opened:
        page.get_by_role("button", name="See the demo").press("Enter")
    story = opened.value
    expect(story.get_by_text("This is a story")).to_be_visible(timeout=60_000)
    assert not story.url.startswith(empty_page.base)
    story.goto(story.url.rstrip("/") + "/people")
    expect(story.get_by_text("Rosalind Avery")).to_be_visible()
    told = story.goto(story.url.replace("/people", "/settings"))
    assert told
    folder = Path(story.locator("#data code").inner_text())
    assert folder.is_dir()
    assert folder != empty_page.home
    page.goto(empty_page.base + "/people")
    expect(page.get_by_text("Nobody yet.")).to_be_visible()
    story.close()
    empty_page.stop()  # killed, as by a power cut
    until = time.monotonic() + 90
    while folder.exists() and time.monotonic() < until:
        time.sleep(0.1)
    assert not folder.exists()
