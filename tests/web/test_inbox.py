"""What came back, on the page: only its reader can say what some of it is (T5.4)."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from seguito.actions.erase import erase
from seguito.actions.offered import Came, take_in_events
from seguito.actions.send import send
from seguito.actions.sending import Outside
from seguito.actions.tell import tell_me
from seguito.core.correspondence.letters import Letter, LetterKind, Sent
from seguito.core.reasons import Reason
from seguito.records.database import atomic
from seguito.records.reads.contacts import received
from seguito.records.reads.letters import sent_since
from seguito.records.writes.letters import keep_letter
from seguito.web.desk import Desk
from tests.mail.cast import an_account, an_approved_note
from tests.mail.scripted import ScriptedServer
from tests.web.conftest import NOW
from tests.web.test_walk import INVITE
from tests.web.visitor import Visitor


@pytest.fixture
def sent(desk: Desk) -> Iterator[Sent]:
    """Ada's note to Giulia has gone out."""
    with ScriptedServer() as server:
        an_account(desk.who, server.url)
        note = an_approved_note(desk.who, "<m1@x.test>")
        send(desk.who, note.id, NOW, Outside(desk.home))
        (gone,) = sent_since(desk.who, NOW - timedelta(days=1))
        yield gone


def comes(desk: Desk, sent: Sent, kind: LetterKind, text: str = "", why: Reason | None = None) -> None:
    head = Letter("<in@y>", (), "Giulia <script>", "giulia@corp.test", "Martedì", NOW + timedelta(minutes=5))
    with atomic():
        keep_letter(desk.who, head, kind, sent, text, why)


def test_today_leads_to_a_mail_that_may_be_an_answer_and_a_yes_files_it(
    desk: Desk, visitor: Visitor, sent: Sent
) -> None:
    comes(desk, sent, LetterKind.PERHAPS, "Le va bene alle dieci?")
    assert "Something has come of which only you can say what it is." in visitor.go("/").text
    page = visitor.go("/inbox")
    assert "Le va bene alle dieci?" in page.text
    assert "<script>" not in page.html.partition("<main")[2].partition("</main")[0]
    visitor.press("It answers my note")
    assert [one.text for one in received(desk.who, sent.reader)] == ["Le va bene alle dieci?"]
    assert "only you can say" not in visitor.go("/").text


def test_what_did_not_arrive_leads_to_the_address(desk: Desk, visitor: Visitor, sent: Sent) -> None:
    why = Reason("", "the address {address} does not exist", {"address": "giulia@corp.test"})
    comes(desk, sent, LetterKind.RETURNED, why=why)
    page = visitor.go("/inbox")
    assert "did not arrive: the address giulia@corp.test does not exist" in page.text
    assert ("Correct the address", f"/people/{sent.reader}") in page.links


def test_nothing_has_come_back_yet(visitor: Visitor) -> None:
    assert "Nothing has come back yet." in visitor.go("/inbox").text


def test_an_invite_that_came_by_mail_becomes_an_interview_with_one_yes(desk: Desk, visitor: Visitor) -> None:
    tell_me(desk.who, {"name": "Ada Rossi", "email": ("me@mail.example",)}, NOW)
    invite = INVITE.decode().replace("20261202T1", "20261204T1")
    take_in_events(desk.who, [Came(invite, True, "anna.reed@northlight.example", "Anna Reed")], NOW)
    assert "Content Editor at Northlight Press" in visitor.go("/inbox").text
    assert "Anna Reed" in visitor.press("Add it").text
    assert "Northlight Press" in visitor.go("/interviews").text
    assert "only you can say" not in visitor.go("/").text


def test_what_came_goes_with_the_person_and_is_told_before(desk: Desk, visitor: Visitor, sent: Sent) -> None:
    comes(desk, sent, LetterKind.ANSWER, "Grazie a Lei.")
    assert "1 mail that came" in visitor.go(f"/people/{sent.reader}/erase").text
    erase(desk.who, sent.reader, desk.home, NOW)
    assert "Grazie a Lei." not in visitor.go("/inbox").text
