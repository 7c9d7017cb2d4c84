"""`seguito calendar [-o FILE.ics]`: the windows and promises that lie ahead, for one's own calendar."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from seguito.actions.debrief_by_mail import debrief_link
from seguito.actions.plan import Standing, plan
from seguito.calendars.feed import Entry, feed
from seguito.cli.files import write_whole
from seguito.cli.opened import opened
from seguito.cli.plans import title_of
from seguito.cli.terminal import Terminal
from seguito.core.nouns import Who
from seguito.core.planning.follow_up import Kind
from seguito.errors import N_
from seguito.speech import Speaker


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("-o", dest="file", type=Path, metavar="FILE.ics", help=N_("where it is to lie; else on stdout"))


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    speaker = session.terminal.speaker
    ahead = [one for one in plan(session.who, None, session.terminal.now) if not one.planned.settled]
    data = feed((_entry(one, _link_of(one, session.who), speaker) for one in ahead), "Seguito")
    if options.file:
        write_whole(options.file, data)
    if terminal.as_json:
        terminal.answer({"file": options.file, "calendar": None if options.file else data.decode("utf-8")})
    elif options.file:
        terminal.say(N_("What lies ahead is in {file}. Open it with your calendar."), file=options.file)
    else:
        terminal.out.write(data.decode("utf-8"))
    return 0


def _link_of(standing: Standing, who: Who) -> str | None:
    """Half an hour after an interview one holds a phone: a debrief can be written from there (T1.3)."""
    follow_up = standing.planned.follow_up
    return debrief_link(who, follow_up.interview) if follow_up.kind is Kind.DEBRIEF else None


def _entry(standing: Standing, link: str | None, speaker: Speaker) -> Entry:
    planned, follow_up = standing.planned, standing.planned.follow_up
    step = follow_up.next_step
    from_the_phone = (speaker.say(N_("From the phone: {link}"), link=link),) if link else ()
    reasons = (speaker.reason(reason) for reason in follow_up.reasons)
    return Entry(
        id=planned.id,
        title=title_of(planned, speaker),
        text="\n".join((speaker.say(step.message, **step.values), *from_the_phone, step.command, "", *reasons)),
        opens_at=follow_up.window.opens_at,
        best_until=follow_up.window.best_until,
        closes_at=follow_up.window.closes_at,
    )
