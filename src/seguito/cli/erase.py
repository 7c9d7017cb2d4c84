"""`seguito erase PERSON [--yes]`: everything about one person gone."""

from argparse import ArgumentParser, Namespace

from seguito.actions.erase import Leaving, erase, what_goes
from seguito.cli.opened import opened
from seguito.cli.terminal import Terminal
from seguito.errors import N_
from seguito.web.held import held_in_words


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("person", help=N_("an id, its beginning, an address, or a name"))
    parser.add_argument("--yes", action="store_true", help=N_("do it; without it, what would go is shown"))


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    if options.yes:
        leaving = erase(session.who, options.person, terminal.home, session.terminal.now)
    else:
        leaving = what_goes(session.who, options.person, terminal.home)
    if terminal.as_json:
        terminal.answer(
            {
                "person": {"id": leaving.person.id, "name": leaving.person.name},
                "erased": options.yes,
                "goes": leaving.held,
                "named_in": [
                    {"where": one.where, "id": one.id, "field": one.field, "quote": one.quote}
                    for one in leaving.named_in
                ],
                "copies": list(leaving.copies),
            }
        )
    else:
        _show(leaving, options.yes, session.terminal)
    return 0


def _show(leaving: Leaving, done: bool, terminal: Terminal) -> None:
    name = leaving.person.called
    if done:
        terminal.say(N_("Everything about {person} is gone."), person=name)
    else:
        terminal.say(N_("With {person} would go:"), person=name)
    for line in held_in_words(leaving.held, terminal.speaker):
        terminal.line(f"  {line}")
    if leaving.named_in:
        terminal.say(N_("Words of others that name them; the name goes, the words stay:"))
    for one in leaving.named_in:
        terminal.line(f"  {one.where} {one.id}: … {one.quote} …")
    for copy in leaving.copies:
        terminal.say(N_("This earlier copy holds them too, and goes: {path}"), path=copy)
    if done:
        terminal.say(N_("Copies elsewhere still hold them; put back into this folder, none brings them back."))
    else:
        terminal.say(N_("Nothing has been erased. Do it with: seguito erase {id} --yes"), id=leaving.person.id)
