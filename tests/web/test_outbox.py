"""A message of which nobody knows whether it went: it explains itself, asks on top of Today, and never goes by itself."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from tests.mail.scripted import DOT, Odd, ScriptedServer
from tests.web.visitor import Page, Visitor

REASON = "she signs with it herself"


@pytest.fixture
def server(story: Visitor) -> Iterator[ScriptedServer]:
    """A server that takes everything up to the final dot, and then hangs up; the account is on it."""
    with ScriptedServer({DOT: Odd.HANG_UP}) as server:
        story.go("/settings")
        page = story.press(
            "Keep and try it", sender="Elena Ferri <elena.ferri@mail.example>", smtp=server.url, imap="", user=""
        )
        assert "The log-in for sending works." in page.text
        yield server


def sent(story: Visitor) -> Page:
    story.go("/interviews")
    story.follow("Peach & Pine")
    story.follow("E-mail: draft")
    story.press("Approve with open findings", because=REASON)
    return story.press("Send to Rosalind")


def test_it_says_what_is_known_and_where_to_look(story: Visitor, server: ScriptedServer) -> None:
    assert "Nobody knows yet whether it went out. Only you can tell." in sent(story).text
    page = story.go("/outbox")
    asked = page.text.split("Only you can tell")[1].split("Messages")[0]
    assert "Look for it in the Sent folder of your mail." in page.text
    assert "is offered from" in page.text  # for a quarter of an hour the server may still take it
    assert "send it again" not in page.html.split('id="d-')[1].split("</form>")[0]
    assert "Rosalind Avery" in asked
    assert sum(one == "DATA" for one in server.heard) == 1


def test_it_asks_on_top_of_today_and_an_answer_settles_it(story: Visitor, server: ScriptedServer) -> None:
    sent(story)
    assert "Did the note to Rosalind Avery go out?" in story.go("/").text
    page = story.press("It went out")
    assert "Your mail server took it" in page.text
    assert "Did the note to Rosalind Avery go out?" not in story.go("/").text


def test_it_goes_again_only_when_its_author_says_so(story: Visitor, server: ScriptedServer) -> None:
    sent(story)
    story.desk.began += timedelta(minutes=16)
    story.go("/outbox")
    story.press("Look at the mailbox, and try what waits")
    assert sum(one == "DATA" for one in server.heard) == 1
    server.answers.clear()
    page = story.press("It did not: send it again")
    assert "Your mail server took it." in page.text
    assert sum(one == "DATA" for one in server.heard) == 2


def test_in_italian_it_explains_itself_as_well(story: Visitor, server: ScriptedServer) -> None:
    sent(story)
    story.go("/outbox")
    page = story.press("Italiano")
    assert "Nobody" not in page.text
    assert "send it again" not in page.text.lower()
