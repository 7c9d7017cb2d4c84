"""`seguito sync`: go on where things were left."""

from argparse import ArgumentParser, Namespace

from seguito.actions.outbox import waiting
from seguito.actions.sending import Outside
from seguito.actions.sync import sync
from seguito.cli.deliveries import tell
from seguito.cli.opened import opened
from seguito.cli.send import show
from seguito.cli.terminal import Terminal
from seguito.core.outbox import Delivery
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    """It takes none."""


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    done = sync(session.who, session.terminal.now, Outside(terminal.home))
    if not done.deliveries and not terminal.as_json:
        _tell_what_waits(waiting(session.who), session.terminal)
    return show(done, session.terminal)


def _tell_what_waits(deliveries: tuple[Delivery, ...], terminal: Terminal) -> None:
    if deliveries:
        terminal.say(N_("Nothing was due yet."))
        tell(deliveries, terminal)
    else:
        terminal.say(N_("Nothing was waiting."))
