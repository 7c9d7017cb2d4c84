"""Without an account: a file that opens, ready to send, in the person's own mail program, and a question afterwards."""

import os
import secrets
from datetime import datetime
from pathlib import Path

from seguito.actions.sending import Outside, frozen_for, write_down
from seguito.core.nouns import Who
from seguito.core.outbox import LEASE_AFTER_THE_MARK, Delivery, Outcome, RetryLater, Unanswered, settled
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem
from seguito.records.reads.deliveries import delivery, waiting
from seguito.records.writes.deliveries import claim, keep_eml, mark


class FileNotWritten(Problem):
    id = "eml-not-written"
    exit_code = 3
    happened = N_("The note to {person} could not be written to {path}: {reason}.")
    safe = N_("Nothing was sent; the note is kept as you approved it.")
    next_step = N_("Make room or make the folder writable, then run `seguito send {note}` again.")
    on_page = N_("Make room or make the folder writable, then send it again.")


def write_eml(who: Who, one: Delivery, now: datetime, outside: Outside) -> Delivery:
    """Write the file and ask later: only its owner knows whether it was sent.

    It passes the same mark as a mail that a server takes, so that setting up an account afterwards sends nothing twice.
    """
    kept = waiting(who, one.id)
    clock = outside.clock()
    frozen = frozen_for(kept, one.id, kept.approved_sender, now)
    taken = claim(who, one, kept, None, frozen, now, clock, clock + LEASE_AFTER_THE_MARK)
    marked = mark(who, taken.delivery, now, clock + LEASE_AFTER_THE_MARK) if taken else None
    if taken is None or marked is None:
        return delivery(who, one.id)
    path = outside.home / "outbox" / f"{one.id}.eml"
    try:
        # “X-Unsent” is what makes Outlook and others open it for sending instead of reading.
        _write(path, b"X-Unsent: 1\r\n" + taken.message)
    except OSError as error:
        reason = error.strerror or str(error)
        why = Reason("", N_("{path} could not be written: {reason}"), {"path": str(path), "reason": reason})
        _settle(who, marked, RetryLater(why), now)
        raise FileNotWritten(person=one.to.called, path=path, reason=reason, note=one.note) from error
    keep_eml(who, one.id, str(path))
    lies = Reason("", N_("it lies in a file for your own mail program; only you know whether it was sent"))
    return _settle(who, marked, Unanswered(lies), now)


def _settle(who: Who, one: Delivery, outcome: Outcome, now: datetime) -> Delivery:
    move = settled(one, outcome, now)
    return write_down(who, one, move, now) if move else one


def _write(path: Path, message: bytes) -> None:
    """Whole or not at all, and for its owner's eyes only."""
    path.parent.mkdir(mode=0o700, exist_ok=True)
    new = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(new, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(message)
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError:
        new.unlink(missing_ok=True)
        raise
