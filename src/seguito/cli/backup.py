"""`seguito backup FILE`: a copy of everything, in one file."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from seguito.actions.copies import backup
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help=N_("where the copy is to lie"))


def run(options: Namespace, terminal: Terminal) -> int:
    size = backup(terminal.home, options.file, terminal.now)
    if terminal.as_json:
        terminal.answer({"file": options.file, "bytes": size})
    else:
        terminal.say(
            N_("A copy of everything lies in {file}. Put it back with: seguito restore {file}"), file=options.file
        )
    return 0
