"""`seguito import FILE [--preview] [--map COLUMN=FIELD]…`: people of a CSV, a vCard, a JSON Resume, or an export."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from seguito.actions.take_in import Taken, Wishes, take_in
from seguito.cli.opened import opened
from seguito.cli.shapes import Shape
from seguito.cli.terminal import Terminal
from seguito.core.intake.table import FIELDS
from seguito.errors import N_
from seguito.speech import Speaker

_TELL_EVERY = 10_000
_SHOWN = 20  # people of a preview


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path)
    parser.add_argument("--preview", action="store_true", help=N_("show what would be taken in, and keep nothing"))
    parser.add_argument("--map", action="append", default=[], metavar="COLUMN=FIELD", help=", ".join(FIELDS))
    parser.add_argument(
        "--namesakes", action="store_true", help=N_("whoever bears the name of somebody erased is another person")
    )


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    columns = {heading.strip(): field.strip() for heading, _, field in (told.rpartition("=") for told in options.map)}
    wishes = Wishes(columns, options.preview, options.namesakes)

    def progress(done: int) -> None:
        if done % _TELL_EVERY == 0:
            terminal.err.write(session.terminal.speaker.say(N_("{count} taken in …"), count=done) + "\n")

    taken = take_in(session.who, options.file, wishes, terminal.home, session.terminal.now, progress)
    if terminal.as_json:
        terminal.answer(_shape(taken, session.terminal.speaker))
    else:
        _show(taken, session.terminal)
    return 2 if taken.unread and not options.preview else 0


def _shape(taken: Taken, speaker: Speaker) -> Shape:
    message = speaker.text(N_("Some lines could not be read, so nothing was taken in."))
    return {
        **({"error": {"code": "lines-unread", "message": message}} if taken.unread else {}),
        "imported": taken.done,
        "new": taken.new,
        "changed": taken.added,
        "rows": taken.rows,
        "columns": dict(taken.columns or {}),
        "people": [
            {"line": one.line, "name": one.name, "email": one.emails[0] if one.emails else None}
            for one in taken.people[:1000]
        ],
        "unread": [{"line": one.line, "message": speaker.reason(one.why)} for one in taken.unread],
        "erased": list(taken.erased),
        "namesakes": [{"line": one.line, "name": one.name} for one in taken.namesakes],
    }


def _show(taken: Taken, terminal: Terminal) -> None:
    for heading, field in (taken.columns or {}).items():
        terminal.line(f"  {heading} → {field or '–'}")
    for unread in taken.unread:
        terminal.say(N_("Line {line}: {why}."), line=unread.line, why=unread.why)
    for line in taken.erased:
        terminal.say(N_("Line {line}: erased here before, and left out."), line=line)
    for one in taken.namesakes:
        message = N_("Line {line}: {name} bears the name of somebody who was erased; --namesakes takes them in.")
        terminal.say(message, line=one.line, name=one.name)
    if taken.unread:
        terminal.say(N_("Some lines could not be read, so nothing was taken in."))
    elif not taken.done:
        _show_what_would(taken, terminal)
    elif taken.rows:
        terminal.line(terminal.speaker.count("{n} row was taken in.", "{n} rows were taken in.", taken.rows))
    else:
        terminal.say(N_("{new} new, {changed} with something added."), new=taken.new, changed=taken.added)


def _show_what_would(taken: Taken, terminal: Terminal) -> None:
    say = terminal.speaker
    for one in taken.people[:_SHOWN]:
        terminal.line(f"  {one.name}  {', '.join(one.emails)}".rstrip())
    if (more := len(taken.people) - _SHOWN) > 0:
        terminal.line("  " + say.count("and {n} more", "and {n} more", more))
    if taken.rows:
        told = say.count("{n} row would be taken in.", "{n} rows would be taken in.", taken.rows)
    else:
        told = say.count("{n} person would be taken in.", "{n} people would be taken in.", len(taken.people))
    terminal.line(f"{told} {say.text('Nothing was kept.')}")
