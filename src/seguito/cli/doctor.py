"""`seguito doctor`: is everything in order, and how to mend what is not."""

from argparse import ArgumentParser, Namespace

from seguito.actions.doctor import Examined, doctor
from seguito.cli.opened import opened
from seguito.cli.terminal import Terminal
from seguito.errors import N_

_SIGNS = {True: "✓", False: "✗", None: "·"}


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing."""


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    found = doctor(session.who, terminal.home)
    if terminal.as_json:
        terminal.answer(
            {
                "sound": all(one.sound is not False for one in found),
                "examined": [_shape(one, session.terminal) for one in found],
            }
        )
    else:
        _show(found, session.terminal)
    return 1 if any(one.sound is False for one in found) else 0


def _shape(one: Examined, terminal: Terminal) -> dict[str, object]:
    speaker = terminal.speaker
    return {
        "id": one.id,
        "sound": one.sound,
        "finding": speaker.reason(one.finding),
        "mend": speaker.reason(one.mend) if one.mend else None,
    }


def _show(found: tuple[Examined, ...], terminal: Terminal) -> None:
    for one in found:
        terminal.line(f"{_SIGNS[one.sound]} {terminal.speaker.reason(one.finding)}")
        if one.mend:
            terminal.line("  → " + terminal.speaker.reason(one.mend))
    if all(one.sound is not False for one in found):
        terminal.say(N_("Everything is in order."))
