"""`seguito draft INTERVIEW [--to PERSON] [--channel email|card] [--purpose …]`: one sheet a panelist."""

from argparse import ArgumentParser, Namespace

from seguito.actions.draft import draft
from seguito.channels import CHANNELS
from seguito.cli.opened import opened
from seguito.cli.shapes import draft_shape
from seguito.cli.terminal import Terminal
from seguito.core.nouns import Purpose
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("interview", help=N_("an id, its beginning, or a name"))
    parser.add_argument("--to", metavar="PERSON")
    parser.add_argument("--channel", choices=CHANNELS)
    parser.add_argument("--purpose", choices=list(Purpose), help=N_("what it is for; without it, what is due"))


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    notes = draft(
        session.who,
        options.interview,
        options.to,
        options.channel,
        terminal.speaker.language,
        session.terminal.now,
        Purpose(options.purpose) if options.purpose else None,
    )
    if terminal.as_json:
        terminal.answer({"notes": [draft_shape(note) for note in notes]})
        return 0
    for note in notes:
        terminal.line(f"── {note.id} ── {note.to.called} ({note.channel})")
        if note.subject:
            terminal.line(note.subject)
        terminal.line()
        terminal.line(note.text)
    terminal.say(N_("Write in one with `seguito edit NOTE`; what stands in [brackets] is yours to replace."))
    return 0
