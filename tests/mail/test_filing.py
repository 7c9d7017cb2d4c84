"""The copy in Sent: one, whoever files it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from imapclient import IMAPClient

from seguito.actions.account import try_account
from seguito.actions.send import send
from seguito.actions.sending import Outside
from seguito.actions.sync import sync
from seguito.channels.email import secrets
from seguito.channels.email.account import Login, imap_server
from seguito.channels.email.drafts import Marks
from seguito.channels.email.imap import MailboxOutOfReach, mailbox
from seguito.core.nouns import Note, Who
from seguito.core.outbox import DeliveryState
from seguito.records.reads.accounts import account
from tests.mail.cast import NOW, a_home, an_account, an_approved_note
from tests.mail.stack import PASSWORD, MailServers

pytestmark = pytest.mark.mail

S = DeliveryState
LATER = NOW + timedelta(minutes=2)


class House:
    """Ada's account at one provider, and her notes."""

    def __init__(self, servers: MailServers, home: Path, number: int, provider: str) -> None:
        self.servers, self.number = servers, number
        self.sender = f"ada{number}@{provider}"
        self.who: Who = a_home(home)
        secrets.keep(home, an_account(self.who, servers.smtps, servers.imaps, self.sender, self.sender), PASSWORD)
        self.outside = Outside(home, copy_after=5)
        self.notes = 0

    def note(self) -> Note:
        self.notes += 1
        name = f"Reader Number{chr(96 + self.notes)}"
        reader = f"reader{self.number}-{self.notes}@corp.test"
        return an_approved_note(self.who, f"<f{self.number}-{self.notes}@x.test>", reader, self.sender, name)

    def send(self, patience: float = 5) -> DeliveryState:
        outside = replace(self.outside, copy_after=patience)
        return send(self.who, self.note().id, NOW, outside).deliveries[0].state

    def sent(self) -> list[bytes]:
        self.servers.wait_until_quiet()
        return self.servers.mails(self.sender, "Sent")

    def client(self) -> IMAPClient:
        """Her mailbox, as another program sees it."""
        client = IMAPClient("localhost", self.servers.ports["imaps"])
        client.login(self.sender, PASSWORD)
        return client

    @property
    def files_itself(self) -> bool | None:
        found = account(self.who)
        return found.files_sent_itself if found else None


@pytest.fixture
def filing(mail_servers: MailServers, number: int, tmp_path: Path) -> House:
    return House(mail_servers, tmp_path / "home", number, "filing.test")


@pytest.fixture
def leaving(mail_servers: MailServers, number: int, tmp_path: Path) -> House:
    return House(mail_servers, tmp_path / "home", number, "seguito.test")


def test_a_provider_that_files_its_own_is_recognised(filing: House) -> None:
    assert filing.send() is S.FILED
    assert filing.files_itself is True
    assert len(filing.sent()) == 1


def test_a_provider_that_files_none_gets_ours_and_is_known_afterwards(leaving: House) -> None:
    assert leaving.send(patience=0.1) is S.FILED
    assert leaving.files_itself is None  # it may only be late
    sync(leaving.who, "en", LATER, leaving.outside)
    assert leaving.files_itself is False

    assert leaving.send() is S.FILED
    [first, second] = leaving.sent()
    assert b"X-Seguito-Delivery" in first
    assert b"X-Seguito-Delivery" in second


def test_our_copy_goes_again_when_the_providers_own_comes_late(leaving: House) -> None:
    assert leaving.send(patience=0.1) is S.FILED
    [ours] = leaving.sent()
    with leaving.client() as client:
        client.append("Sent", b"Received: from [127.0.0.1] by the provider\r\n" + ours)

    sync(leaving.who, "en", LATER, leaving.outside)

    assert leaving.files_itself is True
    [left] = leaving.sent()
    assert left.startswith(b"Received:")


def test_a_copy_is_known_again_by_our_own_header(leaving: House) -> None:
    """A server may have given the mail another Message-ID."""
    login = Login(leaving.sender, PASSWORD)
    with mailbox(imap_server(leaving.servers.imaps), login) as box:
        box.file(b"Message-ID: <other@x.test>\r\nX-Seguito-Delivery: d42\r\n\r\nx\r\n", NOW)
        assert box.find(Marks("<ours@x.test>", "d42")) is not None
        assert box.find(Marks("<ours@x.test>", "d43")) is None
        assert box.find(Marks("<other@x.test>", "d43")) is not None


def test_a_mailbox_without_sent_gets_one(leaving: House) -> None:
    with leaving.client() as client:
        client.delete_folder("Sent")

    assert leaving.send(patience=0.1) is S.FILED
    assert len(leaving.sent()) == 1


def test_a_mailbox_out_of_reach_holds_no_note_back(leaving: House) -> None:
    an_account(leaving.who, leaving.servers.smtps, "imap://127.0.0.1:1", leaving.sender, leaving.sender)
    told = send(leaving.who, leaving.note().id, NOW, leaving.outside)
    assert told.deliveries[0].state is S.HANDED
    assert told.trouble is not None

    an_account(leaving.who, leaving.servers.smtps, leaving.servers.imaps, leaving.sender, leaving.sender)
    [filed] = sync(leaving.who, "en", LATER, replace(leaving.outside, copy_after=0.1)).deliveries
    assert filed.state is S.FILED
    assert len(leaving.sent()) == 1


def test_a_mailbox_that_lets_nobody_in_says_so(leaving: House) -> None:
    wrong = Login(leaving.sender, "wrong")
    with (
        pytest.raises(MailboxOutOfReach) as told,
        mailbox(imap_server(leaving.servers.imaps), wrong),
    ):
        pass

    assert not told.value.let_in
    assert "wrong" not in str(told.value.why.values.get("reply", ""))


def test_trying_an_account_finds_its_sent_folder(leaving: House) -> None:
    tried = try_account(leaving.who, leaving.outside)

    assert (tried.smtp, tried.imap, tried.sent_folder) == (None, None, "Sent")


def test_a_mailbox_with_a_certificate_for_another_name_is_not_spoken_to(
    leaving: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with (
        pytest.raises(MailboxOutOfReach, match="certificate"),
        mailbox(imap_server(leaving.servers.imaps), Login(leaving.sender, PASSWORD)),
    ):
        pass
