"""`seguito sync`: go on where things were left."""

from argparse import ArgumentParser, Namespace

from seguito.actions.retention import keep_to_retention
from seguito.actions.sending import Outside
from seguito.actions.sync import sync
from seguito.cli.opened import opened
from seguito.cli.retained import tell_retained
from seguito.cli.send import show
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    """It takes none."""


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    done = sync(session.who, session.terminal.now, Outside(terminal.home))
    tell_retained(keep_to_retention(session.who, terminal.home, session.terminal.now), session.terminal)
    if not done.deliveries and not terminal.as_json:
        terminal.say(N_("Nothing was waiting."))
    return show(done, session.terminal)
