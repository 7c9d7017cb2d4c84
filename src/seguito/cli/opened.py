"""A command that works with records: the folder opened, the reader's zone known."""

from dataclasses import dataclass, replace

from seguito.actions.session import begin, begin_for
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
    return Opened(session.who, session.me, in_zone(terminal, session.me))


def opened_for(terminal: Terminal, workspace: str) -> Opened:
    """As `opened`, on behalf of that workspace."""
    session = begin_for(terminal.home, workspace)
    return Opened(session.who, session.me, in_zone(terminal, session.me))


def in_zone(terminal: Terminal, me: Person | None) -> Terminal:
    """The terminal with its reader's zone."""
    zone = reader_zone(recorded=me.zone if me else "")
    return replace(terminal, zone=zone, speaker=replace(terminal.speaker, zone=zone), now=terminal.now.astimezone(zone))
