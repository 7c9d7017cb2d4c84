"""`seguito outcome APPLICATION --offer|--no|--silence|--accepted|--withdrawn [--lacked SKILL]…`: what came of it."""

from argparse import ArgumentParser, Namespace

from seguito.actions.outcome import CameOf, outcome
from seguito.cli.moments import read_past
from seguito.cli.opened import opened
from seguito.cli.plans import follow_up_shape, plan_lines
from seguito.cli.shapes import Shape
from seguito.cli.terminal import Terminal
from seguito.cli.told import application_fields
from seguito.core.nouns import Outcome
from seguito.errors import N_
from seguito.speech import Speaker


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "application", help=N_("an id, its beginning, the organisation's name, or one of its interviews")
    )
    came = parser.add_mutually_exclusive_group(required=True)
    for one in Outcome:
        came.add_argument(f"--{one.value}", dest="outcome", action="store_const", const=one)
    parser.add_argument("--lacked", action="append", default=[], metavar="SKILL", help=N_("what was missing there"))
    parser.add_argument("--on", metavar="DATE", help=N_("when the answer came; without it, now"))


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    now = session.terminal.now
    at = read_past(options.on, "--on", now)
    came = outcome(session.who, options.application, options.outcome, at, options.lacked, now)
    speaker = session.terminal.speaker
    if terminal.as_json:
        terminal.answer(came_shape(came, speaker))
        return 0
    if came.lacked:
        terminal.say(N_("Missing there: {skills}."), skills=speaker.listed(lack.label for lack in came.lacked))
    for line in plan_lines((one for one in came.standings if not one.planned.settled), speaker, reasons=True):
        terminal.line(line)
    return 0


def came_shape(came: CameOf, speaker: Speaker) -> Shape:
    return {
        "application": application_fields(came.application),
        "lacked": [{"skill": lack.skill, "label": lack.label} for lack in came.lacked],
        "follow_ups": [follow_up_shape(one, speaker) for one in came.standings],
    }
