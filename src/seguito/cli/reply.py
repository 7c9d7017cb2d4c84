"""`seguito reply PERSON [--on WHEN] [--text TEXT] [--mine]`: somebody wrote or called, or one did oneself."""

from argparse import ArgumentParser, Namespace

from seguito.actions.reply import reply
from seguito.cli.editor import read_text
from seguito.cli.matches import closer_shape, show_closer
from seguito.cli.moments import read_past
from seguito.cli.opened import opened
from seguito.cli.plans import follow_up_shape, plan_lines
from seguito.cli.shapes import person_shape
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("person", help=N_("an id, its beginning, an address, or a name"))
    parser.add_argument("--on", metavar="WHEN", help=N_("a day or a time; without it, now"))
    words = parser.add_mutually_exclusive_group()
    words.add_argument("--text", default="", help=N_("what they wrote"))
    words.add_argument("--from", dest="file", metavar="FILE", help=N_("what they wrote, in a file (- for stdin)"))
    parser.add_argument("--mine", action="store_true", help=N_("it was I who wrote or called, outside Seguito"))
    parser.add_argument("--shows", action="append", default=[], metavar="SKILL", help="what it shows they have learned")
    parser.add_argument("--channel", default="email", metavar="email|call|…")


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    speaker, now = session.terminal.speaker, session.terminal.now
    text = read_text(options.file) if options.file else options.text
    at = read_past(options.on, "--on", now)
    incoming = not options.mine
    found = reply(session.who, options.person, at, text, incoming, options.channel[:20], now, options.shows)
    if terminal.as_json:
        terminal.answer(
            {
                "contact": {
                    "person": person_shape(found.person),
                    "at": found.at,
                    "direction": "out" if options.mine else "in",
                },
                "follow_ups": [follow_up_shape(one, speaker) for one in found.standings],
                "openings": [closer_shape(one) for one in found.closer],
            }
        )
        return 0
    terminal.say(N_("Noted: you were in touch with {person} on {when}."), person=found.person.called, when=found.at)
    show_closer(found.closer, session.terminal)
    for line in plan_lines(found.standings, speaker, reasons=True):
        terminal.line(line)
    return 0
