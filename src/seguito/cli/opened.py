"""A command that works with records: the folder opened, the reader's zone known."""

from dataclasses import dataclass, replace

from seguito.actions.session import begin
from seguito.cli.terminal import Terminal
from seguito.cli.zone import reader_zone
from seguito.core.nouns import Person, Who


@dataclass(frozen=True, slots=True)
class Opened:
    who: Who
    me: Person | None
    terminal: Terminal


def opened(terminal: Terminal) -> Opened:
    """Open the data folder; times are told in the reader's zone."""
    session = begin(terminal.home, terminal.now)
    zone = reader_zone(recorded=session.me.zone if session.me else "")
    speaker = replace(terminal.speaker, zone=zone)
    return Opened(session.who, session.me, replace(terminal, speaker=speaker, now=terminal.now.astimezone(zone)))
