"""`seguito check NOTE`: the three looks over a note of the records, and the author's answers."""

from argparse import Namespace

from seguito.actions.check_note import Checked, answer_finding, check_note, use_detail
from seguito.cli.findings import told_looks
from seguito.cli.opened import opened
from seguito.cli.shapes import looks_shape
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def check_own_note(options: Namespace, terminal: Terminal) -> int:
    """0: ready; 1: held back."""
    session = opened(terminal)
    who, now, wanted = session.who, session.terminal.now, options.what
    if options.used:
        use_detail(who, wanted, options.used, terminal.home, now)
    if options.answer:
        checked = answer_finding(who, wanted, options.answer, options.because, terminal.home, now)
    else:
        checked = check_note(who, wanted, terminal.home, now)
    if terminal.as_json:
        terminal.answer(
            {
                "id": checked.note.id,
                "lang": checked.note.language,
                "ready": checked.ready,
                "revision": checked.note.revision,
                "looks": looks_shape(checked.looks, terminal.speaker.language),
            }
        )
    else:
        _show(checked, session.terminal)
    return 0 if checked.ready else 1


def _show(checked: Checked, terminal: Terminal) -> None:
    for line in told_looks(checked.note.text, checked.looks, terminal.speaker):
        terminal.line(line)
    terminal.line()
    if checked.ready:
        terminal.say(N_("Ready to go. Next: seguito approve {note}"), note=checked.note.id)
    else:
        terminal.say(
            N_(
                "Held back. Mend it: seguito edit {note}. Or say why it stays:"
                ' seguito check {note} --answer FINDING --because "…"'
            ),
            note=checked.note.id,
        )
