"""From an invite that another person mails to that person's answer being noticed; typed is only what a person must."""

import json
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email import message_from_bytes
from pathlib import Path

import pytest

from tests.mail import stack
from tests.mail.invites import mailed, post, stamp
from tests.walk.shell import ROOT, at_home, run, the_steps

ENDED = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=40)
DAY_BEFORE = (ENDED - timedelta(days=1)).isoformat()
MUCH_LATER = (ENDED + timedelta(days=30)).isoformat()
ACCOUNT = """seguito me name="Elena Ferri" email=elena.ferri@mail.example zone=America/New_York country=US city=Atlanta region=GA
seguito account set --from "Elena Ferri <elena.ferri@mail.example>" --smtp smtps://smtp.mail.example:465 \\
  --imap imaps://imap.mail.example:993 --user elena.ferri@mail.example --password-stdin < password.txt"""


@dataclass(frozen=True)
class Walk:
    """A folder with the examples, and the servers, on which Elena and Rosalind have mailboxes of this walk's own."""

    folder: Path
    servers: stack.MailServers
    elena: str
    rosalind: str

    def at_home(self, text: str) -> str:
        text = text.replace("elena.ferri@mail.example", self.elena)
        return at_home(text.replace("rosalind.avery@peachandpine.example", self.rosalind), self.servers)

    def types(self, script: str, now: str = "") -> str:
        """What a person types, by `now` (else by the clock)."""
        clock = {"SEGUITO_NOW": now} if now else {}
        done = run(self.at_home(script), self.folder, self.servers, **clock)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    def is_chased(self) -> bool:
        due = json.loads(self.types("seguito due --json", MUCH_LATER))["follow_ups"]
        return any(one["kind"] == "nudge" and "Rosalind" in str(one["about"]["people"]) for one in due)

    def the_invite(self) -> str:
        text = (self.folder / "examples" / "interview.ics").read_text("utf-8")
        text = re.sub(r"DTSTART;TZID=[^\n]*", f"DTSTART:{stamp(ENDED - timedelta(hours=1))}", text)
        return re.sub(r"DTEND;TZID=[^\n]*", f"DTEND:{stamp(ENDED)}", text)


@pytest.fixture
def walk(mail_servers: stack.MailServers, tmp_path: Path, number: int) -> Walk:
    made = Walk(tmp_path, mail_servers, f"elena{number}@seguito.test", f"rosalind{number}@corp.test")
    (tmp_path / "examples").mkdir()
    for file in (ROOT / "examples").iterdir():
        text = made.at_home(file.read_text("utf-8"))
        # The example's days are of its own December; here the interview is today.
        (tmp_path / "examples" / file.name).write_text(text.replace("by Friday 11 December", "soon"), "utf-8")
    (tmp_path / "password.txt").write_text(stack.PASSWORD)
    return made


@pytest.mark.mail
def test_an_invite_comes_in_and_its_sender_answers(walk: Walk) -> None:
    """Mailbox to mailbox: T1.1, T1.3, T1.4, T5.4."""
    says_yes, writes, looks = the_steps("In touch with your mailbox and calendar")
    walk.types(ACCOUNT, DAY_BEFORE)
    rosalind = f"Rosalind Avery <{walk.rosalind}>"
    post(walk.servers, walk.rosalind, walk.elena, mailed(walk.the_invite(), rosalind, walk.elena))
    assert "Rosalind Avery invites you" in walk.types(says_yes, DAY_BEFORE)

    walk.types(writes)
    [note] = walk.servers.mails(walk.rosalind)
    assert walk.is_chased()

    head = f"From: {rosalind}\nSubject: Re: x\nMessage-ID: <a@corp.test>"
    answer = f"{head}\nIn-Reply-To: {message_from_bytes(note)['Message-ID']}\n\nSo did I.\n"
    post(walk.servers, walk.rosalind, walk.elena, answer.encode())
    assert "Rosalind Avery has answered" in walk.types(looks)
    assert not walk.is_chased()
