"""`seguito arrived NOTE --on DATE`: the card is there."""

from argparse import ArgumentParser, Namespace

from seguito.actions.post import arrived
from seguito.cli.journeys import journey_shape, show_journey
from seguito.cli.moments import read_day
from seguito.cli.opened import opened
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("note", help=N_("an id, its beginning, or its reader's name"))
    parser.add_argument("--on", required=True, metavar="DATE")


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    way = arrived(session.who, options.note, read_day(options.on, "--on"), session.terminal.now)
    if terminal.as_json:
        terminal.answer(journey_shape(way, session.terminal))
    else:
        show_journey(way, session.terminal)
    return 0
