"""The debrief in a real browser: quick, and nothing typed is lost."""

from collections.abc import Callable

from playwright.sync_api import expect

from tests.web.browser.sitting import Served, Sitting


def test_five_details_by_keys_alone(story: Sitting) -> None:
    page = story.go(story.served.peach() + "/debrief")
    story.ready()
    line = page.get_by_role("textbox", name="In their words")
    expect(line).to_be_focused()
    for typed in (
        "@marcus the mailroom prints a paper of its own",
        "@dana ~ keeps bees on the roof",
        "@rosalind ? what would I cut first",
        "! word from them by Tuesday",
        "* everybody reads the complaints aloud",
    ):
        page.keyboard.type(typed)
        page.keyboard.press("Enter")
        expect(line).to_have_value("")
    kept = page.locator("#kept")
    for said in ("Aside: keeps bees on the roof", "Question: what would I cut first", "Why here: everybody reads"):
        expect(kept).to_contain_text(said)
    expect(page.get_by_role("region", name="Dana Whitlock")).to_contain_text("keeps bees")
    expect(page.get_by_role("status")).to_contain_text("Kept 16")


def test_lines_typed_while_the_server_is_gone_go_when_it_is_back(sit: Callable[..., Sitting], own_page: Served) -> None:
    sitting = sit(own_page)
    page = sitting.go(own_page.peach() + "/debrief")
    sitting.ready()
    own_page.stop()
    for typed in ("~ swims before breakfast", "? why the press and not the paper"):
        page.get_by_role("textbox", name="In their words").fill(typed)
        page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("2 kept in this browser")
    page.get_by_role("textbox", name="In their words").fill("and a line that nobody fin")
    page.wait_for_timeout(300)
    address = page.url
    page.close()
    own_page.start()
    again = sitting.context.new_page()
    again.goto(address)
    expect(again.locator("#kept")).to_contain_text("swims before breakfast")
    expect(again.locator("#kept")).to_contain_text("why the press and not the paper")
    expect(again.get_by_role("textbox", name="In their words")).to_have_value("and a line that nobody fin")
    again.reload()
    expect(again.locator("#kept").get_by_text("swims before breakfast").first).to_be_visible()
    assert again.locator("#kept .said", has_text="swims before breakfast").count() == 1
