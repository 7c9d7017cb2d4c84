"""A note in the mailbox's Drafts: laid there once, sent from there or taken back, and never sent from here as well."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from pathlib import Path
from unittest.mock import patch

import pytest
from imapclient import IMAPClient
from imapclient.exceptions import IMAPClientAbortError

from seguito.actions.edit import edit
from seguito.actions.in_drafts import DraftChanged, NoDrafts
from seguito.actions.outbox import answer, outbox
from seguito.actions.send import LiesInDrafts, lay_in_drafts, send
from seguito.actions.sending import Outside
from seguito.actions.sync import sync
from seguito.channels.email import secrets
from seguito.channels.email.drafts import Drafts
from seguito.core.nouns import Note, NoteState, Who
from seguito.core.outbox import Answer, Delivery, DeliveryState, NotAnswerable
from seguito.records.reads.accounts import account
from seguito.records.reads.notes import note
from tests.mail.cast import a_home, an_account, an_approved_note
from tests.mail.stack import PASSWORD, MailServers

pytestmark = pytest.mark.mail

S = DeliveryState
NOW = datetime.now(UTC)  # Dovecot dates no mail to come
LATER = NOW + timedelta(minutes=2)


class Desk:
    """Ada has said yes to a note to Giulia, and would rather press send in her own program."""

    def __init__(self, servers: MailServers, home: Path, number: int) -> None:
        self.servers = servers
        self.ada, self.giulia = f"ada{number}@seguito.test", f"giulia{number}@corp.test"
        self.who: Who = a_home(home)
        secrets.keep(home, an_account(self.who, servers.smtps, servers.imaps, self.ada, self.ada), PASSWORD)
        self.outside = Outside(home, copy_after=0.1)
        self.note: Note = an_approved_note(self.who, f"<d{number}@x.test>", self.giulia, self.ada)

    def lays(self) -> DeliveryState:
        return lay_in_drafts(self.who, self.note.id, NOW, self.outside).deliveries[0].state

    def syncs(self) -> Delivery:
        sync(self.who, "en", LATER, self.outside)
        return self.stands

    @property
    def stands(self) -> Delivery:
        [one] = outbox(self.who)
        return one

    @property
    def drafts(self) -> list[bytes]:
        return self.servers.mails(self.ada, "Drafts")

    @property
    def arrived(self) -> int:
        self.servers.wait_until_quiet()
        return len(self.servers.mails(self.giulia))

    def client(self) -> IMAPClient:
        """Her own mail program."""
        client = IMAPClient("localhost", self.servers.ports["imaps"])
        client.login(self.ada, PASSWORD)
        return client

    def sends_from_there(self, head: str = "", subject: str = "Grazie per ieri") -> None:
        """Her program sends it and files its copy; with `head` it gives the mail another one."""
        [draft] = self.drafts
        mail = f"{head}\r\nTo: {self.giulia}\r\nSubject: {subject}\r\n\r\nx".encode() if head else draft
        with self.client() as client:
            client.append("Sent", mail)
            self.deletes(client)

    def deletes(self, client: IMAPClient) -> None:
        client.select_folder("Drafts")
        client.delete_messages(client.search())
        client.expunge()

    def says(self, said: Answer) -> DeliveryState:
        return answer(self.who, self.stands.id, said, LATER, self.outside).deliveries[0].state


@pytest.fixture
def desk(mail_servers: MailServers, number: int, tmp_path: Path) -> Desk:
    return Desk(mail_servers, tmp_path / "home", number)


def test_it_is_laid_there_once_as_a_draft_with_the_words_that_were_approved(desk: Desk) -> None:
    assert [desk.lays(), desk.lays()] == [S.DRAFTED, S.DRAFTED]
    [draft] = desk.drafts
    assert message_from_bytes(draft)["Message-ID"] == desk.stands.message_id
    with desk.client() as client:
        client.select_folder("Drafts")
        assert client.search("DRAFT") == [1]
    assert desk.syncs().state is S.DRAFTED
    assert desk.arrived == 0
    assert note(desk.who, desk.note.id).state is NoteState.APPROVED


def test_while_it_lies_there_nothing_is_sent_from_here(desk: Desk) -> None:
    desk.lays()
    with pytest.raises(LiesInDrafts):
        send(desk.who, desk.note.id, LATER, desk.outside)
    edit(desk.who, desk.note.id, "Altre parole.\n", None, LATER)
    desk.syncs()
    assert desk.arrived == 0
    assert len(desk.drafts) == 1


def test_that_it_went_is_noticed(desk: Desk) -> None:
    desk.lays()
    desk.sends_from_there()
    assert desk.syncs().state is S.HANDED
    assert note(desk.who, desk.note.id).state is NoteState.SENT
    assert desk.syncs().state is S.HANDED
    assert len(desk.servers.mails(desk.ada, "Sent")) == 1  # the program's own copy is enough
    found = account(desk.who)
    assert found is not None
    assert found.files_sent_itself is None  # it was a program, and tells nothing of the server


def test_an_answer_to_it_proves_that_it_went(desk: Desk) -> None:
    desk.lays()
    with desk.client() as client:
        reply = f"Message-ID: <re@x>\r\nFrom: {desk.giulia}\r\nIn-Reply-To: {desk.stands.message_id}\r\n\r\nGrazie"
        client.append("INBOX", reply.encode())
    assert desk.syncs().state is S.HANDED
    assert note(desk.who, desk.note.id).state is NoteState.SENT


def test_sent_from_there_it_is_not_asked_for_here_again(desk: Desk) -> None:
    desk.lays()
    desk.sends_from_there()
    assert send(desk.who, desk.note.id, LATER, desk.outside).deliveries[0].state is S.HANDED
    assert desk.arrived == 0


def test_where_the_program_gave_it_another_identifier_its_author_is_asked(desk: Desk) -> None:
    desk.lays()
    desk.sends_from_there(head="Message-ID: <other@program>", subject="grazie per  ieri")
    asked = desk.syncs()
    assert asked.state is S.UNKNOWN
    assert asked.why is not None
    assert "in Sent lies a mail" in asked.why.message
    assert desk.says(Answer.ARRIVED) is S.HANDED
    assert desk.arrived == 0


def test_a_draft_that_was_deleted_is_told_and_never_sent_by_itself(desk: Desk) -> None:
    desk.lays()
    with desk.client() as client:
        desk.deletes(client)
    assert desk.syncs().state is S.UNKNOWN
    assert desk.syncs().state is S.UNKNOWN
    assert desk.drafts == []
    assert desk.says(Answer.AGAIN) is S.DRAFTED  # the same way again
    assert len(desk.drafts) == 1
    assert desk.arrived == 0


def test_a_draft_that_was_deleted_may_be_sent_from_here_when_its_author_says_so(desk: Desk) -> None:
    desk.lays()
    with desk.client() as client:
        desk.deletes(client)
    desk.syncs()
    assert desk.says(Answer.CANCEL) is S.CANCELLED
    assert send(desk.who, desk.note.id, LATER, desk.outside).deliveries[0].state is S.FILED
    assert desk.arrived == 1


def test_taken_back_it_lies_there_no_more_and_may_be_sent_from_here(desk: Desk) -> None:
    desk.lays()
    assert desk.says(Answer.CANCEL) is S.CANCELLED
    assert desk.drafts == []
    assert send(desk.who, desk.note.id, LATER, desk.outside).deliveries[0].state is S.FILED
    assert desk.arrived == 1


def test_one_that_has_gone_is_not_taken_back(desk: Desk) -> None:
    desk.lays()
    desk.sends_from_there()
    assert desk.says(Answer.CANCEL) is S.HANDED
    with pytest.raises(NotAnswerable):
        desk.says(Answer.AGAIN)


def test_one_that_was_changed_there_is_left_to_its_author(desk: Desk) -> None:
    """A program lays a changed draft down anew, under another identifier."""
    desk.lays()
    with desk.client() as client:
        desk.deletes(client)
        mail = f"Message-ID: <new@program>\r\nTo: {desk.giulia}\r\nSubject: Grazie per ieri\r\n\r\nAltro"
        client.append("Drafts", mail.encode(), (b"\\Draft",))
    assert desk.syncs().state is S.DRAFTED
    with pytest.raises(DraftChanged):
        desk.says(Answer.CANCEL)
    assert len(desk.drafts) == 1


def test_nothing_else_in_drafts_is_touched(desk: Desk) -> None:
    with desk.client() as client:
        client.create_folder("Drafts")
        client.append("Drafts", b"Message-ID: <mine@x>\r\nSubject: Mine\r\n\r\nx", (b"\\Draft", b"\\Deleted"))
    desk.lays()
    assert desk.says(Answer.CANCEL) is S.CANCELLED
    assert len(desk.drafts) == 1


def test_an_answer_that_was_lost_is_looked_for_and_nothing_is_laid_there_twice(desk: Desk) -> None:
    real = Drafts.lay

    def lays_and_breaks(self: Drafts, message: bytes, at: object) -> None:
        real(self, message, at)  # type: ignore[arg-type]
        raise IMAPClientAbortError("socket error: EOF")

    with patch.object(Drafts, "lay", lays_and_breaks):
        assert lay_in_drafts(desk.who, desk.note.id, NOW, replace(desk.outside)).deliveries[0].state is S.DRAFTED
    assert desk.syncs().state is S.DRAFTED
    assert len(desk.drafts) == 1


def test_a_program_that_died_while_laying_it_there_has_laid_it_there_once(desk: Desk) -> None:
    real = Drafts.lay

    def lays_and_dies(self: Drafts, message: bytes, at: object) -> None:
        real(self, message, at)  # type: ignore[arg-type]
        raise KeyboardInterrupt

    with patch.object(Drafts, "lay", lays_and_dies), pytest.raises(KeyboardInterrupt):
        desk.lays()
    assert desk.stands.state is S.COMMITTING
    assert desk.syncs().state is S.DRAFTED
    assert len(desk.drafts) == 1


def test_a_line_that_broke_before_anything_was_laid_there_asks(desk: Desk) -> None:
    with patch.object(Drafts, "lay", side_effect=IMAPClientAbortError("socket error: EOF")):
        assert desk.lays() is S.UNKNOWN
    assert desk.syncs().state is S.UNKNOWN
    assert desk.says(Answer.AGAIN) is S.DRAFTED
    assert len(desk.drafts) == 1


def test_a_mailbox_out_of_reach_is_tried_again(desk: Desk) -> None:
    an_account(desk.who, desk.servers.smtps, "imap://127.0.0.1:1", desk.ada, desk.ada)
    assert desk.lays() is S.RETRY
    an_account(desk.who, desk.servers.smtps, desk.servers.imaps, desk.ada, desk.ada)
    assert desk.syncs().state is S.DRAFTED
    assert desk.arrived == 0


def test_without_a_mailbox_there_is_nowhere_to_lay_it(desk: Desk) -> None:
    an_account(desk.who, desk.servers.smtps, "", desk.ada, desk.ada)
    with pytest.raises(NoDrafts):
        desk.lays()
