"""The mailbox on the page: a note in its Drafts, and whether it is listened to."""

import pytest

from seguito.core.reasons import Reason
from seguito.web.listening import Listener
from tests.mail.stack import PASSWORD, MailServers
from tests.web.visitor import Visitor

pytestmark = pytest.mark.mail

REASON = "she signs with it herself"


@pytest.fixture
def elena(story: Visitor, mail_servers: MailServers, number: int) -> Visitor:
    """The demo's candidate, with an account on real servers."""
    address = f"elena{number}@seguito.test"
    account = {"smtp": mail_servers.smtps, "imap": mail_servers.imaps, "user": address, "password": PASSWORD}
    story.go("/settings")
    page = story.press("Keep and try it", sender=f"Elena Ferri <{address}>", **account)
    assert "The mailbox opens." in page.text
    return story


def test_a_note_is_laid_into_drafts_and_taken_back_there(elena: Visitor) -> None:
    elena.go("/interviews")
    elena.follow("Peach & Pine")
    elena.follow("E-mail: draft")
    elena.press("Approve with open findings", because=REASON)
    page = elena.press("Lay it into my Drafts")
    assert "It lies in your Drafts." in page.text
    assert "Send to Rosalind" not in page.text  # before it was taken back, nothing is sent from here
    elena.go("/outbox")
    assert "You took it back. Nothing was sent." in elena.press("Take it back").text


def test_the_settings_hold_the_switch(elena: Visitor) -> None:
    elena.go("/settings")
    assert "looked into only when you say so" in elena.press("Do not listen").text
    assert "listens to the mailbox" in elena.press("Listen while the page is open").text


def test_the_page_says_when_it_was_looked_into_and_why_it_cannot_be(elena: Visitor) -> None:
    here = elena.desk
    here.listener = Listener(here, looked_at=here.now())
    assert "It is listened to while this page is open." in elena.go("/inbox").text
    here.listener.trouble = Reason("", "nothing listens at {server}", {"server": "imap.mail.example"})
    assert "cannot be looked into just now: nothing listens at imap.mail.example" in elena.go("/outbox").text
