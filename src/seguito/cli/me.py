"""`seguito me FIELD=VALUE…`: who I am."""

from argparse import ArgumentParser, Namespace

from seguito.actions.tell import tell_me, who_am_i
from seguito.cli.opened import opened
from seguito.cli.terminal import Terminal
from seguito.cli.told import me_fields, told_lines
from seguito.core.fields import ME, read_fields
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("told", nargs="*", metavar="FIELD=VALUE", help=", ".join(ME))


def run(options: Namespace, terminal: Terminal) -> int:
    told = read_fields(options.told, ME)
    session = opened(terminal)
    me = tell_me(session.who, told, session.terminal.now) if told else who_am_i(session.who)
    if terminal.as_json:
        terminal.answer({"me": me_fields(me) if me else None})
    elif me is None:
        terminal.say(
            N_('Nobody has said who they are yet. For example: seguito me name="Ada Conti" email=ada@example.org')
        )
    else:
        for line in told_lines(me_fields(me), terminal.speaker):
            terminal.line(line)
    return 0
