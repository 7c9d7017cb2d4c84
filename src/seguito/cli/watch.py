"""`seguito watch`: reminders, mail and the calendar, in the background."""

import signal
import threading
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta

from seguito.actions.remind import Told, remind
from seguito.actions.retention import keep_to_retention
from seguito.actions.rounds import FIVE_MINUTES, HALF_A_MINUTE, Job, alone_on_watch, watch
from seguito.actions.sending import Outside
from seguito.actions.sync import sync
from seguito.cli.opened import Opened, opened
from seguito.cli.plans import title_of
from seguito.cli.reminding import speak_in, told_shape
from seguito.cli.retained import tell_retained
from seguito.cli.send import close
from seguito.cli.sync import bring_calendar_up_to_date, look_into_calendar, tell_news
from seguito.cli.terminal import Terminal, clock
from seguito.errors import N_, Problem

_A_DAY = timedelta(days=1)


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help=N_("one round only, for a scheduler of one's own"))


def run(options: Namespace, terminal: Terminal) -> int:
    opened(terminal)  # says at once what is wrong with the folder
    with alone_on_watch(terminal.home), _until_ended() as ended:
        rounds = _Rounds(terminal)
        if not options.once:
            terminal.say(N_("Watching {home}. Ctrl+C ends it."), home=terminal.home)
            terminal.err.flush()
            terminal.out.flush()
        watch(rounds.jobs(), (lambda _: True) if options.once else ended.wait)
    if terminal.as_json:
        terminal.answer({"told": told_shape(rounds.told, terminal.speaker)})
    return 0 if rounds.went_well else 1


@dataclass(slots=True)
class _Rounds:
    """The jobs, each of which opens the folder anew: what a person has changed meanwhile counts."""

    terminal: Terminal
    told: list[Told] = field(default_factory=list)
    went_well: bool = True

    def jobs(self) -> tuple[Job, ...]:
        """Mail first: an answer that has come ends a chase before anybody is reminded of it."""
        return (
            self._job("sync", FIVE_MINUTES, _sync),
            self._job("reminders", HALF_A_MINUTE, self._remind),
            self._job("retention", _A_DAY, _keep_to_retention),
        )

    def _job(self, name: str, every: timedelta, work: Callable[[Opened], bool]) -> Job:
        def run_it() -> bool:
            try:
                went_well = work(opened(replace(self.terminal, now=clock())))
            except Problem as problem:
                self.terminal.line(self.terminal.speaker.problem(problem))
                went_well = False
            self.terminal.out.flush()
            self.went_well = self.went_well and went_well
            return went_well

        return Job(name, every, run_it)

    def _remind(self, session: Opened) -> bool:
        terminal = session.terminal
        outside = Outside(terminal.home)
        told = remind(session.who, terminal.zone, terminal.now, outside, speak_in(terminal))
        for one in told:
            for each in one.reminders:
                title = title_of(each.planned, terminal.speaker)
                terminal.say(N_("Reminded by {way}: {title}"), way=one.way.value, title=title)
            if one.trouble:
                why = terminal.speaker.reason(one.trouble)
                terminal.say(N_("No reminder could be sent: {why}. It is tried again."), why=why)
        self.told += [one for one in told if one.reminders or one.trouble]
        return not any(one.trouble for one in told)


def _sync(session: Opened) -> bool:
    terminal = session.terminal
    done = sync(session.who, terminal.speaker.language, terminal.now, Outside(terminal.home))
    looked, trouble = look_into_calendar(session)
    done = replace(done, offers=(*done.offers, *looked.offered), followed=(*done.followed, *looked.followed))
    tell_news(done, terminal)
    in_order = close(done, terminal) == 0 and not trouble
    return bring_calendar_up_to_date(session) == 0 and in_order


def _keep_to_retention(session: Opened) -> bool:
    """Who is to be erased is told first, and in time."""
    tell_retained(keep_to_retention(session.who, session.terminal.home, session.terminal.now), session.terminal)
    return True


@contextmanager
def _until_ended() -> Iterator[threading.Event]:
    """Set by SIGTERM or Ctrl+C: what is in hand is brought to its end first."""
    ended = threading.Event()
    wanted = (signal.SIGTERM, signal.SIGINT)
    before = [signal.signal(one, lambda *_: ended.set()) for one in wanted]
    try:
        yield ended
    finally:
        for one, handler in zip(wanted, before, strict=True):
            signal.signal(one, handler)
