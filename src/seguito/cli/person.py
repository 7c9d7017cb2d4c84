"""`seguito person NAME`: one person, with everything that they said and that was written to them."""

from argparse import ArgumentParser, Namespace

from seguito.actions.people import Everything, person
from seguito.cli.opened import opened
from seguito.cli.shapes import detail_shape, draft_shape
from seguito.cli.terminal import Terminal
from seguito.cli.told import person_fields, told_lines
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("person", help=N_("an id, its beginning, or a name"))


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    found = person(session.who, options.person)
    if terminal.as_json:
        someone = found.acquaintance.person
        terminal.answer(
            {
                "person": dict(person_fields(someone)) | {"last_contact": found.acquaintance.last_contact},
                "details": [detail_shape(detail, {someone.id: someone}) for detail in found.details],
                "notes": [{**draft_shape(note), "state": note.state} for note in found.notes],
            }
        )
    else:
        _show(found, session.terminal)
    return 0


def _show(found: Everything, terminal: Terminal) -> None:
    for line in told_lines(person_fields(found.acquaintance.person), terminal.speaker):
        terminal.line(line)
    if found.acquaintance.last_contact:
        terminal.say(N_("Last contact: {last}"), last=found.acquaintance.last_contact)
    for detail in found.details:
        terminal.line(f"  “{detail.text}”")
    for note in found.notes:
        terminal.line(f"  {note.id}  {note.subject or note.channel}")
