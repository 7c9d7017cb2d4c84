"""`seguito approve NOTE [--because TEXT]`: say yes to a note, as it stands."""

import secrets
from argparse import ArgumentParser, Namespace

from seguito.actions.approve import approve
from seguito.channels import about
from seguito.cli.opened import opened
from seguito.cli.shapes import looks_shape, note_shape
from seguito.cli.terminal import Terminal
from seguito.errors import N_

_BY_SERVER = N_("You said yes to the note to {person}, revision {revision}. Nothing has left yet: seguito send {note}")
_FOR_PAPER = N_(
    "You said yes to the note to {person}, revision {revision}. Now print it: seguito card {note} -o card.pdf"
)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("note", help=N_("an id, its beginning, or its reader's name"))
    parser.add_argument("--because", default="", metavar="TEXT", help=N_("why, where a look holds the note back"))


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    yes = approve(
        session.who, options.note, options.because, terminal.home, session.terminal.now, chance=secrets.token_hex(16)
    )
    if terminal.as_json:
        looks = looks_shape(yes.checked.looks, terminal.speaker.language)
        terminal.answer({**note_shape(yes.note), "looks": looks})
    else:
        message = _FOR_PAPER if about(yes.note.channel).by_hand else _BY_SERVER
        values = {"person": yes.note.to.called, "revision": yes.note.revision, "note": yes.note.id}
        terminal.say(message, **values)
    return 0
