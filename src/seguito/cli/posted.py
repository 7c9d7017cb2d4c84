"""`seguito posted NOTE --on DATE --by SERVICE`: the card is in the box."""

from argparse import ArgumentParser, Namespace

from seguito.actions.post import posted
from seguito.cli.journeys import journey_shape, show_journey
from seguito.cli.moments import read_posted
from seguito.cli.opened import opened
from seguito.cli.terminal import Terminal
from seguito.core.planning.post import Posted
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("note", help=N_("an id, its beginning, or its reader's name"))
    parser.add_argument("--on", required=True, metavar="DATE", help="2026-12-03, 2026-12-03T18:30")
    parser.add_argument("--by", required=True, metavar="SERVICE", help="it-posta4, us-first-class, …")


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    on = Posted(*read_posted(options.on, "--on"))
    way = posted(session.who, options.note, on, options.by, session.terminal.now)
    if terminal.as_json:
        terminal.answer(journey_shape(way, session.terminal))
    else:
        show_journey(way, session.terminal)
    return 0
