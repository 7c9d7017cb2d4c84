"""`seguito sync`: go on where things were left."""

from argparse import ArgumentParser, Namespace
from dataclasses import replace

from seguito.actions.add import AddedAll
from seguito.actions.debrief import Debriefed
from seguito.actions.offered import TakenIn
from seguito.actions.outbox import waiting
from seguito.actions.own_calendar import own_calendar, publish
from seguito.actions.retention import keep_to_retention
from seguito.actions.sending import Outside
from seguito.actions.sync import Synced, sync
from seguito.actions.watch import look_again
from seguito.calendars.dav.line import CalendarOutOfReach
from seguito.cli.added import added_shape, tell_added
from seguito.cli.agenda import agenda
from seguito.cli.deliveries import deliveries_shape, tell
from seguito.cli.inbox import letters_shape, tell_letters
from seguito.cli.offers import offers_shape, tell_offers
from seguito.cli.opened import Opened, opened
from seguito.cli.retained import retained_shape, tell_retained
from seguito.cli.send import close
from seguito.cli.terminal import Terminal
from seguito.core.outbox import Delivery
from seguito.errors import N_, Problem


def arguments(parser: ArgumentParser) -> None:
    """It takes none."""


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    done = sync(session.who, session.terminal.speaker.language, session.terminal.now, Outside(terminal.home))
    kept = keep_to_retention(session.who, terminal.home, session.terminal.now)
    looked, trouble = look_into_calendar(session)
    done = replace(done, offers=(*done.offers, *looked.offered), followed=(*done.followed, *looked.followed))
    if terminal.as_json:
        shape = deliveries_shape(done.deliveries, session.terminal)
        debriefs = {"debriefs": [one.interview.id for one in done.debriefs], "retention": retained_shape(kept)}
        letters, offered = letters_shape(done.letters, session.terminal), offers_shape(done.offers, session.terminal)
        moved = added_shape(AddedAll(done.followed, ()), session.terminal)
        terminal.answer({**shape, **letters, **debriefs, **offered, "interviews": moved["interviews"]})
    else:
        tell_retained(kept, session.terminal)
        _tell(done, waiting(session.who), session.terminal)
    return close(done, session.terminal) or bring_calendar_up_to_date(session) or trouble


def look_into_calendar(session: Opened) -> tuple[TakenIn, int]:
    """What is new in the one that is watched. One that cannot be read is said, and the rest goes on."""
    try:
        return look_again(session.who, session.terminal.home, session.terminal.now), 0
    except Problem as trouble:
        session.terminal.line(session.terminal.speaker.problem(trouble))
        return TakenIn(), trouble.exit_code


def bring_calendar_up_to_date(session: Opened) -> int:
    """Where there is one. A server out of reach is said, and costs nothing: the next time will do."""
    if own_calendar(session.who) is None:
        return 0
    try:
        publish(session.who, agenda(session.who, session.terminal.now, session.terminal.speaker), session.terminal.home)
    except CalendarOutOfReach as trouble:
        session.terminal.line(session.terminal.speaker.problem(trouble))
        return trouble.exit_code
    return 0


def tell_news(done: Synced, terminal: Terminal) -> None:
    """What went, and what came."""
    tell(done.deliveries, terminal)
    tell_letters(done.letters, terminal)
    for one in done.debriefs:
        _tell_debrief(one, terminal)
    tell_offers(done.offers, terminal)
    tell_added(AddedAll(done.followed, ()), terminal)


def _tell(done: Synced, waits: tuple[Delivery, ...], terminal: Terminal) -> None:
    tell_news(done, terminal)
    if done.deliveries or done.letters or done.debriefs or done.offers or done.followed:
        return
    if waits:
        terminal.say(N_("Nothing was due yet."))
        tell(waits, terminal)
    else:
        terminal.say(N_("Nothing was waiting, and nothing has come."))


def _tell_debrief(done: Debriefed, terminal: Terminal) -> None:
    terminal.say(
        N_("Your debrief of {organisation} came by mail: lines in all: {count}. Next: seguito draft {interview}"),
        organisation=done.interview.application.organisation.name,
        count=len(done.details),
        interview=done.interview.id,
    )
