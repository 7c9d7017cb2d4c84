"""`seguito watch`: reminders, mail and the calendar, in the background."""

import signal
import threading
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from seguito.actions.rounds import alone_on_watch, watch
from seguito.cli.background import Background
from seguito.cli.opened import opened
from seguito.cli.reminding import told_shape
from seguito.cli.terminal import Terminal
from seguito.errors import N_
from seguito.jobs.embedded import rounds_for
from seguito.jobs.tasks import bring


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help=N_("one round only, for a scheduler of one's own"))


def run(options: Namespace, terminal: Terminal) -> int:
    who = opened(terminal).who  # says at once what is wrong with the folder
    with alone_on_watch(who, terminal.home), _until_ended() as ended:
        background = Background(terminal)
        bring(background.doing())
        if not options.once:
            terminal.say(N_("Watching {home}. Ctrl+C ends it."), home=terminal.home)
            terminal.err.flush()
            terminal.out.flush()
        watch(rounds_for(who.workspace), (lambda _: True) if options.once else ended.wait)
    if terminal.as_json:
        terminal.answer({"told": told_shape(background.told, terminal.speaker)})
    return 0 if background.went_well else 1


@contextmanager
def _until_ended() -> Iterator[threading.Event]:
    """Set by SIGTERM or Ctrl+C: what is in hand is brought to its end first."""
    ended = threading.Event()
    wanted = (signal.SIGTERM, signal.SIGINT)
    before = [signal.signal(one, lambda *_: ended.set()) for one in wanted]
    try:
        yield ended
    finally:
        for one, handler in zip(wanted, before, strict=True):
            signal.signal(one, handler)
