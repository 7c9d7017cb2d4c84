"""`seguito people`: whom one knows."""

from argparse import ArgumentParser, Namespace

from seguito.actions.people import people
from seguito.cli.opened import opened
from seguito.cli.shapes import person_shape
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing."""


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    found = people(session.who)
    if terminal.as_json:
        terminal.answer(
            {
                "people": [
                    {
                        **person_shape(one.person),
                        "organisation": one.person.organisation,
                        "role": one.person.role,
                        "last_contact": one.last_contact,
                        "next": {"kind": one.next[0], "opens_at": one.next[1]} if one.next else None,
                        "cares_about": list(one.cares_about),
                    }
                    for one in found
                ]
            }
        )
        return 0
    if not found:
        terminal.say(N_("Nobody yet. `seguito add` records an interview with its people."))
    for one in found:
        last = session.terminal.speaker.moment(one.last_contact) if one.last_contact else ""
        terminal.line("  ".join(filter(None, (one.person.id, one.person.called, one.person.organisation, last))))
    return 0
