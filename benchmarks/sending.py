"""What a message costs through the outbox, against bare smtplib: `python -m benchmarks.sending [MESSAGES]`.

Over TLS to a local sink, the same bytes, one connection each, in turns of ten, so that a busy machine is unfair to
neither. The outbox commits three times a message (claim, mark, outcome), and each commit waits for the disk: as many
waits are measured on the same disk in the same turns, and told apart.

Goal: outbox ≤ smtplib + three waits for the disk + 3 ms.
"""

import os
import smtplib
import ssl
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mail.scripted import ScriptedServer

from seguito.actions.sending import Outside, frozen_for, hand_over, line_of
from seguito.channels.email.account import private_line
from seguito.core.nouns import Appointment, Who
from seguito.core.outbox import Delivery
from seguito.records.database import atomic, open_home
from seguito.records.reads.accounts import account
from seguito.records.reads.deliveries import claimable, waiting
from seguito.records.reads.notes import approval
from seguito.records.writes.accounts import Settings, keep_account
from seguito.records.writes.deliveries import make_delivery
from seguito.records.writes.interviews import keep_application, keep_interview
from seguito.records.writes.notes import Frozen, Laid, keep_approval, keep_sheet
from seguito.records.writes.people import keep_organisation, keep_person

NOW = datetime(2026, 12, 2, 11, 30, tzinfo=UTC)
TEXT = "Gentile dottoressa,\n\nmi ha colpito che i più giovani presentino da soli il loro lavoro.\n\n" * 3
COMMITS = 3
GOAL_MS = 3.0
TURN = 10
PAGES = b"p" * 4096 * 8  # about what a commit adds to SQLite's log


@dataclass(frozen=True)
class Turn:
    """Milliseconds a message: bare, through the outbox, and waiting for the disk."""

    bare: float
    outbox: float
    disk: float

    @property
    def own(self) -> float:
        return self.outbox - self.bare - self.disk


def main(messages: int) -> int:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        with sink(home) as url:
            who = open_home(home / "records", NOW)
            turns = list(handed(who, notes_to_send(who, url, messages), url, home))
    own = statistics.median(turn.own for turn in turns)
    print(f"{messages} messages, one connection each way, TLS; ms a message, median of {len(turns)} turns")
    print(f"  bare smtplib          {statistics.median(turn.bare for turn in turns):7.2f}")
    print(f"  through the outbox    {statistics.median(turn.outbox for turn in turns):7.2f}")
    print(f"  {COMMITS} waits for the disk  {statistics.median(turn.disk for turn in turns):7.2f}")
    print(f"  the outbox's own      {own:7.2f}   (goal: {GOAL_MS:.1f})")
    return 0 if own <= GOAL_MS else 1


def handed(who: Who, deliveries: Sequence[Delivery], url: str, folder: Path) -> Iterator[Turn]:
    """The same mails, both ways."""
    sender, outside = account(who), Outside(folder / "records")
    if sender is None:
        raise LookupError("account")
    host, port = url.removeprefix("smtps://").split(":")
    with (
        smtplib.SMTP_SSL(host, int(port), context=private_line()) as smtp,
        line_of(sender, outside) as line,
        (folder / "log").open("wb", buffering=0) as log,
    ):
        line.greet()
        for start in range(0, len(deliveries), TURN):
            turn = deliveries[start : start + TURN]
            mails = [frozen_for(waiting(who, one.id), one.id, sender.sender, NOW).message for one in turn]
            times = [time.perf_counter()]
            for mail in mails:
                smtp.sendmail("ada@seguito.test", ["giulia@corp.test"], mail)
            times.append(time.perf_counter())
            for one in turn:
                hand_over(who, one, sender, line, NOW, outside)
            times.append(time.perf_counter())
            for _ in range(COMMITS * len(turn)):
                log.write(PAGES)
                os.fsync(log.fileno())
            times.append(time.perf_counter())
            bare, outbox, disk = (1000 * (end - start) / len(turn) for start, end in pairwise(times))
            yield Turn(bare, outbox, disk)


def notes_to_send(who: Who, url: str, messages: int) -> tuple[Delivery, ...]:
    with atomic():
        keep_account(who, Settings("Ada Rossi <ada@seguito.test>", url, pace_seconds=0), NOW)
        house = keep_organisation(who, "Agenzia Fontana")
        application = keep_application(who, house, "Account manager")
        talk = Appointment(NOW.replace(hour=9), NOW.replace(hour=10), "Europe/Rome")
        interview = keep_interview(who, application, talk, [], NOW)
        for n in range(messages):
            address = f"reader{n}@corp.test"
            person = keep_person(who, f"Reader {n}", [address], house)
            laid = Laid(person.id, "email", "it", "thanks", "Grazie per ieri", TEXT, ())
            note = keep_sheet(who, interview.id, laid, NOW)
            frozen = Frozen("Ada Rossi <ada@seguito.test>", (f"Reader <{address}>",), f"<{n}@seguito.test>")
            keep_approval(who, note.id, frozen, NOW)
            yes = approval(who, note.id)
            if yes:
                make_delivery(who, yes, NOW)
    return claimable(who)


@contextmanager
def sink(folder: Path) -> Iterator[str]:
    """A server in a process of its own that takes everything, with a certificate that this process trusts."""
    words = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=localhost"
    names = "-addext subjectAltName=DNS:localhost -keyout key.pem -out cert.pem"
    subprocess.run(["openssl", *words.split(), *names.split()], cwd=folder, check=True, capture_output=True)
    os.environ["SSL_CERT_FILE"] = str(folder / "cert.pem")
    program = [sys.executable, "-m", "benchmarks.sending", "--sink", str(folder)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stdin=subprocess.PIPE, text=True) as process:
        if process.stdout is None:
            raise OSError("no sink")
        yield process.stdout.readline().strip()
        process.terminate()


def be_the_sink(folder: Path) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    with ScriptedServer({"EHLO": "250-sink\r\n250 SIZE 1000000"}, tls=tls) as server:
        print(server.url, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    if sys.argv[1:2] == ["--sink"]:
        be_the_sink(Path(sys.argv[2]))
    else:
        sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 1000))
