"""The whole way without a script: from an invite to a note that has gone."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from seguito.web.desk import Desk
from tests.web.visitor import Visitor

INVITE = b"""BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//Example//Calendar//EN\r
METHOD:REQUEST\r
BEGIN:VEVENT\r
UID:walk-1@calendar.example\r
DTSTAMP:20261125T090000Z\r
DTSTART:20261202T100000Z\r
DTEND:20261202T110000Z\r
SUMMARY:Interview: Content Editor at Northlight Press\r
ORGANIZER;CN=Anna Reed:mailto:anna.reed@northlight.example\r
ATTENDEE;CN=Anna Reed:mailto:anna.reed@northlight.example\r
ATTENDEE;CN=Tom Okafor:mailto:tom.okafor@northlight.example\r
ATTENDEE;CN=Me:mailto:me@mail.example\r
SEQUENCE:0\r
STATUS:CONFIRMED\r
END:VEVENT\r
END:VCALENDAR\r
"""

LETTER = """Dear Anna Reed,

Since our talk I have been thinking about the page of letters that you print in every issue: three people wrote to my own paper this week, and I answered the first of them tonight, by hand, because of what you said.

That the juniors answer letters from the first month is why I would like to work at Northlight Press.

If the ferry to Orkney still runs in winter, I envy you the trip.

Kind regards,
Elena Ferri
"""


@pytest.fixture
def at_work(visitor: Visitor) -> Visitor:
    visitor.go("/settings")
    visitor.press("Keep", name="Elena Ferri", email="me@mail.example", zone="Europe/Rome")
    return visitor


def test_the_first_page_offers_an_invite_a_form_and_the_story(visitor: Visitor) -> None:
    page = visitor.go("/")
    assert page.status == 200
    assert [
        word for word in ("Drop the invite here", "write it in by hand", "See the demo") if word not in page.text
    ] == []


def test_from_a_dropped_invite_to_a_note_that_went(at_work: Visitor, desk: Desk) -> None:
    at_work.go("/")
    page = at_work.press("Read the invite", files={"invite": SimpleUploadedFile("invite.ics", INVITE)})
    assert "Northlight Press" in page.text
    assert "Tom Okafor" in page.text
    assert "Elena" not in page.text

    at_work.follow("Begin the debrief")
    page = at_work.press("Keep", line="they print a page of letters in every issue, and answer them all")
    assert "1 kept" in page.text
    at_work.press("Keep", line="~ takes the ferry to Orkney in winter")
    at_work.press("Keep", line="@tom ? which letter would I not answer")
    page = at_work.press("Keep", line="* the juniors answer letters from the first month")
    assert "Question: which letter would I not answer" in page.text
    page = at_work.press("Done, lay out the notes")

    page = at_work.follow("E-mail: laid out")
    assert "To Anna Reed" in page.text
    page = at_work.press("Keep, and look again", text=LETTER, subject="The page of letters")
    assert "Three looks passed." in page.text, page.text
    page = at_work.press("Approve these words")
    assert "You approved these words" in page.text
    page = at_work.press("Send to Anna")
    assert "Only you can tell" in page.text
    assert len(list((desk.home / "outbox").glob("*.eml"))) == 1
    page = at_work.go("/outbox")
    page = at_work.press("It went out")
    assert "You sent it with your own mail program." in page.text
    assert "Write to Anna" not in at_work.go("/").text


def test_what_was_typed_is_still_there_when_it_could_not_be_kept(at_work: Visitor) -> None:
    at_work.go("/add")
    page = at_work.press("Add this interview", organisation="Northlight Press", starts="", people="Anna Reed")
    assert page.status == 400
    assert page.form("Add this interview").fields["organisation"] == "Northlight Press"
    assert page.form("Add this interview").fields["people"] == "Anna Reed"


def test_a_note_that_the_looks_hold_back_goes_only_with_a_reason(story: Visitor) -> None:
    story.go("/interviews")
    story.follow("Peach & Pine")
    story.follow("E-mail: draft")
    page = story.press("Approve these words")
    assert page.status == 409
    assert "Rosalynd" in page.text
    page = story.press("Approve with open findings", because="")
    assert page.status == 409
    page = story.press("Approve with open findings", because="she signs with it herself")
    assert "You approved these words" in page.text


def test_a_suggestion_is_written_into_the_letter(story: Visitor) -> None:
    story.go("/interviews")
    story.follow("Peach & Pine")
    story.follow("E-mail: draft")
    page = story.press("Write “Rosalind”")
    assert page.form("Keep, and look again").fields["text"].startswith("Dear Rosalind,")
    assert "Rosalynd" not in page.text.split("Three looks")[1]


def test_a_finding_is_kept_with_its_reason(story: Visitor) -> None:
    story.go("/interviews")
    story.follow("Peach & Pine")
    page = story.follow("E-mail: draft")
    finding = next(name for name in page.form("Keep it as it is").fields if name.startswith("because-"))
    page = story.press("Keep it as it is", **{finding: "it is her pen name"})
    assert "it is her pen name" in page.text


def test_two_windows_on_one_note_lose_no_words(story: Visitor) -> None:
    story.go("/interviews")
    story.follow("Peach & Pine")
    first = story.follow("E-mail: draft")
    second = Visitor(story.desk)
    second.client.cookies = story.client.cookies
    second.page = first
    story.press("Keep, and look again", text="Dear Rosalind, the first window.")
    page = second.press("Keep, and look again", text="Dear Rosalind, the second window.")
    assert page.status == 409
    assert page.form("Keep, and look again").fields["text"] == "Dear Rosalind, the second window."
    assert "Dear Rosalind, the second first window." in page.text  # mine struck through, theirs underlined
    page = second.press("Keep, and look again")
    assert page.status == 200
    assert page.form("Keep, and look again").fields["text"] == "Dear Rosalind, the second window."
    second.follow("Everything you wrote")
    assert "the first second window" in second.follow("Show the pause").text


def test_a_promise_is_marked_as_kept(story: Visitor) -> None:
    page = story.go("/")
    assert "one-page audit" in page.text
    page = story.press("Mark as kept")
    assert "one-page audit" not in page.text


def test_the_clock_ticks_on_from_where_it_was_set(desk: Desk) -> None:
    assert timedelta(0) <= desk.now() - desk.began < timedelta(minutes=1)


def test_a_detail_is_mended_and_taken_out(story: Visitor) -> None:
    story.go("/interviews")
    story.follow("Peach & Pine")
    story.follow("What was said")
    page = story.page
    assert page is not None
    form = next(form for form in page.forms if form.fields.get("line", "").startswith("looking for a ramen place"))
    story.client.post(form.action, {**form.fields, "line": "looking for a quiet ramen place"})
    assert "Aside: looking for a quiet ramen place" in story.go(page.response.wsgi_request.path).text
    story.client.post(form.action, {**form.fields, "do": "forget"})
    assert "ramen" not in story.go(page.response.wsgi_request.path).text


def test_the_page_speaks_italian_when_it_is_asked_to(story: Visitor, tmp_path: Path) -> None:
    story.go("/interviews")
    page = story.press("Italiano")
    assert 'lang="it"' in page.html
    assert page.response.wsgi_request.path == "/interviews"


def test_servers_are_found_from_the_address(visitor: Visitor) -> None:
    visitor.go("/settings")
    page = visitor.press("Find its servers", sender="Ada Conti <ada.conti@gmail.com>")
    fields = page.form("Keep and try it").fields
    assert (fields["smtp"], fields["imap"]) == ("smtps://smtp.gmail.com:465", "imaps://imap.gmail.com:993")
    assert "password for programs" in page.text
    page = visitor.press("Find its servers", sender="ada@some-house.example")
    assert page.form("Keep and try it").fields["smtp"] == "smtps://smtp.some-house.example:465"
    assert "“Ada” cannot be mailed" in visitor.press("Find its servers", sender="Ada").text


def test_everything_can_be_taken_along(story: Visitor) -> None:
    told = story.client.get("/settings/everything.json")
    assert json.loads(told.content)["tables"]["interview"]
    copy = story.client.get("/settings/copy.db")
    assert copy.content.startswith(b"SQLite format 3")
    assert copy.headers["Content-Disposition"].startswith("attachment")
    assert not [path for path in story.desk.home.iterdir() if path.name.startswith("tmp")]


def test_a_transcript_offers_and_only_what_is_ticked_is_kept(at_work: Visitor) -> None:
    at_work.go("/add")
    at_work.press("Read the invite", files={"invite": SimpleUploadedFile("invite.ics", INVITE)})
    talk = next(href for _, href in at_work.go("/interviews").links if href.startswith("/interviews/"))
    at_work.go(f"{talk}/debrief")
    at_work.follow("From a transcript")
    said = "Anna Reed: My daughter sails a dinghy on the reservoir.\nTom Okafor: We'll let you know by 9 December.\n"
    page = at_work.press("See what it offers", text=said)
    assert "9 December 2026" in page.text
    line = next(got["value"] for tag, got in page.tags if got.get("name") == "line" and "reservoir" in got["value"])
    debrief = at_work.press("Keep what is ticked", files={"line": line})
    assert "reservoir" in debrief.text
    assert "let you know" not in debrief.text
    at_work.go(f"{talk}/transcript")
    nothing = at_work.press("See what it offers", text=" ")
    assert "Nobody says anything" in nothing.text


def test_whoever_is_on_the_invite_says_that_is_me_and_is_written_to_no_more(visitor: Visitor) -> None:
    visitor.go("/")
    page = visitor.press("Read the invite", files={"invite": SimpleUploadedFile("i.ics", INVITE)})
    assert "Write to Me." in page.text
    page = visitor.press("That is me: Me")
    assert "Write to Me." not in page.text
    assert "Write to Anna Reed." in page.text
    assert "That is me" not in page.text
    assert visitor.go("/settings").form("Keep").fields["email"].strip() == "me@mail.example"
    assert "Me" not in [words for words, _ in visitor.go("/people").links]


def test_a_problem_on_the_page_names_no_command(visitor: Visitor) -> None:
    visitor.go("/")
    visitor.press("Read the invite", files={"invite": SimpleUploadedFile("i.ics", INVITE)})
    visitor.client.post(f"{visitor.page.response.wsgi_request.path}/draft" if visitor.page else "")
    note = next(href for _, href in visitor.go("/").links if href.startswith("/notes/"))
    visitor.go(note)
    page = visitor.press("Approve these words")
    assert page.status == 409
    assert "approve anyway and say why" in page.text
    assert "seguito " not in page.text


@pytest.mark.parametrize(
    ("starts", "lasts", "says"),
    [
        ("", "60", "missing, or there is no such day"),
        ("2026-02-30T10:00", "60", "missing, or there is no such day"),
        ("2026-12-02T10:00", "-5", "missing, or there is no such day"),
        ("2026-12-02T10:00", "9" * 30, "missing, or there is no such day"),
        ("2026-03-29T02:30", "60", "the clocks skip"),
        ("0001-01-01T00:00", "60", "too far away"),
        ("9999-12-31T23:00", "60", "too far away"),
    ],
)
def test_a_time_that_cannot_be_is_told_and_what_was_typed_stays(
    visitor: Visitor, starts: str, lasts: str, says: str
) -> None:
    visitor.go("/add")
    page = visitor.press(
        "Add this interview", organisation="Northlight Press", role="Editor", starts=starts, lasts=lasts
    )
    assert page.status == 400
    assert says in page.text
    assert page.form("Add this interview").fields["organisation"] == "Northlight Press"
    assert "None yet." in visitor.go("/interviews").text


def test_an_interview_lasts_as_long_as_it_lasts_when_the_clocks_change(visitor: Visitor) -> None:
    visitor.go("/add")
    page = visitor.press("Add this interview", organisation="Northlight Press", starts="2026-03-29T01:30", lasts="60")
    assert "01:30–03:30" in page.text


def test_the_address_of_a_sent_form_opens_the_page_above_it(visitor: Visitor) -> None:
    visitor.go("/add")
    page = visitor.press("Add this interview", organisation="Northlight Press", starts="2026-11-30T10:00", lasts="60")
    here = page.response.wsgi_request.path
    for sent, above in ((f"{here}/draft", here), ("/add/by-hand", "/add"), ("/settings/me", "/settings")):
        assert visitor.client.get(sent).headers["Location"] == above
        assert visitor.go(above).status == 200


def test_without_an_account_the_note_says_before_sending_that_a_file_is_made(visitor: Visitor) -> None:
    visitor.go("/")
    visitor.press("Read the invite", files={"invite": SimpleUploadedFile("i.ics", INVITE)})
    page = visitor.press("That is me: Me")
    visitor.client.post(f"{page.response.wsgi_request.path}/draft")
    note = next(href for _, href in visitor.go("/").links if href.startswith("/notes/"))
    visitor.go(note)
    page = visitor.press("Approve with open findings", because="It is short on purpose.")
    assert "No mail account is set up" in page.text
    with CaptureQueriesContext(connection) as queries:
        visitor.go(note)
    assert len(queries) <= 15
    page = visitor.press("Send to Anna")
    assert "A file lies ready for your own mail program." in page.text
    assert "No mail account is set up" not in page.text
