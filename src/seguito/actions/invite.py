"""Reading an invite: what it says, and nothing recorded."""

from collections.abc import Collection
from pathlib import Path
from zoneinfo import ZoneInfo

from seguito.calendars.file import read_file
from seguito.calendars.invite import read_invites
from seguito.calendars.nouns import Reading


def invite(path: Path, reader_zone: ZoneInfo, mine: Collection[str]) -> Reading:
    """What the file at `path` invites to. Raises a `Problem` when it can't be read or is no invite."""
    return read_invites(read_file(path), reader_zone, mine)
