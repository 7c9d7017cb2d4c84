"""Beginning: the data folder is opened, and it is known on whose behalf work goes on."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from seguito.core.nouns import Person, Who
from seguito.records.database import open_home, open_workspace
from seguito.records.reads.people import me


@dataclass(frozen=True, slots=True)
class Session:
    """`me`: who the person said they are, or None before they did."""

    who: Who
    me: Person | None


def begin(home: Path, now: datetime) -> Session:
    """Open (or create) the records in `home`. Raises a `Problem` when that cannot be."""
    who = open_home(home, now)
    return Session(who=who, me=me(who))


def begin_for(home: Path, workspace: str) -> Session:
    """Open the records as `begin` does, on behalf of that workspace."""
    who = open_workspace(home, workspace)
    return Session(who=who, me=me(who))
