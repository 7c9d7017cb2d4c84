"""`seguito edit NOTE [--from FILE] [--subject TEXT]`: the words and the subject of a note."""

from argparse import ArgumentParser, Namespace

from seguito.actions.edit import edit, note_to_edit
from seguito.cli.editor import read_text, written
from seguito.cli.opened import opened
from seguito.cli.shapes import note_shape
from seguito.cli.terminal import Terminal
from seguito.errors import N_
from seguito.languages.headings import split_subject, with_subject


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("note", help=N_("an id, its beginning, or its reader's name"))
    parser.add_argument("--from", dest="file", metavar="FILE", help=N_("take the words from this file (- for stdin)"))
    parser.add_argument("--subject", metavar="TEXT")


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    text = subject = None
    draft = None
    before = note_to_edit(session.who, options.note)
    if options.file:
        subject, text = split_subject(read_text(options.file))
    elif options.subject is None:
        draft = terminal.home / "writing" / f"{before.id}.txt"
        subject, text = split_subject(written(with_subject(before.language, before.subject, before.text), draft))
    note = edit(session.who, before.id, text, options.subject or subject, session.terminal.now)
    if draft:
        draft.unlink()
    if terminal.as_json:
        terminal.answer(note_shape(note))
    elif note.revision == before.revision:
        terminal.say(N_("Nothing was changed in the note to {person}."), person=note.to.called)
    else:
        terminal.say(
            N_("Kept as revision {revision} of the note to {person}. Next: seguito check {note}"),
            revision=note.revision,
            person=note.to.called,
            note=note.id,
        )
    return 0
