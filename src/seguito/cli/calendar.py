"""`seguito calendar`: what lies ahead, in a file or in a calendar of its own on one's server, with alarms."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from seguito.actions.add import AddedAll
from seguito.actions.offered import TakenIn
from seguito.actions.own_calendar import OwnCalendar, forget_calendar, own_calendar, publish, set_calendar
from seguito.actions.watch import watch, watch_no_more, watched
from seguito.calendars.dav.line import DavLogin
from seguito.calendars.feed import feed
from seguito.cli.added import added_shape, tell_added
from seguito.cli.agenda import agenda
from seguito.cli.files import write_whole
from seguito.cli.offers import offers_shape, tell_offers
from seguito.cli.opened import Opened, opened
from seguito.cli.password import password
from seguito.cli.terminal import Terminal
from seguito.errors import N_, Problem


class CalendarSettings(Problem):
    id = "calendar-settings"
    happened = N_("It was not said which calendar server is meant.")
    safe = N_("Nothing was changed.")
    next_step = N_(
        "seguito calendar set URL --user NAME --password-stdin; without set, `seguito calendar` writes a file."
    )


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "action",
        nargs="?",
        choices=("set", "test", "forget", "watch"),
        help=N_("make a calendar on one's server · bring it up to date · write there no more · look into one's own"),
    )
    parser.add_argument("url", nargs="?", metavar="URL", help=N_("https://…, as the server's own help gives it"))
    parser.add_argument("--off", action="store_true", help=N_("with watch: look there no more"))
    parser.add_argument("--user", metavar="U", default="", help=N_("who logs in"))
    parser.add_argument("--password-stdin", action="store_true", help=N_("the password is the first line of stdin"))
    parser.add_argument("-o", dest="file", type=Path, metavar="FILE.ics", help=N_("where it is to lie; else on stdout"))


def run(options: Namespace, terminal: Terminal) -> int:
    told = options.url is not None or options.user or options.password_stdin
    if told and (options.action not in ("set", "watch") or options.url is None or options.off):
        raise CalendarSettings
    if options.off and options.action != "watch":
        raise CalendarSettings
    if options.user and not options.password_stdin:
        raise CalendarSettings
    session = opened(terminal)
    match options.action:
        case "watch":
            return _watch(options, session)
        case "set":
            _set(options, session)
        case "test":
            pass
        case "forget":
            forget_calendar(session.who, terminal.home)
            return _tell(None, 0, session)
        case _:
            return _write(options, session)
    return _tell(own_calendar(session.who), _publish(session), session)


def _set(options: Namespace, session: Opened) -> None:
    set_calendar(session.who, options.url, options.user, password() if options.user else "", session.terminal.home)


def _watch(options: Namespace, session: Opened) -> int:
    who, terminal = session.who, session.terminal
    taken = TakenIn()
    if options.off:
        watch_no_more(who, terminal.home)
    elif options.url:
        login = DavLogin(options.user, password()) if options.user else None
        taken = watch(who, options.url, login, terminal.home, terminal.now)
    calendar = watched(who)
    if terminal.as_json:
        shape = {"source": calendar.source, "user": calendar.user} if calendar else None
        moved = added_shape(AddedAll(taken.followed, ()), terminal)["interviews"]
        terminal.answer({"watched": shape, **offers_shape(taken.offered, terminal), "interviews": moved})
        return 0
    if calendar:
        terminal.say(N_("{source} is looked into at each `seguito sync`."), source=calendar.source)
    else:
        terminal.say(N_("No calendar is looked into. seguito calendar watch FILE.ics, or an address."))
    tell_offers(taken.offered, terminal)
    tell_added(AddedAll(taken.followed, ()), terminal)
    return 0


def _publish(session: Opened) -> int:
    entries = agenda(session.who, session.terminal.now, session.terminal.speaker)
    return publish(session.who, entries, session.terminal.home)


def _tell(calendar: OwnCalendar | None, events: int, session: Opened) -> int:
    terminal = session.terminal
    if terminal.as_json:
        shape = {"server": calendar.server, "user": calendar.user, "own": calendar.own} if calendar else None
        terminal.answer({"calendar": shape, "events": events})
    elif calendar:
        terminal.say(
            N_("Your plan is in a calendar of its own: {own} (events: {events})."), own=calendar.own, events=events
        )
    else:
        terminal.say(N_("Nothing is written there any more; what lies there is yours to keep or to delete."))
    return 0


def _write(options: Namespace, session: Opened) -> int:
    terminal = session.terminal
    data = feed(agenda(session.who, terminal.now, terminal.speaker), "Seguito")
    if options.file:
        write_whole(options.file, data)
    if terminal.as_json:
        terminal.answer({"file": options.file, "calendar": None if options.file else data.decode("utf-8")})
    elif options.file:
        terminal.say(N_("What lies ahead is in {file}. Open it with your calendar."), file=options.file)
    else:
        terminal.out.write(data.decode("utf-8"))
    return 0
