"""What reading a mailbox costs, on a real Dovecot: `python -m benchmarks.mailbox [MESSAGES]`.

A mailbox of that many mails, all of the last month, and one of a tenth: each is read for the first time, then again
with nothing new, in a process of its own whose memory is told. Beside it the same heads are fetched in the same lots
with nothing done to them, which is the server's share.

Goals: with nothing new under 1 s and one question a folder; ten times the mails take at most 1.25 times the memory.
"""

import imaplib
import json
import os
import resource
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from imapclient import IMAPClient
from tests.mail import stack

from seguito.actions.notice import notice
from seguito.actions.sending import Outside
from seguito.channels.email import secrets
from seguito.channels.email.inbox import reading
from seguito.core.nouns import Who
from seguito.records.database import atomic, open_home
from seguito.records.writes.accounts import Settings, keep_account

GOAL_AGAIN_S = 1.0
GOAL_MEMORY = 1.25
FOLDERS = 2  # the inbox and the junk
LOT = 500
_READINGS = ("nothing (the program)", "heads alone", "first", "again, nothing new")
_ASKS = {"STATUS", "SELECT", "EXAMINE", "UID", "SEARCH", "FETCH"}
_WORDS = "Gentile Ada,\r\n\r\nle scrivo per il colloquio di ieri. Ne riparliamo la settimana prossima.\r\n" * 20


@dataclass(frozen=True)
class Read:
    """Seconds by the wall and of this process, questions about folders, and the most memory so far, in MiB."""

    wall: float
    own: float
    asked: int
    memory: float


def main(messages: int) -> int:
    missing = stack.what_is_missing()
    if missing:
        print(missing)
        return 1
    found = {}
    servers = stack.start()
    try:
        for count in (messages // 10, messages):
            address = f"ada{count}@seguito.test"
            fill(servers.folder / "mail" / address, count)
            found[count] = in_a_process(servers, address)
            shutil.rmtree(servers.folder / "mail" / address)
    finally:
        stack.stop(servers)
    return tell(found)


def tell(found: dict[int, list[Read]]) -> int:
    print(f"{'mails':>8}  {'reading':<26} {'wall s':>8} {'own CPU s':>10} {'asked':>6} {'MiB':>7}")
    for count, reads in found.items():
        for name, read in zip(
            ("nothing (the program)", "heads alone", "first", "again, nothing new"), reads, strict=True
        ):
            print(f"{count:>8}  {name:<26} {read.wall:>8.2f} {read.own:>10.2f} {read.asked:>6} {read.memory:>7.1f}")
    few, many = (reads[2].memory for reads in found.values())
    again = max((reads[3] for reads in found.values()), key=lambda read: read.wall)
    print(f"ten times the mails: {many / few:.2f} times the memory (goal: {GOAL_MEMORY})")
    print(f"again: {again.wall:.2f} s (goal: {GOAL_AGAIN_S}), {again.asked} questions on {FOLDERS} folders")
    return 0 if again.wall <= GOAL_AGAIN_S and again.asked == FOLDERS and many / few <= GOAL_MEMORY else 1


def fill(home: Path, count: int) -> None:
    """The mails, written straight into the Maildir, as a server keeps them."""
    new = home / "Maildir" / "cur"
    for part in ("cur", "new", "tmp"):
        (home / "Maildir" / part).mkdir(parents=True)
    now = time.time()
    for n in range(count):
        at = now - (count - n) * timedelta(days=28).total_seconds() / count
        day = datetime.fromtimestamp(at, UTC)
        head = (
            f"Return-Path: <p{n % 900}@corp.test>\r\nReceived: from x by y; {day:%d %b %Y %H:%M:%S} +0000\r\n"
            f"Message-ID: <{n}.{int(at)}@corp.test>\r\nFrom: =?utf-8?q?Niccol=C3=B2_Verdi?= <p{n % 900}@corp.test>\r\n"
            f"To: ada@seguito.test\r\nSubject: Re: un messaggio come tanti, il numero {n}\r\n"
            f"References: <{n - 1}@corp.test> <{n - 2}@corp.test>\r\nIn-Reply-To: <{n - 1}@corp.test>\r\n"
            "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n"
        )
        mail = new / f"{int(at)}.M{n}P1.bench:2,S"
        mail.write_bytes((head + _WORDS).encode())
        os.utime(mail, (at, at))
    for place in (home, *home.rglob("*")):
        shutil.chown(place, "nobody", "nogroup")


def in_a_process(servers: stack.MailServers, address: str) -> list[Read]:
    program = [sys.executable, "-m", "benchmarks.mailbox", "--read", servers.imaps, servers.smtps, address]
    environment = {**os.environ, "SSL_CERT_FILE": str(servers.authority)}
    done = subprocess.run(program, capture_output=True, text=True, check=True, env=environment)
    return [Read(**one) for one in json.loads(done.stdout)]


def read_it(imap: str, smtp: str, address: str) -> None:
    """Both readings, in this process."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        who = open_home(home, datetime.now(UTC))
        with atomic():
            kept = keep_account(who, Settings(f"Ada <{address}>", smtp, imap, address), datetime.now(UTC))
        secrets.keep(home, kept.id, stack.PASSWORD)
        reads = [measured(lambda: None), measured(lambda: heads_alone(imap, address))]
        reads += [measured(lambda: look(who, home)) for _ in range(2)]
    print(json.dumps([asdict(one) for one in reads]))


def look(who: Who, home: Path) -> None:
    found = notice(who, "en", datetime.now(UTC), Outside(home))
    if found.trouble:
        raise OSError(found.trouble.message)


def heads_alone(imap: str, address: str) -> None:
    port = int(imap.rpartition(":")[2])
    with IMAPClient("localhost", port) as client:
        client.login(address, stack.PASSWORD)
        client.select_folder("INBOX", readonly=True)
        numbers = client.search()
        for start in range(0, len(numbers), LOT):
            client.fetch(numbers[start : start + LOT], [reading._HEAD, "INTERNALDATE"])
            client.fetch(numbers[start : start + LOT], ["BODYSTRUCTURE"])


def measured(work: Callable[[], None]) -> Read:
    with counted() as asked:
        wall, own = time.perf_counter(), time.process_time()
        work()
        wall, own = time.perf_counter() - wall, time.process_time() - own
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return Read(wall, own, sum(asked[verb] for verb in _ASKS), memory)


@contextmanager
def counted() -> Iterator[Counter[str]]:
    """What is asked of the server, verb by verb."""
    asked: Counter[str] = Counter()
    real = imaplib.IMAP4._command  # type: ignore[attr-defined]

    def counting(self: imaplib.IMAP4, name: str, *words: Any) -> Any:
        asked[name.upper()] += 1
        return real(self, name, *words)

    with patch.object(imaplib.IMAP4, "_command", counting):
        yield asked


if __name__ == "__main__":
    if sys.argv[1:2] == ["--read"]:
        read_it(*sys.argv[2:])
    else:
        sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 50_000))
