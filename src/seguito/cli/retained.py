"""How it is told whose time in the file ends, and who has been erased."""

from seguito.actions.retention import Retained
from seguito.cli.shapes import Shape, person_shape
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def retained_shape(kept: Retained) -> Shape:
    return {
        "soon": [{"person": person_shape(one.person), "keep_until": one.keep_until} for one in kept.soon],
        "erased": [{"person": person_shape(one.person), "keep_until": one.keep_until} for one in kept.erased],
    }


def tell_retained(kept: Retained, terminal: Terminal) -> None:
    """To a person; a program reads the shape."""
    if terminal.as_json:
        return
    for one in kept.soon:
        terminal.say(
            N_("{person} may be kept until {day}, and is then erased."), person=one.person.name, day=one.keep_until
        )
    for one in kept.erased:
        terminal.say(
            N_("{person} was erased: their time was over on {day}."), person=one.person.name, day=one.keep_until
        )
