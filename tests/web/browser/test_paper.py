"""Paper in the browser: the card set as one writes it, and the stationery as one chooses it."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.web.browser.sitting import Served, Sitting
from tests.web.browser.test_access import AXE, RUN

WORDS = "Dear Rosalind,\n\nthe releases that are read aloud stayed with me.\n\nWarm regards,\nElena Ferri\n"


def test_the_card_is_set_from_the_words_that_stand_there_now(sit: Callable[..., Sitting], own_page: Served) -> None:
    """By the keyboard alone: the tab keeps the words first, and shows card and envelope as they will be printed."""
    sitting = sit(own_page)
    page = sitting.go(own_page.peach())
    page.get_by_role("button", name="Begin the card").first.press("Enter")
    page.wait_for_load_state("load")
    sitting.settled()
    page.locator("#text").fill(WORDS)
    page.get_by_role("tab", name="Write").focus()
    page.keyboard.press("ArrowRight")
    card = page.get_by_role("img", name=re.compile("The card, as it will be printed"))
    expect(card).to_be_visible()
    page.wait_for_function("() => document.querySelector('#v-c img').naturalWidth > 400")
    expect(page.locator("#v-c img")).to_have_count(3)
    page.evaluate(AXE.read_text("utf-8"))
    assert page.evaluate(RUN, None) == []
    page.keyboard.press("ArrowLeft")
    expect(page.locator("#text")).to_have_value(WORDS)


def test_the_stationery_is_drawn_as_it_is_chosen(story: Sitting) -> None:
    page = story.go("/settings/paper")
    story.ready()
    picture = page.locator("[data-sample]").first
    before = picture.get_attribute("src")
    with page.expect_response(re.compile(r"paper/0\.png.*cut=plain")) as drawn:
        page.get_by_label("Monogram").select_option("plain")
    assert drawn.value.status == 200
    expect(picture).not_to_have_attribute("src", before or "")
    page.get_by_label("Card or letter").select_option("letter-a4")
    expect(page.locator("[data-sample]").nth(1)).to_be_hidden()  # no sheet lies under a letter


def test_a_list_is_filtered_as_one_types(story: Sitting) -> None:
    page = story.go("/houses")
    story.ready()
    page.get_by_label("Name or city").press_sequentially("lake")
    expect(page.locator("#found tbody tr")).to_have_count(1)
    page = story.go("/applications")
    story.ready()
    page.get_by_label("What came of it").select_option("accepted")
    expect(page.get_by_text("No application is like that.")).to_be_visible()
