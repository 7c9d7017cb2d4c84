"""Whether this is the only program on this machine that does a thing: sends for an account, reminds, keeps watch.

A lock that the system takes back when its holder dies, whatever it dies of; where a team shares a database, that is
asked, for all its machines. It is evidence, not the gate: who holds it knows that no other program has a delivery in
hand, and need not wait until a dead one's lease is over.
"""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import connection

from seguito.records.server import only_one_on_the_server


@contextmanager
def only_one(home: Path, doing: str) -> Iterator[bool]:
    """Hold the lock of one kind of work while the block runs; False where another program holds it, or none can be had.

    `doing`: small letters, digits and hyphens.
    """
    if not re.fullmatch(r"[0-9a-z-]+", doing):
        raise ValueError(doing)
    if connection.vendor == "postgresql":
        with only_one_on_the_server(doing) as alone:
            yield alone
        return
    try:
        file = os.open(home / f"{doing}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield False
        return
    try:
        yield _locked(file)
    finally:
        os.close(file)


if sys.platform == "win32":
    import msvcrt

    def _locked(file: int) -> bool:
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _locked(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
