"""`seguito send NOTE [--draft]`: hand an approved note over, or lay it into the mailbox's Drafts."""

from argparse import ArgumentParser, Namespace

from seguito.actions.send import Sent, lay_in_drafts, send
from seguito.actions.sending import Outside
from seguito.actions.sync import Synced
from seguito.cli.deliveries import deliveries_shape, exit_code, tell
from seguito.cli.opened import opened
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("note", metavar="NOTE", help=N_("an id, its beginning, or its reader's name"))
    parser.add_argument("--draft", action="store_true", help=N_("lay it into your Drafts: you send it from there"))


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    go = lay_in_drafts if options.draft else send
    sent = go(session.who, options.note, session.terminal.now, Outside(terminal.home))
    return show(sent, session.terminal)


def show(sent: Sent, terminal: Terminal) -> int:
    """Tell what came of it."""
    if terminal.as_json:
        terminal.answer(deliveries_shape(sent.deliveries, terminal))
    else:
        tell(sent.deliveries, terminal)
    return close(sent, terminal)


def close(sent: Sent | Synced, terminal: Terminal) -> int:
    """What stood in the way, and the exit code."""
    if sent.trouble:
        reason = terminal.speaker.reason(sent.trouble)
        terminal.say(N_("The mailbox could not be looked at: {reason}. `seguito sync` does it later."), reason=reason)
    if sent.paused:
        reason = terminal.speaker.reason(sent.paused)
        terminal.say(N_("The account is paused: {reason}. `seguito account test` tries it again."), reason=reason)
        return exit_code(sent.deliveries) or 3
    return exit_code(sent.deliveries)
