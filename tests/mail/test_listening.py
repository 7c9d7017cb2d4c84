"""While the page is open the mailbox is listened to: what comes is noticed by itself, and a dead line is taken up anew."""

import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from django.db import connections
from imapclient import IMAPClient

from seguito.actions.account import listen_to_mailbox, try_account
from seguito.actions.listen import listen
from seguito.actions.notice import inbox
from seguito.actions.send import send
from seguito.actions.sending import Outside
from seguito.actions.sync import sync
from seguito.channels.email import secrets
from seguito.core.nouns import Who
from seguito.core.reasons import Reason
from seguito.records.reads.accounts import account
from seguito.web.desk import Desk
from seguito.web.listening import Listener
from tests.mail.cast import a_home, an_account, an_approved_note
from tests.mail.line import Line
from tests.mail.stack import PASSWORD, MailServers

pytestmark = pytest.mark.mail


class Ada:
    """Ada, who waits for Giulia's answer."""

    def __init__(self, servers: MailServers, home: Path, number: int) -> None:
        self.servers, self.home = servers, home
        self.ada, self.giulia = f"ada{number}@seguito.test", f"giulia{number}@corp.test"
        self.message_id = f"<l{number}@x.test>"
        self.who: Who = a_home(home)
        self.reaches(servers.imaps)
        self.outside = Outside(home, copy_after=0.1)
        note = an_approved_note(self.who, self.message_id, self.giulia, self.ada)
        send(self.who, note.id, datetime.now(UTC), self.outside)

    def reaches(self, imap: str) -> None:
        secrets.keep(self.home, an_account(self.who, self.servers.smtps, imap, self.ada, self.ada), PASSWORD)

    @property
    def desk(self) -> Desk:
        return Desk(self.home, self.who, ZoneInfo("Europe/Rome"), "it", datetime.now(UTC), "")

    def comes(self, words: str) -> None:
        head = f"Message-ID: <{words}@y>\r\nFrom: {self.giulia}\r\nIn-Reply-To: {self.message_id}\r\n\r\n"
        with IMAPClient("localhost", self.servers.ports["imaps"]) as client:
            client.login(self.ada, PASSWORD)
            client.append("INBOX", (head + words).encode())

    @property
    def noticed(self) -> list[str]:
        return sorted(one.text for one in inbox(self.who))

    @property
    def listens(self) -> bool | None:
        found = account(self.who)
        return found.listens if found else None


@pytest.fixture
def ada(mail_servers: MailServers, number: int, tmp_path: Path) -> Ada:
    return Ada(mail_servers, tmp_path / "home", number)


@pytest.fixture
def listener(ada: Ada) -> Iterator[Listener]:
    one = Listener(ada.desk)
    one.start()
    yield one
    one.stop()


def until(so: Callable[[], bool], seconds: float = 30) -> bool:
    """Whether it comes to be so: long before the mailbox is looked into anyway."""
    end = time.monotonic() + seconds
    while not so() and time.monotonic() < end:
        time.sleep(0.05)
    return so()


def test_a_mailbox_that_was_tried_is_listened_to_unless_its_owner_says_no(ada: Ada) -> None:
    assert ada.listens is None
    try_account(ada.who, ada.outside)
    assert ada.listens is True
    listen_to_mailbox(ada.who, False, ada.home)
    try_account(ada.who, ada.outside)
    assert ada.listens is False


def test_an_answer_is_noticed_as_it_comes(ada: Ada, listener: Listener) -> None:
    try_account(ada.who, ada.outside)
    listener.disturb()
    assert until(lambda: listener.looked_at is not None)
    for heard, words in enumerate(("One", "Two"), start=1):
        ada.comes(words)
        assert until(lambda heard=heard: len(ada.noticed) == heard)  # type: ignore[misc]
    assert listener.trouble is None


def test_it_begins_and_ends_when_its_owner_says_so(ada: Ada, listener: Listener) -> None:
    ada.comes("One")
    assert listener.looked_at is None  # it has never been tried
    listen_to_mailbox(ada.who, True, ada.home)
    listener.disturb()
    assert until(lambda: ada.noticed == ["One"])
    listen_to_mailbox(ada.who, False, ada.home)
    listener.disturb()
    assert until(lambda: listener.looked_at is None)


def test_it_ends_with_the_page(ada: Ada) -> None:
    try_account(ada.who, ada.outside)
    one = Listener(ada.desk)
    one.start()
    assert until(lambda: one.looked_at is not None)
    one.stop()
    assert "mailbox" not in [thread.name for thread in threading.enumerate()]


class Listening:
    """The same, in a thread of the test's own, with every rest written down and none taken."""

    def __init__(self, ada: Ada) -> None:
        self.ada, self.rests, self.told, self.looks = ada, list[float](), list[Reason](), 0
        self.enough = threading.Event()
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def stop(self) -> None:
        self.enough.set()
        self.thread.join(10)

    def _look(self) -> Reason | None:
        self.looks += 1
        return sync(self.ada.who, "en", datetime.now(UTC), self.ada.outside).trouble

    def _rest(self, seconds: float) -> None:
        self.rests.append(seconds)
        self.enough.wait(0.05)

    def _run(self) -> None:
        listen(self.ada.who, self._look, self.told.append, self.ada.outside, self.enough.is_set, self._rest)
        connections.close_all()


def test_a_line_that_dies_unheard_is_taken_up_anew_and_nothing_is_lost(ada: Ada) -> None:
    line = Line(ada.servers.ports["imap"])
    ada.reaches(f"imap://{line.place}")
    listen_to_mailbox(ada.who, True, ada.home)
    listening = Listening(ada)
    try:
        for round_number, words in enumerate(("One", "Two"), start=1):
            assert until(lambda n=round_number: listening.looks >= n)  # type: ignore[misc]
            ada.comes(words)
            assert until(lambda n=round_number: len(ada.noticed) == n)  # type: ignore[misc]
            line.cut()
        assert until(lambda: bool(listening.told))
    finally:
        listening.stop()
        line.close()
    assert listening.rests[0] == 30
    assert ada.noticed == ["One", "Two"]


def test_a_server_that_stays_away_is_asked_ever_more_seldom(ada: Ada) -> None:
    ada.reaches("imap://127.0.0.1:1")
    listen_to_mailbox(ada.who, True, ada.home)
    listening = Listening(ada)
    assert until(lambda: len(listening.rests) > 6)
    listening.stop()
    assert listening.rests[:6] == [30, 60, 120, 300, 900, 900]
    assert listening.looks == 0


def test_a_password_that_is_refused_is_not_said_over_and_over(ada: Ada) -> None:
    found = account(ada.who)
    assert found is not None
    secrets.keep(ada.home, found.id, "wrong")
    listen_to_mailbox(ada.who, True, ada.home)
    listening = Listening(ada)
    assert until(lambda: bool(listening.rests))
    listening.stop()
    assert listening.rests[0] == 3600
