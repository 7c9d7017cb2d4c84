"""The two longer ways in a real browser: after a no, for the candidate; from an impression to a call, for who hires."""

import re
from collections.abc import Callable

from playwright.sync_api import expect

from tests.web.browser.sitting import Served, Sitting

GRACIOUS = """Dear Ms Jonas,

Thank you for telling me so plainly, and on the day that you had named. Your question about my first week without a manager goes with me, and so do the clients who decide before the mail is sorted.

I would be glad to stay in touch.

Best wishes,
Elena Ferri
"""
CHECK_IN = """Dear Ms Jonas,

You asked what I would do in my first week without a manager. I have since led two people through a week in which ours was away, and sat beside the telephone as I had said I would.

The list of questions that were asked twice has forty lines. If you like, I will send it.

Best wishes,
Elena Ferri
"""


def write_and_send(sitting: Sitting, letter: str) -> None:
    """On a note's page: the words, the three looks, the yes, and the file for one's own mail program."""
    page = sitting.page
    page.wait_for_url(re.compile("/notes/"))
    sitting.settled()
    page.locator("#text").fill(letter)
    page.wait_for_function("() => document.querySelector('[data-state]').textContent.startsWith('Kept')")
    page.reload()
    sitting.settled()
    page.get_by_role("button", name="Approve these words").click()
    page.get_by_role("button", name="Send to Shirley").click()
    page.get_by_role("button", name="It went out").first.click()
    page.wait_for_load_state("load")


def later(served: Served, day: str) -> None:
    """The same folder on another day."""
    served.stop()
    served.now = f"{day}T10:00:00-05:00"
    served.start()


def test_from_a_no_to_a_letter_that_tells_something_new(sit: Callable[..., Sitting], own_page: Served) -> None:
    sitting = sit(own_page)
    page = sitting.go("/interviews")
    page.get_by_role("link", name=re.compile("Lakefront")).first.click()
    page.get_by_role("link", name="What came of it").click()
    here = page.url.removeprefix(own_page.base)
    page.get_by_role("radio", name="A no", exact=True).check()
    page.get_by_label("What they found missing, one a line").fill("team leadership")
    page.get_by_role("button", name="Keep, and plan what follows").click()
    expect(page.locator("#follows")).to_contain_text("Thank Shirley Jonas, and stay in touch")
    expect(page.locator("#missing")).to_contain_text("team leadership")

    page.locator("#follows").get_by_role("button", name=re.compile("Begin the note")).first.click()
    write_and_send(sitting, GRACIOUS)
    settled = sitting.go(here).locator("#follows .settled")
    expect(settled.filter(has_text="Thank Shirley Jonas, and stay in touch")).to_be_visible()

    page = sitting.go("/growing")
    page.get_by_label("What you learned or did").fill("Led two people through a week in which our manager was away")
    page.get_by_label("The skill that it shows").fill("team leadership")
    page.get_by_role("button", name="Keep").click()
    expect(page.locator("#since")).to_contain_text("Led two people")

    later(own_page, "2027-01-06")
    page = sitting.go(here)
    expect(page.locator("#follows")).to_contain_text("What you could write about: Led two people")
    page.locator("#follows").get_by_role("button", name=re.compile("Begin the note")).first.click()
    write_and_send(sitting, CHECK_IN)
    follows = sitting.go(here).locator("#follows")
    expect(follows.locator(".settled").filter(has_text="Write to Shirley Jonas again")).to_be_visible()
    expect(follows).not_to_contain_text("What you could write about")  # it is told: the next one wants something new


def test_from_an_impression_to_the_first_call(sit: Callable[..., Sitting], own_page: Served) -> None:
    sitting = sit(own_page)
    page = sitting.go("/settings")
    page.get_by_role("radio", name="I am hiring").check()
    page.locator("#perspective").get_by_role("button", name="Keep").click()
    page.get_by_role("link", name="Talent file").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The people we’d call first")
    page.get_by_role("link", name="Put somebody in").click()
    page.get_by_label("Name", exact=True).fill("Ines Duarte")
    page.get_by_label("What impressed, in your own words").fill("She read the leaflet aloud before she answered")
    page.get_by_label(re.compile("^What they can")).fill("editing: two years of leaflets")
    page.get_by_label("Their leave lasts until").fill("2027-06-30")
    page.get_by_role("button", name="Keep").click()
    expect(page.locator("main")).to_contain_text("Consent until 30 June 2027")
    file = page.url.removeprefix(own_page.base)

    page = sitting.go("/openings")
    page.get_by_label("Title", exact=True).fill("Redattrice per opuscoli")
    page.get_by_label("Required skills, one a line").fill("redazione\nSEO")
    page.get_by_role("button", name="See who comes near").click()
    opening = page.url.removeprefix(own_page.base)
    first = page.locator(".rank > li").filter(has_text="Ines Duarte")
    expect(first).to_contain_text("Missing: SEO")
    expect(first).to_contain_text("1 of 2 asked for")

    page = sitting.go(file)
    page.get_by_label("Skills that it shows, one a line").fill("SEO")
    page.get_by_role("button", name="Note it").click()
    expect(page.get_by_role("status")).to_contain_text("Nearer to “Redattrice per opuscoli”: SEO.")
    page.get_by_role("link", name="See who comes near").click()
    assert page.url.endswith(opening)
    first = page.locator(".rank > li").first
    expect(first).to_contain_text("Ines Duarte")
    expect(first).to_contain_text("2 of 2 asked for")
    first.locator("summary").click()
    first.get_by_label("What was said, if you like").fill("She would come on Tuesdays")
    first.get_by_role("button", name=re.compile("Note the call")).click()
    expect(page.locator(".rank > li").first).to_contain_text("Last contact on Wednesday 2 December 2026")
    expect(sitting.go(file).locator(".thread")).to_contain_text("She would come on Tuesdays")
