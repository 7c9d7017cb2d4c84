"""What each job of the background does and says in a process of the command line."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from seguito.actions.add import AddedAll
from seguito.actions.remind import Told, remind
from seguito.actions.retention import keep_to_retention
from seguito.actions.sending import Outside
from seguito.actions.sync import sync
from seguito.cli.added import tell_added
from seguito.cli.offers import tell_offers
from seguito.cli.opened import Opened, opened_for
from seguito.cli.plans import title_of
from seguito.cli.reminding import speak_in
from seguito.cli.retained import tell_retained
from seguito.cli.send import close
from seguito.cli.sync import bring_calendar_up_to_date, look_into_calendar, tell_news
from seguito.cli.terminal import Terminal, clock
from seguito.errors import N_, Problem


@dataclass(slots=True)
class Background:
    """The jobs, each of which opens the records anew: what a person has changed meanwhile counts."""

    terminal: Terminal
    told: list[Told] = field(default_factory=list)
    went_well: bool = True

    def doing(self) -> dict[str, Callable[[str], bool]]:
        """By a job's name: what it does for a workspace."""
        return {
            "sync": self._job(_sync),
            "calendar": self._job(_calendar),
            "reminders": self._job(self._remind),
            "retention": self._job(_keep_to_retention),
        }

    def _job(self, work: Callable[[Opened], bool]) -> Callable[[str], bool]:
        def run_it(workspace: str) -> bool:
            went_well = False
            try:
                went_well = work(opened_for(replace(self.terminal, now=clock()), workspace))
            except Problem as problem:
                self.terminal.line(self.terminal.speaker.problem(problem))
            finally:
                self.terminal.out.flush()
                self.went_well = self.went_well and went_well
            return went_well

        return run_it

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
    tell_news(done, terminal)
    return close(done, terminal) == 0


def _calendar(session: Opened) -> bool:
    looked, trouble = look_into_calendar(session)
    tell_offers(looked.offered, session.terminal)
    tell_added(AddedAll(looked.followed, ()), session.terminal)
    return bring_calendar_up_to_date(session) == 0 and not trouble


def _keep_to_retention(session: Opened) -> bool:
    """Who is to be erased is told first, and in time."""
    tell_retained(keep_to_retention(session.who, session.terminal.home, session.terminal.now), session.terminal)
    return True
