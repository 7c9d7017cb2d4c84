"""`seguito sync`: go on where things were left."""

from argparse import ArgumentParser, Namespace

from seguito.actions.outbox import waiting
from seguito.actions.sending import Outside
from seguito.actions.sync import Synced, sync
from seguito.cli.deliveries import deliveries_shape, tell
from seguito.cli.inbox import letters_shape, tell_letters
from seguito.cli.opened import opened
from seguito.cli.send import close
from seguito.cli.terminal import Terminal
from seguito.core.outbox import Delivery
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    """It takes none."""


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    done = sync(session.who, session.terminal.now, Outside(terminal.home))
    if terminal.as_json:
        shape = deliveries_shape(done.deliveries, session.terminal)
        terminal.answer({**shape, **letters_shape(done.letters, session.terminal)})
    else:
        _tell(done, waiting(session.who), session.terminal)
    return close(done, session.terminal)


def _tell(done: Synced, waits: tuple[Delivery, ...], terminal: Terminal) -> None:
    tell(done.deliveries, terminal)
    tell_letters(done.letters, terminal)
    if done.deliveries or done.letters:
        return
    if waits:
        terminal.say(N_("Nothing was due yet."))
        tell(waits, terminal)
    else:
        terminal.say(N_("Nothing was waiting, and nothing has come."))
