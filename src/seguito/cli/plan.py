"""`seguito plan [INTERVIEW]`: every follow-up with its window and its reasons."""

from argparse import ArgumentParser, Namespace
from itertools import groupby

from seguito.actions.plan import plan
from seguito.cli.opened import opened
from seguito.cli.plans import follow_up_shape, plan_lines
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("interview", nargs="?", help=N_("an id, its beginning, or a name; all of them without"))


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    speaker = session.terminal.speaker
    standings = plan(session.who, options.interview, session.terminal.now)
    if terminal.as_json:
        terminal.answer({"follow_ups": [follow_up_shape(one, speaker) for one in standings]})
        return 0
    if not standings:
        terminal.say(N_("Nothing is planned. `seguito add` records an interview."))
    for title, group in groupby(standings, key=lambda one: (one.planned.organisation, one.planned.role)):
        terminal.line(", ".join(filter(None, title)))
        for line in plan_lines(group, speaker, reasons=True):
            terminal.line(f"  {line}")
        terminal.line()
    return 0
