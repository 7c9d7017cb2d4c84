"""Writing a note in a real browser."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.web.browser.sitting import Served, Sitting

UNDERLINED = """() => [1, 2, 3].flatMap(look => [...(CSS.highlights.get("look-" + look) ?? [])].map(range => [look, range.toString()]))"""


def test_underlines_lie_on_the_right_words_whatever_stands_before_them(at_rosalinds_note: Sitting) -> None:
    page = at_rosalinds_note.page
    letter = page.locator("#text")
    assert [1, "Rosalynd"] in page.evaluate(UNDERLINED)
    text = letter.input_value()
    letter.fill("👩🏽‍💻 Là, in città: perché no? e\u0301 🎻\n" + text)
    page.wait_for_function("() => document.querySelector('#looks').textContent.includes('Rosalynd')")
    page.wait_for_timeout(400)
    marks = page.evaluate(UNDERLINED)
    assert [1, "Rosalynd"] in marks
    assert [2, "it's"] in marks


def test_a_suggestion_is_written_as_if_typed_and_can_be_undone(at_rosalinds_note: Sitting) -> None:
    page = at_rosalinds_note.page
    page.get_by_role("button", name="Write “Rosalind”").click()
    expect(page.locator("#text")).to_have_value(re.compile("^Dear Rosalind,"))
    expect(page.get_by_role("button", name="Write “Rosalind”")).to_have_count(0)
    page.locator("#text").press("Control+z")
    expect(page.locator("#text")).to_have_value(re.compile("^Dear Rosalynd,"))
    expect(page.get_by_role("button", name="Write “Rosalind”")).to_have_count(1)


def test_f8_goes_from_finding_to_finding_and_says_so(at_rosalinds_note: Sitting) -> None:
    page = at_rosalinds_note.page
    page.locator("#text").press("F8")
    selected = (
        "() => { const t = document.querySelector('#text'); return t.value.slice(t.selectionStart, t.selectionEnd); }"
    )
    assert page.evaluate(selected) == "Rosalynd"
    expect(page.locator("[data-say]")).to_contain_text("Finding 1 of 3")
    page.keyboard.press("F8")
    assert page.evaluate(selected) == "it's"
    page.keyboard.press("Shift+F8")
    assert page.evaluate(selected) == "Rosalynd"


def test_what_is_typed_is_kept_and_the_gate_opens_when_nothing_is_left(at_rosalinds_note: Sitting) -> None:
    page = at_rosalinds_note.page
    approve = page.get_by_role("button", name="Approve these words")
    expect(approve).to_have_attribute("aria-disabled", "true")
    approve.click(force=True)  # Playwright takes aria-disabled for disabled; a finger does not
    expect(page.locator("[data-say]")).to_contain_text("Rosalynd")
    page.get_by_role("button", name="Write “Rosalind”").click()
    page.get_by_role("button", name="Write “its”").click()
    letter = page.locator("#text")
    letter.fill(letter.input_value().replace(" And good luck with the choir in the garage!", ""))
    expect(page.locator("#whynot")).to_have_text("Three looks passed.")
    expect(page.locator("[data-state]")).to_contain_text("Kept")
    approve.click()
    expect(page.get_by_text("You approved these words")).to_be_visible()


def test_two_tabs_on_one_note_lose_no_words(at_rosalinds_note: Sitting) -> None:
    first = at_rosalinds_note.page
    second = at_rosalinds_note.context.new_page()
    second.goto(first.url)
    first.locator("#text").fill("Dear Rosalind, these are the words of the first window.")
    expect(first.locator("[data-state]")).to_contain_text("Kept")
    second.locator("#text").fill("Dear Rosalind, and these of the second.")
    expect(second.locator("[data-state]")).to_contain_text("changed in another window")
    expect(second.locator("#elsewhere")).to_contain_text("first window")
    expect(second.locator("#text")).to_have_value("Dear Rosalind, and these of the second.")
    second.get_by_role("button", name="Keep my letter").click()
    expect(second.locator("[data-state]")).to_contain_text("Kept")
    second.get_by_role("link", name="Everything you wrote").click()
    second.get_by_role("link", name="Show").click()
    expect(second.locator("main")).to_contain_text("first window")


def test_words_typed_while_the_server_is_gone_are_there_when_it_is_back(
    sit: Callable[..., Sitting], own_page: Served
) -> None:
    sitting = sit(own_page)
    page = sitting.go(own_page.rosalinds_note())
    sitting.settled()
    own_page.stop()
    page.locator("#text").fill("Dear Rosalind, typed while nobody answered.")
    expect(page.locator("[data-state]")).to_contain_text("Kept in this browser")
    address = page.url
    page.close()
    own_page.start()
    again = sitting.context.new_page()
    again.goto(address)
    expect(again.locator("#text")).to_have_value("Dear Rosalind, typed while nobody answered.")
    expect(again.locator("[data-state]")).to_contain_text("Kept 1")
