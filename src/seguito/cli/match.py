"""`seguito match OPENING`: whom to call first, and why."""

from argparse import ArgumentParser, Namespace

from seguito.actions.openings import match
from seguito.cli.matches import match_shape
from seguito.cli.opened import opened
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("opening", help="an id, its beginning, or its title")
    parser.add_argument("--most", type=int, default=50, metavar="N", help="how many to show")


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    speaker = session.terminal.speaker
    found = match(session.who, options.opening, session.terminal.now, max(options.most, 0))
    if terminal.as_json:
        terminal.answer({"matches": [match_shape(one, speaker) for one in found]})
        return 0
    if not found:
        terminal.say(N_("Nobody whose file is open has anything of what it asks."))
        terminal.say(N_("A file without leave, or whose leave has ended, is not read: `seguito talent` lists them."))
    for place, one in enumerate(found, start=1):
        terminal.line(f"{place}. {one.person.name or one.person.email}")
        for label in one.matched:
            terminal.line(f"   + {label}")
        for label in one.missing:
            terminal.line(f"   – {label}")
        for reason in one.reasons:
            terminal.line(f"   {speaker.reason(reason).strip()}")
        terminal.line("   " + speaker.say(N_("Leave given, until {until}."), until=one.consent))
    return 0
