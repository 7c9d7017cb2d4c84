"""`seguito reminders`: how they come, when they don't, and the service that sends them."""

from argparse import ArgumentParser, Namespace

from seguito.actions.reminders import (
    ReminderSettings,
    Way,
    coming_reminders,
    reminder_settings,
    set_reminders,
)
from seguito.actions.service import install, is_installed, remove, the_service
from seguito.cli.opened import Opened, opened
from seguito.cli.plans import title_of
from seguito.cli.shapes import Shape
from seguito.cli.terminal import Terminal
from seguito.core.reminders.quiet import NEVER
from seguito.core.reminders.service import NoServiceHere, Service
from seguito.errors import N_

_NEXT = 5
_WAYS = {
    Way.CALENDAR: N_("by the alarms of your own calendar"),
    Way.MAIL: N_("by a mail from you to you"),
    Way.DESKTOP: N_("by a notification on this machine"),
}


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "action",
        nargs="?",
        choices=("install", "remove"),
        help=N_("let the system run `seguito watch` in the background · no longer"),
    )
    parser.add_argument("--by", metavar="calendar,mail,desktop", help=N_("how they come; none: they don't"))
    parser.add_argument("--quiet", metavar="21:30-07:30", help=N_("hours of your own zone in which none come; none"))


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    settings = (
        reminder_settings(session.who)
        if options.by is None and options.quiet is None
        else set_reminders(session.who, options.by, options.quiet)
    )
    service = _service(session, options.action)
    if session.terminal.as_json:
        session.terminal.answer({"reminders": _shape(settings, service), "next": _next_shape(session)})
        return 0
    _tell(settings, session)
    _tell_service(service, options.action, session.terminal)
    return 0


def _service(session: Opened, action: str | None) -> Service | None:
    """None where this system has none that is known; to install one there is a problem."""
    terminal = session.terminal
    try:
        found = the_service(terminal.home, terminal.speaker.language)
    except NoServiceHere:
        if action is not None:
            raise
        return None
    if action == "install":
        install(found)
    elif action == "remove":
        remove(found)
    return found


def _tell(settings: ReminderSettings, session: Opened) -> None:
    terminal = session.terminal
    if not settings.by:
        terminal.say(N_("No reminders come."))
        return
    for way in settings.by:
        terminal.say(N_("Reminders come {how}."), how=terminal.speaker.text(_WAYS[way]))
    if settings.quiet != NEVER:
        terminal.say(N_("None come from {begins} to {ends}."), begins=_hour(settings, 0), ends=_hour(settings, 1))
    for slot, planned in coming_reminders(session.who, terminal.zone, terminal.now, _NEXT):
        terminal.line(f"  {terminal.speaker.moment(slot.rings_at)}  {title_of(planned, terminal.speaker)}")


def _tell_service(service: Service | None, action: str | None, terminal: Terminal) -> None:
    if service is None:
        terminal.say(N_("`seguito watch` sends them while it runs."))
    elif action == "remove":
        terminal.say(N_("The service is taken away. If it runs, this ends it: {stop}"), stop=service.stop)
    elif is_installed(service):
        terminal.say(
            N_("The service is in {path}. This has it run now: {start}"), path=_path(service), start=service.start
        )
    else:
        terminal.say(N_("`seguito watch` sends them while it runs; `seguito reminders install` makes it a service."))


def _hour(settings: ReminderSettings, end: int) -> str:
    return f"{(settings.quiet.begins, settings.quiet.ends)[end]:%H:%M}"


def _path(service: Service) -> str:
    return service.files[0].path


def _shape(settings: ReminderSettings, service: Service | None) -> Shape:
    return {
        "by": settings.by,
        "chosen": settings.chosen,
        "quiet": str(settings.quiet) if settings.quiet != NEVER else None,
        "service": {
            "installed": is_installed(service),
            "files": [file.path for file in service.files],
            "start": service.start,
            "stop": service.stop,
        }
        if service
        else None,
    }


def _next_shape(session: Opened) -> list[Shape]:
    coming = coming_reminders(session.who, session.terminal.zone, session.terminal.now, _NEXT)
    return [
        {
            "follow_up": planned.id,
            "occasion": slot.occasion,
            "at": slot.rings_at.astimezone(session.terminal.zone),
        }
        for slot, planned in coming
    ]
