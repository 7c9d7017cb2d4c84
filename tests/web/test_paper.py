"""A card from its preview to the letterbox, and the stationery that it is printed on; all without a script."""

import re
from html import unescape

from tests.web.visitor import Page, Visitor

SHORT = "Dear Rosalind,\n\nthe releases that are read aloud stayed with me all the way home.\n\nWarm regards,\nElena Ferri\n"


def a_card(story: Visitor) -> str:
    """A short card to Rosalind; the address of its page on paper."""
    story.go("/interviews")
    story.follow("Peach & Pine")
    page = story.press("Begin the card")
    story.press("Keep, and look again", text=SHORT)
    return page.response.wsgi_request.path + "/card"


def pictures(page: Page) -> list[str]:
    return [unescape(source) for source in re.findall(r'<img[^>]* src="([^"]+)"', page.html)]


def test_card_envelope_and_ruled_sheet_are_seen_as_they_will_be_printed(story: Visitor) -> None:
    page = story.go(a_card(story))
    drawn = [story.client.get(source) for source in pictures(page)]
    assert [answer.content[:8] for answer in drawn] == [b"\x89PNG\r\n\x1a\n"] * len(drawn)
    assert len(drawn) >= 3
    for part in ("card", "blank", "envelope", "guide"):
        answer = story.client.get(f"{page.response.wsgi_request.path}/{part}.pdf")
        assert answer.content.startswith(b"%PDF")
        assert answer.headers["Content-Disposition"].startswith("attachment")


def test_a_picture_changes_with_the_words(story: Visitor) -> None:
    address = a_card(story)
    before = pictures(story.go(address))[0]
    image = story.client.get(before).content
    story.go(address.removesuffix("/card"))
    story.press("Keep, and look again", text=SHORT.replace("all the way home", "until tonight"))
    after = pictures(story.go(address))[0]
    assert after != before
    assert story.client.get(after).content != image


def test_what_does_not_fit_says_so_and_a_larger_card_holds_it(story: Visitor) -> None:
    address = a_card(story)
    story.go(address.removesuffix("/card"))
    story.press(
        "Keep, and look again", text=SHORT.replace("home.", "home. " + "They are read twice, and slowly. " * 24)
    )
    page = story.go(address)
    assert "does not fit" in page.text
    assert "card/card/0.png" not in page.html
    assert "card/card/0.png" in story.follow("See it on the larger one").html


def test_a_missing_address_is_asked_for_and_the_card_is_shown_all_the_same(story: Visitor) -> None:
    address = a_card(story)
    person = story.go(address.removesuffix("/card"))
    story.go(next(href for told, href in story.go("/people").links if "Rosalind" in told))
    story.press("Keep", street="", city="", postcode="")
    page = story.go(address)
    assert person.status == 200
    assert "Say where they live" in page.text
    assert "card/card/0.png" in page.html
    assert "card/envelope/0.png" not in page.html


def test_a_card_is_posted_and_arrives(story: Visitor) -> None:
    address = a_card(story)
    story.go(address)
    page = story.press("It is in the box")
    assert "Posted on Wednesday 2 December 2026 by First-Class Mail." in page.text
    assert "It should be there between" in page.text
    story.go("/interviews")
    assert "Card: in the post, there by" in story.follow("Peach & Pine").text
    story.go(address)
    page = story.press("It is there", on="2026-12-01")
    assert page.status == 400
    assert "it cannot have come on" in page.text
    page = story.press("It is there", on="2026-12-02")
    assert "It arrived on Wednesday 2 December 2026." in page.text
    assert "A card, sent." in story.go(address.removesuffix("/card")).text


def test_the_day_of_tomorrow_is_refused(story: Visitor) -> None:
    story.go(a_card(story))
    assert story.press("It is in the box", on="2026-12-03").status == 400
    assert story.press("It is in the box", on="").status == 400


def test_the_stationery_that_was_chosen_is_what_cards_are_printed_on(story: Visitor) -> None:
    address = a_card(story)
    story.go("/settings/paper")
    page = story.press("Keep", sheet="us-a2", cut="plain", ink="#804020")
    assert page.form("Keep").fields["envelope"] == "us-a2"  # the card brings its own along
    assert "sheet=us-a2" in pictures(story.go(address))[0]
    story.go("/settings/paper")
    assert story.press("Keep", ink="red").status == 400


def test_the_hand_is_measured_from_the_strip(story: Visitor) -> None:
    page = story.go("/settings/paper")
    assert story.client.get("/settings/paper/strip.pdf?paper=letter").content.startswith(b"%PDF")
    assert "2.4 mm" in page.text
    page = story.press("Keep my hand", band="E", words="late, notes watched\nslowly")
    assert page.status == 200
    assert "small letters 2.4 mm" not in page.text
    page = story.press("Keep my hand", band="C", words="nothing of the kind")
    assert page.form("Keep my hand").fields["words"] == "nothing of the kind"


def test_own_words_are_added_and_taken_out(story: Visitor) -> None:
    story.go("/settings")
    story.press("Add these words", words="frobnicate\nzorp")
    page = story.press("frobnicate")
    assert "zorp" in page.text
    assert "frobnicate" not in page.text
    assert (story.desk.home / "words.txt").read_text("utf-8") == "zorp\n"


def test_what_lies_ahead_goes_into_a_calendar(story: Visitor) -> None:
    answer = story.client.get("/settings/seguito.ics")
    assert answer.headers["Content-Type"] == "text/calendar"
    assert answer.content.count(b"BEGIN:VEVENT") > 3
    assert b"Rosalind Avery" in answer.content.replace(b"\r\n ", b"")


def test_the_services_of_ones_own_country_are_told_with_their_source(story: Visitor) -> None:
    assert "First-Class Mail" in story.go("/settings").text


def test_whoever_has_not_said_who_they_are_is_led_to_where_it_is_said(story: Visitor) -> None:
    address = a_card(story)
    story.go("/settings")
    story.press("Keep", name="", initials="")
    page = story.go(address)
    assert page.status == 200
    assert "Nobody has said yet who the card is from" in page.text
    assert page.link("Say it under About me") == "/settings#me"
