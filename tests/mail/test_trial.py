"""The outbox killed, suspended and cut at every step, on real servers: never two copies, never none in silence.

Each row asserts what stands in the records right after, what is told once somebody goes on, and how many copies were
delivered. `seguito.test` is a provider that files no copy in Sent, `filing.test` one that does.
"""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import product
from pathlib import Path

import pytest

from seguito.actions.outbox import answer, outbox
from seguito.actions.send import send
from seguito.actions.sending import Outside
from seguito.actions.sync import sync
from seguito.channels.email import secrets
from seguito.channels.email.smtp import Patience
from seguito.core.nouns import Note, Who
from seguito.core.outbox import (
    AGAIN_AFTER,
    LEASE_AFTER_THE_MARK,
    LEASE_TO_THE_MARK,
    Answer,
    AskedAgainTooSoon,
    DeliveryState,
)
from seguito.records.reads.deliveries import waiting
from tests.mail.cast import NOW, a_home, an_account, an_approved_note
from tests.mail.cutting import Cut, CuttingProxy
from tests.mail.sender import Point
from tests.mail.stack import PASSWORD, ROOT, MailServers

pytestmark = pytest.mark.mail

PROVIDERS = ["seguito.test", "filing.test"]
S = DeliveryState


@dataclass
class Trial:
    """One note on its way through one account."""

    servers: MailServers
    who: Who
    home: Path
    note: Note
    message_id: str
    sender: str
    reader: str

    @property
    def outside(self) -> Outside:
        copy_after = 5 if self.sender.endswith("@filing.test") else 0.1
        return Outside(self.home, patience=Patience(answer=3, after_dot=1), copy_after=copy_after)

    @property
    def state(self) -> DeliveryState:
        found = outbox(self.who)
        return found[0].state if found else S.READY

    def send_in_another_process(self, point: Point, stop: signal.Signals) -> "subprocess.Popen[bytes]":
        words = [sys.executable, "-m", "tests.mail.sender", self.home, self.note.id, point, str(int(stop))]
        return subprocess.Popen([str(word) for word in words], cwd=ROOT, stdout=subprocess.DEVNULL)

    def go_on(self, later: timedelta = timedelta(minutes=1)) -> DeliveryState:
        """What a person's next command does."""
        self.servers.wait_until_quiet()
        sync(self.who, "en", NOW + later, self.outside)
        self.servers.wait_until_quiet()
        return self.state

    def delivered(self) -> int:
        return self.servers.count(self.message_id, self.reader)

    def in_sent(self) -> int:
        return self.servers.count(self.message_id, self.sender, "Sent")


def a_trial(servers: MailServers, tmp_path: Path, number: int, provider: str, smtp: str) -> Trial:
    home, message_id = tmp_path / "home", f"<trial{number}@{provider}>"
    sender, reader = f"ada{number}@{provider}", f"giulia{number}@corp.test"
    who = a_home(home)
    account = an_account(who, smtp, servers.imaps, sender, sender)
    secrets.keep(home, account, PASSWORD)
    note = an_approved_note(who, message_id, reader, sender)
    return Trial(servers, who, home, note, message_id, sender, reader)


KILLED: list[tuple[Point, DeliveryState, dict[str, DeliveryState], int]] = [
    (Point.BEFORE_CLAIM, S.READY, {}, 1),
    (Point.CLAIMED, S.CLAIMED, {}, 1),
    (Point.AFTER_AUTH, S.CLAIMED, {}, 1),
    (Point.AFTER_MAIL, S.CLAIMED, {}, 1),
    (Point.AFTER_RCPT, S.CLAIMED, {}, 1),
    (Point.AFTER_354, S.CLAIMED, {}, 1),
    (Point.MID_BODY, S.CLAIMED, {}, 1),
    (Point.MARKED, S.COMMITTING, dict.fromkeys(PROVIDERS, S.UNKNOWN), 0),
    (Point.DOT_SENT, S.COMMITTING, {"seguito.test": S.UNKNOWN}, 1),
    (Point.REPLY_READ, S.COMMITTING, {"seguito.test": S.UNKNOWN}, 1),
    (Point.HANDED, S.HANDED, {}, 1),
    (Point.APPENDED, S.HANDED, {}, 1),
]


def killed_at_each_provider() -> Iterator[object]:
    """Where the provider's own copy is found none of ours is filed, so there it cannot die in between."""
    for provider, (point, *told) in product(PROVIDERS, KILLED):
        if point is not Point.APPENDED or provider == "seguito.test":
            yield pytest.param(provider, point, *told, id=f"{point} at {provider}")


@pytest.mark.parametrize(("provider", "point", "right_after", "told_by", "copies"), list(killed_at_each_provider()))
def test_a_sender_killed_at_any_point(
    mail_servers: MailServers,
    number: int,
    tmp_path: Path,
    provider: str,
    point: Point,
    right_after: DeliveryState,
    told_by: dict[str, DeliveryState],
    copies: int,
) -> None:
    trial = a_trial(mail_servers, tmp_path, number, provider, mail_servers.smtp_plain)

    assert trial.send_in_another_process(point, signal.SIGKILL).wait(30) == -signal.SIGKILL
    assert trial.state is right_after

    told = told_by.get(provider, S.FILED)
    assert trial.go_on() is told
    assert trial.delivered() == copies
    assert trial.in_sent() == (told is S.FILED)
    assert trial.go_on(timedelta(hours=1)) is told
    assert trial.delivered() == copies


@pytest.mark.parametrize("provider", PROVIDERS)
@pytest.mark.parametrize(
    ("cut", "right_after", "told_by", "copies"),
    [
        (Cut.BEFORE_BANNER, S.RETRY, {}, 1),
        (Cut.AFTER_EHLO, S.RETRY, {}, 1),
        (Cut.AT_MAIL, S.RETRY, {}, 1),
        (Cut.AT_RCPT, S.RETRY, {}, 1),
        (Cut.AFTER_354, S.RETRY, {}, 1),
        (Cut.MID_BODY, S.RETRY, {}, 1),
        (Cut.DOT_LOST, S.UNKNOWN, dict.fromkeys(PROVIDERS, S.UNKNOWN), 0),
        (Cut.AS_DOT_ARRIVES, S.UNKNOWN, {"seguito.test": S.UNKNOWN}, 1),
        (Cut.REPLY_SWALLOWED, S.UNKNOWN, {"seguito.test": S.UNKNOWN}, 1),
        (Cut.AFTER_250, S.FILED, {}, 1),
        (Cut.REPLY_NEVER_COMES, S.UNKNOWN, {"seguito.test": S.UNKNOWN}, 1),
    ],
)
def test_a_line_cut_at_any_point(
    mail_servers: MailServers,
    number: int,
    tmp_path: Path,
    provider: str,
    cut: Cut,
    right_after: DeliveryState,
    told_by: dict[str, DeliveryState],
    copies: int,
) -> None:
    with CuttingProxy(mail_servers.ports["plain"], cut) as proxy:
        trial = a_trial(mail_servers, tmp_path, number, provider, proxy.url)

        [sent] = send(trial.who, trial.note.id, NOW, trial.outside).deliveries
        # The mailbox is looked into at once: where the copy lies there already, nobody is asked.
        assert sent.state is right_after or (right_after is S.UNKNOWN and sent.state is S.FILED)

        told = told_by.get(provider, S.FILED)
        assert trial.go_on() is told
    assert trial.delivered() == copies
    assert trial.in_sent() == (told is S.FILED)


def test_a_mail_that_never_went_goes_when_its_author_says_so(
    mail_servers: MailServers, number: int, tmp_path: Path
) -> None:
    """The price of the mark: a question about a mail that did not go. Asked again, it is the same mail, byte for byte."""
    trial = a_trial(mail_servers, tmp_path, number, "seguito.test", mail_servers.smtp_plain)
    trial.send_in_another_process(Point.MARKED, signal.SIGKILL).wait(30)
    assert trial.go_on() is S.UNKNOWN
    [asked] = outbox(trial.who)
    frozen = waiting(trial.who, asked.id).message

    with pytest.raises(AskedAgainTooSoon):
        answer(trial.who, asked.id, Answer.AGAIN, NOW + timedelta(minutes=14), trial.outside)
    [sent] = answer(trial.who, asked.id, Answer.AGAIN, NOW + timedelta(minutes=15), trial.outside).deliveries

    assert sent.state is S.FILED
    mail_servers.wait_until_quiet()
    [arrived] = mail_servers.mails(trial.reader)
    assert arrived.replace(b"\r\n", b"\n").endswith((frozen or b"-").replace(b"\r\n", b"\n"))


def test_a_mail_that_came_is_laid_to_rest_when_its_author_says_so(
    mail_servers: MailServers, number: int, tmp_path: Path
) -> None:
    trial = a_trial(mail_servers, tmp_path, number, "seguito.test", mail_servers.smtp_plain)
    trial.send_in_another_process(Point.DOT_SENT, signal.SIGKILL).wait(30)
    assert trial.go_on() is S.UNKNOWN

    [said] = answer(trial.who, trial.note.id, Answer.ARRIVED, NOW, trial.outside).deliveries

    assert said.state is S.HANDED
    assert trial.go_on() is S.FILED
    assert (trial.delivered(), trial.in_sent()) == (1, 1)


def test_a_copy_that_a_dead_program_was_about_to_file_is_filed_later(
    mail_servers: MailServers, number: int, tmp_path: Path
) -> None:
    trial = a_trial(mail_servers, tmp_path, number, "seguito.test", mail_servers.smtp_plain)
    trial.send_in_another_process(Point.APPENDING, signal.SIGKILL).wait(30)

    assert trial.go_on(timedelta(minutes=9)) is S.HANDED  # as far as anybody knows it is being filed just now
    assert trial.go_on(timedelta(minutes=10)) is S.FILED
    assert (trial.delivered(), trial.in_sent()) == (1, 1)


def test_a_sender_stopped_before_the_mark_is_overtaken_and_sends_nothing(
    mail_servers: MailServers, number: int, tmp_path: Path
) -> None:
    trial = a_trial(mail_servers, tmp_path, number, "seguito.test", mail_servers.smtp_plain)
    stopped = trial.send_in_another_process(Point.MID_BODY, signal.SIGSTOP)
    try:
        wait_for_stop(stopped)
        assert trial.state is S.CLAIMED
        # It lives, as far as anybody knows: nobody takes its work away before its lease is over.
        assert sync(trial.who, "en", NOW, trial.outside).deliveries == ()
        assert trial.state is S.CLAIMED

        later = replace(trial.outside, clock=lambda: datetime.now(UTC) + LEASE_TO_THE_MARK)
        sync(trial.who, "en", NOW, later)
        assert trial.state is S.FILED
    finally:
        os.kill(stopped.pid, signal.SIGCONT)
    assert stopped.wait(30) == 0

    mail_servers.wait_until_quiet()
    assert trial.state is S.FILED
    assert trial.delivered() == 1


def test_a_sender_stopped_after_the_mark_does_not_send_when_it_wakes_late(
    mail_servers: MailServers, number: int, tmp_path: Path
) -> None:
    """Its author was asked and had it sent again meanwhile; a machine that slept between mark and dot lets it be."""
    trial = a_trial(mail_servers, tmp_path, number, "seguito.test", mail_servers.smtp_plain)
    stopped = trial.send_in_another_process(Point.MARKED, signal.SIGSTOP)
    try:
        wait_for_stop(stopped)
        assert trial.state is S.COMMITTING
        later = replace(trial.outside, clock=lambda: datetime.now(UTC) + LEASE_AFTER_THE_MARK)
        sync(trial.who, "en", NOW, later)
        assert trial.state is S.UNKNOWN
        answer(trial.who, trial.note.id, Answer.AGAIN, NOW + AGAIN_AFTER, later)
        assert trial.state is S.FILED
        time.sleep(1)  # longer than the child's patience between mark and dot
    finally:
        os.kill(stopped.pid, signal.SIGCONT)
    assert stopped.wait(30) == 0

    mail_servers.wait_until_quiet()
    assert trial.state is S.FILED
    assert trial.delivered() == 1


def test_two_programs_that_send_the_same_note_send_it_once(
    mail_servers: MailServers, number: int, tmp_path: Path
) -> None:
    trial = a_trial(mail_servers, tmp_path, number, "seguito.test", mail_servers.smtps)
    programs = [trial.send_in_another_process(Point.NEVER, signal.SIGKILL) for _ in range(3)]

    assert [one.wait(60) for one in programs] == [0, 0, 0]
    assert trial.go_on() is S.FILED
    assert (trial.delivered(), trial.in_sent()) == (1, 1)


def wait_for_stop(program: "subprocess.Popen[bytes]") -> None:
    _, status = os.waitpid(program.pid, os.WUNTRACED)
    assert os.WIFSTOPPED(status)


ON_A_FULL_DISK = """
set -e
mount -t tmpfs -o size={room}k seguito {home}
exec {python} -m tests.mail.full {home} {smtp} {number}
"""


def a_file_system_of_ones_own() -> bool:
    return subprocess.run(["unshare", "-m", "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not a_file_system_of_ones_own(), reason="NO DISK WAS FULL: `unshare -m` is not allowed here")
def test_a_full_disk_at_any_commit_sends_at_most_once(mail_servers: MailServers, number: int, tmp_path: Path) -> None:
    """On a file system that is filled to the last page before each commit in turn: told, and never twice."""
    script = ON_A_FULL_DISK.format(
        room=8192, home=tmp_path, python=sys.executable, smtp=mail_servers.smtp_plain, number=number
    )

    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", script], capture_output=True, text=True, timeout=90, check=False, cwd=ROOT
    )

    assert done.returncode == 0, done.stdout + done.stderr
    mail_servers.wait_until_quiet()
    told = [line.split() for line in done.stdout.splitlines()]
    copies = {point: len(mail_servers.mails(f"{point}{number}@corp.test")) for point, *_ in told}
    assert told == [
        ["claim", "disk-full", "ready", "handed"],
        ["mark", "disk-full", "claimed", "handed"],
        ["outcome", "handed-not-written", "committing", "unknown"],
    ]
    assert copies == {"claim": 1, "mark": 1, "outcome": 1}
