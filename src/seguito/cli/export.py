"""`seguito export`: everything, as one JSON document on stdout."""

from argparse import ArgumentParser, Namespace

from seguito.actions.export import export
from seguito.cli.opened import opened
from seguito.cli.terminal import Terminal


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing."""


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    export(session.who, terminal.out, session.terminal.now)
    return 0
