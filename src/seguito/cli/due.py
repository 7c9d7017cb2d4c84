"""`seguito due`: what is due now, first things first."""

from argparse import ArgumentParser, Namespace

from seguito.actions.due import due
from seguito.actions.retention import keep_to_retention
from seguito.cli.offers import offers_shape
from seguito.cli.opened import opened
from seguito.cli.plans import follow_up_shape, plan_lines
from seguito.cli.retained import retained_shape, tell_retained
from seguito.cli.terminal import Terminal
from seguito.errors import N_


def arguments(parser: ArgumentParser) -> None:
    """It takes nothing."""


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    terminal, speaker = session.terminal, session.terminal.speaker  # from here on, hours are the reader's
    kept = keep_to_retention(session.who, terminal.home, terminal.now)
    found = due(session.who, terminal.now)
    if terminal.as_json:
        follow_ups = [follow_up_shape(one, speaker) for one in found.now]
        offered = offers_shape(found.offered, terminal)
        terminal.answer({"follow_ups": follow_ups, **offered, "retention": retained_shape(kept)})
        return 0
    tell_retained(kept, terminal)
    for line in plan_lines(found.now, speaker, reasons=False):
        terminal.line(line)
    if not found.now:
        terminal.say(N_("Nothing is due now."))
    if found.asked:
        people = tuple(dict.fromkeys(one.person.called for one in found.asked))
        terminal.say(N_("Mail has come that may answer your note to {people}: seguito inbox"), people=people)
    if found.offered:
        senders = tuple(dict.fromkeys(one.sender for one in found.offered))
        terminal.say(N_("An invite has come from {people}: seguito inbox"), people=senders)
    if found.next_opens_at:
        terminal.say(N_("Next: {opens}."), opens=found.next_opens_at)
    return 0
