"""Reminders by a real mail from oneself to oneself, by watches that are killed at every step: each comes once (T1.4)."""

import signal
import subprocess
import sys
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.mail.cast import a_home
from tests.mail.reminder import Point
from tests.mail.stack import PASSWORD, ROOT, MailServers
from tests.terminal import Seguito

pytestmark = pytest.mark.mail

NOW, LATER = "2026-12-02T15:31:00-05:00", "2026-12-02T15:44:00-05:00"


class Elena:
    """She was at an interview until 15:30, and has a mail account."""

    def __init__(self, seguito: Seguito, servers: MailServers, number: int) -> None:
        self.seguito, self.servers, self.address = seguito, servers, f"elena{number}@seguito.test"
        seguito.at("2026-12-02T09:00:00-05:00")
        seguito("me", "name=Elena Ferri", "email=elena.ferri@mail.example", "zone=America/New_York")
        seguito.json("add", ROOT / "examples" / "interview.ics")
        self.account("--imap", servers.imaps)
        seguito.at(NOW)

    def account(self, *more: str) -> None:
        sender = ("--from", f"Elena Ferri <{self.address}>", "--smtp", self.servers.smtps, "--user", self.address)
        told = self.seguito("account", "set", *sender, *more, "--password-stdin", typed=f"{PASSWORD}\n")
        assert told.code == 0, told.err

    def watch(self, now: str) -> list[dict[str, object]]:
        self.servers.wait_until_quiet()
        told: list[dict[str, object]] = self.seguito.at(now).json("watch", "--once")["told"]
        self.servers.wait_until_quiet()
        return told

    def killed(self, point: Point) -> None:
        words = [sys.executable, "-m", "tests.mail.reminder", point.value]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, check=False, timeout=60)
        assert done.returncode == -signal.SIGKILL, done.stderr.decode()
        self.servers.wait_until_quiet()

    def mails(self) -> list[EmailMessage]:
        return [message_from_bytes(one, policy=policy.default) for one in self.servers.mails(self.address)]


@pytest.fixture
def elena(seguito: Seguito, mail_servers: MailServers, number: int, surroundings: Path) -> Elena:
    a_home(surroundings)
    return Elena(seguito, mail_servers, number)


def test_a_reminder_comes_from_oneself_with_all_that_one_needs(elena: Elena) -> None:
    elena.watch(NOW)
    elena.watch(NOW)
    [mail] = elena.mails()
    assert elena.address in mail["From"]
    assert elena.address in mail["To"]
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Subject"] == "Debrief, Rosalind Avery and Marcus Bell: its time has come"
    text = mail.get_content()
    assert "seguito debrief" in text
    assert "T1.3" in text
    assert f"mailto:{elena.address}?subject=" in text
    assert elena.seguito.json("outbox")["deliveries"] == []
    assert elena.seguito.json("inbox")["letters"] == []


def test_it_speaks_italian_to_who_reads_italian(elena: Elena, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEGUITO_LANG", "it")
    elena.watch("2026-12-02T16:21:00-05:00")
    [mail] = elena.mails()
    assert "il momento migliore finisce alle 16:30 (e altri 2)" in mail["Subject"]
    assert "Lo manda Seguito, da te a te." in mail.get_content()


@pytest.mark.parametrize("point", [Point.CLAIMED, Point.IN_THE_WORDS])
def test_what_was_surely_not_told_is_told_at_once(elena: Elena, point: Point) -> None:
    elena.killed(point)
    elena.watch(NOW)
    elena.watch(LATER)
    assert len(elena.mails()) == 1


@pytest.mark.parametrize("point", [Point.MARKED, Point.DOT_SENT, Point.ANSWERED])
def test_what_may_have_been_told_is_asked_of_the_mailbox(elena: Elena, point: Point) -> None:
    elena.killed(point)
    elena.watch(NOW)
    assert len(elena.mails()) == (0 if point is Point.MARKED else 1)
    elena.watch(LATER)
    elena.watch(LATER)
    assert len(elena.mails()) == 1


def test_without_a_mailbox_it_is_told_twice_at_most_and_never_not_at_all(elena: Elena) -> None:
    elena.account("--imap", "")
    for now in (NOW, LATER):
        elena.seguito.at(now)
        elena.killed(Point.ANSWERED)
    for now in ("2026-12-02T15:56:00-05:00", "2026-12-02T15:58:00-05:00"):
        assert elena.watch(now) == []
    assert len(elena.mails()) == 2


def test_a_server_out_of_reach_loses_none(elena: Elena) -> None:
    good = elena.servers.smtps
    elena.seguito("account", "set", "--smtp", "smtps://127.0.0.1:1")
    assert elena.seguito("watch", "--once").code == 1
    elena.seguito("account", "set", "--smtp", good)
    elena.watch(NOW)
    assert len(elena.mails()) == 1
