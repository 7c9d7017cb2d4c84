"""Every page for everybody: axe-core finds nothing, and nothing scrolls sideways."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.web.browser.sitting import Sitting

AXE = Path(__file__).parent / "axe" / "axe.min.js"  # axe-core, MPL-2.0: see the licence beside it
RUN = """async (rules) => {
  const only = rules ? { runOnly: { type: "rule", values: rules } } : {};
  const found = await axe.run(document, { resultTypes: ["violations"], ...only });
  return found.violations.map(v => `${v.id}: ${v.nodes.map(n => n.target.join(" ")).join(" | ")}`);
}"""
STATIC = (
    *("/", "/add", "/interviews", "/people", "/people?q=nobody-of-that-name", "/houses", "/houses?q=none-of-that-name"),
    *(
        "/applications",
        "/applications?outcome=accepted",
        "/outbox",
        "/inbox",
        "/settings",
        "/settings/paper",
        "/settings/post",
        "/settings/post/it-posta1",
        "/nowhere",
    ),
    *("/demo", "/growing", "/talent", "/talent?leave=closed", "/talent?q=nobody-of-that-name", "/talent/add"),
    *("/talent/import", "/talent/over", "/openings", "/playbooks", "/playbooks/own", "/playbooks/atlanta"),
    *("/playbooks/atlanta?beside=chicago", "/stories", "/stories/write"),
)


def addresses(sitting: Sitting) -> list[str]:
    served = sitting.served
    peach, note, person = served.peach(), served.rosalinds_note(), served.someone()
    house, application = served.first("/houses"), served.first("/applications")
    return [
        *STATIC,
        peach,
        f"{peach}/debrief",
        f"{peach}/debrief?as=text",
        note,
        f"{note}/revisions",
        f"{note}/card",
        f"{note}/card?sheet=a5-fold&envelope=us-10",
        person,
        f"{person}/merge?q=a",
        f"{person}/merge?other={served.first('/people', -1).rpartition('/')[2]}",
        f"{person}/erase",
        house,
        f"{house}/merge",
        application,
        *served.both_sides(),
    ]


@pytest.mark.parametrize(("width", "language"), [(1280, "en"), (390, "en"), (390, "it")])
def test_axe_finds_nothing_on_any_page_in_the_light_or_in_the_dark(story: Sitting, width: int, language: str) -> None:
    """axe is put there by the debugger, whom the page's own policy does not bind.

    The dark changes colours alone, and is looked at in one language; the other one changes words alone.
    """
    story.context.add_cookies([{"name": "seguito_language", "value": language, "url": story.served.base}])
    page, axe = story.page, AXE.read_text("utf-8")
    page.set_viewport_size({"width": width, "height": 900})
    found: dict[str, list[str]] = {}
    for address in addresses(story):
        page.emulate_media(color_scheme="light", reduced_motion="reduce")
        story.go(address).wait_for_load_state("load")
        page.evaluate(axe)
        found[address] = list(page.evaluate(RUN, None))
        if language == "it":
            continue
        page.emulate_media(color_scheme="dark", reduced_motion="reduce")
        found[address] += [f"dark {told}" for told in page.evaluate(RUN, ["color-contrast"])]
    assert {address: told for address, told in found.items() if told} == {}


@pytest.mark.parametrize("language", ["en", "it"])
def test_nothing_scrolls_sideways_at_320(story: Sitting, language: str) -> None:
    """With both sides in use, as in the demo: the head is at its widest then."""
    chosen = {"seguito_language": language, "seguito_uses": "both"}
    story.context.add_cookies(
        [{"name": name, "value": told, "url": story.served.base} for name, told in chosen.items()]
    )
    story.page.set_viewport_size({"width": 320, "height": 640})
    wide = {}
    for address in addresses(story):
        page = story.go(address)
        wide[address] = page.evaluate("document.documentElement.scrollWidth")
    assert {address: width for address, width in wide.items() if width > 320} == {}


def test_the_page_opens_in_italian_and_in_the_dark_from_its_first_byte(story: Sitting) -> None:
    page = story.go("/")
    page.get_by_role("button", name="Italiano").click()
    expect(page.locator("html")).to_have_attribute("lang", "it")
    for theme in ("light", "dark"):
        page.locator("button[name=theme]").click()
        expect(page.locator("html")).to_have_attribute("data-theme", theme)
    page.locator("button[name=theme]").click()
    expect(page.locator("html")).not_to_have_attribute("data-theme", "dark")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_forced_colours_keep_the_letter_and_its_gate_readable(story: Sitting) -> None:
    story.page.emulate_media(forced_colors="active")
    page = story.go(story.served.rosalinds_note())
    expect(page.get_by_role("textbox", name="The note")).to_be_visible()
    expect(page.get_by_role("button", name="Approve these words")).to_be_visible()


def test_a_note_prints_as_the_bare_letter(story: Sitting) -> None:
    page = story.go(story.served.rosalinds_note())
    story.settled()
    page.emulate_media(media="print")
    for gone in ("header.top", ".gate", ".side.src", ".head"):
        expect(page.locator(gone).first).to_be_hidden()
    expect(page.locator("[data-ghost]")).to_contain_text("Warm regards")
