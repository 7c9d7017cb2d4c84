"""`seguito restore FILE`: put a copy back."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from seguito.actions.copies import restore
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, help=N_("a file that `seguito backup` has written"))


def run(options: Namespace, terminal: Terminal) -> int:
    done = restore(terminal.home, options.file, terminal.now)
    if terminal.as_json:
        files = [{"name": one.name, "before": one.before} for one in done.files]
        terminal.answer({"restored": options.file, "before": done.before, "files": files})
        return 0
    terminal.say(N_("The records are as they were when {file} was written."), file=options.file)
    for before in (done.before, *(one.before for one in done.files)):
        if before:
            terminal.say(N_("What was here until now lies in {file}."), file=before)
    return 0
