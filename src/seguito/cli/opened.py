"""A command that works with records: the folder opened, the reader's zone known."""

from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from seguito.actions.session import begin
from seguito.cli.terminal import Terminal
from seguito.core.nouns import Person, Who


@dataclass(frozen=True, slots=True)
class Opened:
    who: Who
    me: Person | None
    terminal: Terminal


def opened(terminal: Terminal) -> Opened:
    """Open the data folder; times are told in the zone that the person has recorded, else in the machine's."""
    session = begin(terminal.home, terminal.now)
    if session.me and session.me.zone:
        zone = ZoneInfo(session.me.zone)
        speaker = replace(terminal.speaker, zone=zone)
        terminal = replace(terminal, speaker=speaker, now=terminal.now.astimezone(zone))
    return Opened(session.who, session.me, terminal)
