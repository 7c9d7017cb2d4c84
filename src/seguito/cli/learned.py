"""`seguito learned [TEXT [--skill S] [--on DATE]]`: what has been learned since, and what was missing."""

from argparse import ArgumentParser, Namespace

from seguito.actions.learned import Grown, grown, learned
from seguito.cli.moments import read_day
from seguito.cli.opened import opened
from seguito.cli.shapes import Shape
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("text", nargs="?", help=N_("in your own words; without it, what is noted so far"))
    parser.add_argument("--skill", default="", help=N_("the skill that it shows"))
    parser.add_argument("--on", metavar="DATE", help=N_("when; without it, today"))


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    on = read_day(options.on, "--on") if options.on else None
    if options.text is None:
        found = grown(session.who)
    else:
        found = learned(session.who, options.text, options.skill, on, session.terminal.now)
    if terminal.as_json:
        terminal.answer(_shape(found))
    else:
        _show(found, session.terminal)
    return 0


def _shape(found: Grown) -> Shape:
    return {
        "learned": [
            {"id": one.id, "text": one.text, "skill": one.skill or None, "label": one.label or None, "on": one.on}
            for one in found.learned
        ],
        "progress": [
            {
                "application": one.application.id,
                "organisation": one.application.organisation.name,
                "role": one.application.role,
                "learned": [
                    {"skill": lack.skill, "label": lack.label, "text": shown.text, "on": shown.on}
                    for lack, shown in one.grown
                ],
                "missing": [{"skill": lack.skill, "label": lack.label} for lack in one.missing],
            }
            for one in found.progress
        ],
    }


def _show(found: Grown, terminal: Terminal) -> None:
    if not found.learned:
        terminal.say(N_("Nothing is noted yet."))
    for one in found.learned:
        terminal.line(f"  {one.on}  {one.text}" + (f"  ({one.label})" if one.label else ""))
    for there in found.progress:
        terminal.line(", ".join(filter(None, (there.application.organisation.name, there.application.role))))
        for lack, shown in there.grown:
            terminal.say(
                N_("  {skill} was missing; now you could write about “{text}”."), skill=lack.label, text=shown.text
            )
        for lack in there.missing:
            terminal.say(N_("  {skill} is missing still."), skill=lack.label)
