"""A copy of everything in one file, and the copy put back."""

from datetime import datetime
from pathlib import Path

from seguito.actions.erase import erase_again
from seguito.actions.outbox import distrust
from seguito.records import copies
from seguito.records.copies import PutBack
from seguito.records.database import open_home


def backup(home: Path, target: Path, now: datetime) -> int:
    """Write a whole copy to `target`; how many bytes it has."""
    open_home(home, now)
    return copies.back_up(home, target)


def restore(home: Path, source: Path, now: datetime) -> PutBack:
    """Put the copy back, bring it up to this version, and say where what was here before lies now.

    Whoever was erased since the copy was made is erased from it as well.
    """
    done = copies.put_back(home, source, now)
    # What had not gone when the copy was made may have gone since: nobody gets it twice.
    who = open_home(home, now)
    distrust(who, now)
    erase_again(who, home, now)
    return done
