"""Sending from a file system that is full at one commit: `python -m tests.mail.full HOME SMTP NUMBER`.

Before the commit named, a file takes every free byte; after it, that file goes again. Prints, for each, what was told,
what stands then, and what the next command makes of it.
"""

import contextlib
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from django.db import connection

from seguito.actions import sending
from seguito.actions.outbox import outbox
from seguito.actions.send import send
from seguito.actions.sending import Outside
from seguito.actions.sync import sync
from seguito.channels.email import secrets
from seguito.core.nouns import Who
from seguito.core.outbox import DeliveryState
from seguito.errors import Problem
from seguito.records.database import open_home
from tests.mail.cast import NOW, an_account, an_approved_note
from tests.mail.stack import PASSWORD


@contextlib.contextmanager
def full(folder: Path) -> Iterator[None]:
    filling = folder / "filling"
    with filling.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        for size in (65536, 4096, 512, 1):
            with contextlib.suppress(OSError):
                while True:
                    file.write(b"x" * size)
    try:
        yield
    finally:
        filling.unlink()


def main(home: Path, smtp: str, number: str) -> None:
    who = open_home(home, NOW)
    account = an_account(who, smtp, user="ada@seguito.test")
    secrets.keep(home, account, PASSWORD)
    for point, call in (("claim", "claim"), ("mark", "mark"), ("outcome", "write_down")):
        note = an_approved_note(
            who, f"<{point}{number}@seguito.test>", f"{point}{number}@corp.test", name=f"Giulia {point}"
        )
        real = getattr(sending, call)

        def when_full(*words: object, real: Callable[..., Any] = real) -> object:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")  # no room is left over in the log
            with full(home):
                return real(*words)

        problem = "none"
        with patch.object(sending, call, when_full):
            try:
                send(who, note.id, NOW, Outside(home))
            except Problem as told:
                problem = told.id
        before = state_of(who, note.id)
        sync(who, "en", NOW + timedelta(minutes=1), Outside(home))
        print(point, problem, before, state_of(who, note.id))


def state_of(who: Who, note: str) -> DeliveryState:
    return next(one.state for one in outbox(who) if one.note == note)


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
