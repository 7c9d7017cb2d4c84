"""Servers as they are: they put one off, are slow, are full, renumber their mails, or are not who they say they are."""

import contextlib
import socketserver
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from imapclient import IMAPClient

from seguito.actions.in_drafts import lay_draft
from seguito.actions.outbox import outbox
from seguito.actions.send import Sent, lay_in_drafts, send
from seguito.actions.sending import Outside
from seguito.actions.sync import sync
from seguito.channels.email import imap, secrets
from seguito.channels.email.smtp import Patience
from seguito.core.nouns import Who
from seguito.core.outbox import Delivery, DeliveryState
from seguito.records.reads.accounts import account
from tests.mail.cast import a_home, an_account, an_approved_note
from tests.mail.line import Line
from tests.mail.scripted import BANNER, Odd, ScriptedServer
from tests.mail.stack import PASSWORD, MailServers

pytestmark = pytest.mark.mail

S = DeliveryState
NOW = datetime.now(UTC)
LATER = NOW + timedelta(minutes=2)


class Desk:
    """Ada, who sends a note to somebody whose server is a hard one."""

    def __init__(self, servers: MailServers, home: Path, number: int) -> None:
        self.servers, self.number = servers, number
        self.ada = f"ada{number}@seguito.test"
        self.who: Who = a_home(home)
        self.home = home
        self.outside = Outside(home, copy_after=0.1)
        self.reaches(servers.smtps, servers.imaps)

    def reaches(self, smtp: str, imap: str) -> None:
        secrets.keep(self.home, an_account(self.who, smtp, imap, self.ada, self.ada), PASSWORD)

    def note(self, reader: str) -> str:
        self.reader = f"{reader}{self.number}@corp.test"
        return an_approved_note(self.who, f"<h{reader}{self.number}@x.test>", self.reader, self.ada).id

    def send(self, reader: str) -> Sent:
        return send(self.who, self.note(reader), NOW, self.outside)

    def sync(self, when: datetime = LATER) -> Delivery:
        sync(self.who, "en", when, self.outside)
        return self.stands

    @property
    def stands(self) -> Delivery:
        [one] = outbox(self.who)
        return one

    @property
    def arrived(self) -> int:
        self.servers.wait_until_quiet()
        return len(self.servers.mails(self.reader))

    @property
    def sent(self) -> list[bytes]:
        return self.servers.mails(self.ada, "Sent")

    def client(self) -> IMAPClient:
        client = IMAPClient("localhost", self.servers.ports["imaps"])
        client.login(self.ada, PASSWORD)
        return client

    @contextlib.contextmanager
    def full(self) -> Iterator[None]:
        """Her mailbox has no room for another mail."""
        with self.client() as client:  # the mailbox is made as it is first looked into
            client.select_folder("INBOX")
        size = self.servers.folder / "mail" / self.ada / "Maildir" / "maildirsize"
        size.write_text("10S\n9 1\n")
        size.chmod(0o666)
        yield
        size.unlink()


@pytest.fixture
def desk(mail_servers: MailServers, number: int, tmp_path: Path) -> Desk:
    return Desk(mail_servers, tmp_path / "home", number)


class Greylist(socketserver.StreamRequestHandler):
    """A policy service of Postfix (SMTPD_POLICY_README): whoever is not known yet is to come again."""

    known: set[str] = set()  # noqa: RUF012 (one for all of a server's handlers is what is wanted)

    def handle(self) -> None:
        told: dict[str, str] = {}
        for line in self.rfile:
            name, _, value = line.decode().strip().partition("=")
            if name:
                told[name] = value
                continue
            recipient = told.get("recipient", "")
            action = "DUNNO" if recipient in self.known else "DEFER_IF_PERMIT 4.2.0 Greylisted, come back later"
            self.known.add(recipient)
            self.wfile.write(f"action={action}\n\n".encode())
            told = {}


@pytest.fixture
def greylisting(mail_servers: MailServers) -> Iterator[None]:
    socketserver.ThreadingTCPServer.allow_reuse_address = True
    socketserver.ThreadingTCPServer.daemon_threads = True
    with socketserver.ThreadingTCPServer(("127.0.0.1", mail_servers.ports["policy"]), Greylist) as server:
        serving = threading.Thread(target=server.serve_forever, daemon=True)
        serving.start()
        yield
        server.shutdown()
        serving.join()


@pytest.mark.usefixtures("greylisting")
def test_a_server_that_greylists_takes_it_at_the_second_try_once(desk: Desk) -> None:
    [put_off] = desk.send("grey").deliveries
    assert put_off.state is S.RETRY
    assert put_off.why is not None
    assert "Greylisted" in str(put_off.why.values["reply"])
    assert put_off.not_before is not None
    assert desk.sync(put_off.not_before - timedelta(seconds=1)).state is S.RETRY
    assert desk.sync(put_off.not_before).state is S.FILED
    assert desk.sync(put_off.not_before + timedelta(hours=1)).state is S.FILED
    assert desk.arrived == 1


@pytest.mark.parametrize(("reader", "state", "reply"), [("full", S.REFUSED, "552"), ("crowded", S.RETRY, "452")])
def test_a_reader_whose_mailbox_is_full(desk: Desk, reader: str, state: DeliveryState, reply: str) -> None:
    [told] = desk.send(reader).deliveries
    assert told.state is state
    assert told.why is not None
    assert f"{reply} " in str(told.why.values["reply"])
    assert "mailbox full" in str(told.why.values["reply"])


def test_a_slow_server_is_waited_for_and_one_too_slow_is_tried_again(desk: Desk) -> None:
    desk.outside = Outside(desk.home, copy_after=0.1, patience=Patience(answer=0.5, after_dot=10, mark_to_dot=1))
    [told] = desk.send("slow").deliveries
    assert told.state is S.RETRY
    desk.outside = Outside(desk.home, copy_after=0.1)
    assert desk.sync().state is S.FILED
    assert desk.arrived == 1


def test_a_mailbox_that_says_nothing_holds_no_note_back(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imap, "_ANSWER_WITHIN", 0.5)
    with ScriptedServer({BANNER: Odd.SILENCE}) as silent:
        desk.reaches(desk.servers.smtps, f"imap://127.0.0.1:{silent.port}")
        told = desk.send("giulia")
    assert told.deliveries[0].state is S.HANDED
    assert told.trouble is not None
    assert "did not answer in time" in told.trouble.message
    assert desk.arrived == 1


def test_where_ones_own_mailbox_is_full_the_note_goes_and_its_copy_is_filed_later_once(desk: Desk) -> None:
    with desk.full():
        told = desk.send("giulia")
        assert told.deliveries[0].state is S.HANDED
        assert told.trouble is not None
        assert told.trouble.message == "the mailbox at {server} is full"
        assert desk.sent == []
    assert desk.sync().state is S.FILED  # at the next look, and not after a while
    desk.sync()
    assert len(desk.sent) == 1
    assert desk.arrived == 1


def test_into_a_full_mailbox_no_draft_is_laid_and_its_author_is_told_why(desk: Desk) -> None:
    with desk.full():
        [told] = lay_in_drafts(desk.who, desk.note("giulia"), NOW, desk.outside).deliveries
        assert told.state is S.RETRY
        assert told.why is not None
        assert told.why.message == "the mailbox at {server} is full"
    assert desk.sync().state is S.DRAFTED
    assert lay_draft(desk.who, desk.stands, LATER, desk.outside).state is S.DRAFTED
    assert desk.arrived == 0


def test_numbers_that_are_void_make_no_copy_of_ours_another_ones(desk: Desk) -> None:
    """After a new UIDVALIDITY our own copy has another number, and is still ours."""
    desk.send("giulia")
    [ours] = desk.sent
    with desk.client() as client:
        client.delete_folder("Sent")
        client.create_folder("Sent")
        client.append("Sent", b"Message-ID: <before@x>\r\n\r\nx")
        client.append("Sent", ours)
    desk.sync()
    found = account(desk.who)
    assert found is not None
    assert found.files_sent_itself is False
    assert len(desk.sent) == 2  # by a void number nothing is taken away


@pytest.mark.parametrize(
    ("way", "port"), [("smtps", "submissions"), ("smtp+starttls", "submission"), ("imaps", "imaps")]
)
def test_a_server_under_a_wrong_name_is_told_nothing(desk: Desk, way: str, port: str) -> None:
    """A real server, met under an address that its certificate does not hold."""
    line = Line(desk.servers.ports[port], at="127.0.0.2")
    wrong = f"{way}://{line.place}"
    desk.reaches(desk.servers.smtps if way == "imaps" else wrong, wrong if way == "imaps" else desk.servers.imaps)
    told = desk.send("giulia")
    line.close()
    trouble = told.trouble if way == "imaps" else told.deliveries[0].why
    assert trouble is not None
    assert trouble.message == "the certificate of {server} is not to be trusted: {reason}"
    assert "127.0.0.2" in str(trouble.values["reason"])
    assert PASSWORD.encode() not in line.carried
    assert desk.ada.encode() not in line.carried
    assert desk.arrived == (1 if way == "imaps" else 0)
