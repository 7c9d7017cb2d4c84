"""`seguito add INVITE.ics`, or `add --organisation … --when … --with …`: record an interview."""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from seguito.actions.add import Told, add_by_hand, add_invite
from seguito.calendars.cn import person_name
from seguito.calendars.file import read_file
from seguito.channels.email.addresses import mailable
from seguito.cli.added import show_added
from seguito.cli.moments import read_day, read_moment
from seguito.cli.opened import opened
from seguito.cli.terminal import Terminal
from seguito.cli.zone import reader_zone
from seguito.core.lines import one_line
from seguito.core.nouns import Appointment, Pace
from seguito.errors import N_, Problem

_LONGEST = 60 * 24  # minutes
_NAME_AND_ADDRESS = re.compile(r"(?P<name>.*?)\s*(?:<(?P<address>[^<>]*)>|(?<!\S)(?P<bare>[^\s<>]+@[^\s<>]+))")


class NothingToAdd(Problem):
    id = "nothing-to-add"
    happened = N_("Neither an invite nor an interview was named.")
    safe = N_("Nothing was recorded.")
    next_step = N_(
        'Give an invite\'s file, or --organisation "…" --when 2026-12-02T10:00 --lasts 45 --with "Anna Rossi".'
    )


class LengthUnclear(Problem):
    id = "length-unclear"
    happened = N_("--lasts takes whole minutes, from 1 to {longest}; it says “{value}”.")
    safe = N_("Nothing was recorded.")
    next_step = N_("Write for example --lasts 45, or --ends with a time.")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", nargs="?", type=Path, metavar="INVITE.ics", help="*.ics, *.eml")
    parser.add_argument("--organisation", default="", metavar="NAME")
    parser.add_argument("--role", default="", metavar="TITLE")
    parser.add_argument("--when", metavar="START", help="2026-12-02T10:00, 2026-12-02T10:00+01:00")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--ends", metavar="TIME")
    length.add_argument("--lasts", metavar="MIN")
    parser.add_argument("--with", dest="panel", action="append", default=[], metavar='"NAME <MAIL>"')
    parser.add_argument("--place", default="", metavar="TEXT")
    parser.add_argument("--zone", metavar="ZONE", help="Europe/Rome, America/New_York, …")
    parser.add_argument("--decision", metavar="DATE", help=N_("when they mean to decide"))
    parser.add_argument("--pace", choices=[pace.value for pace in Pace], default="")
    parser.add_argument("--me", action="append", default=[], metavar="EMAIL", help=N_("an address of mine"))


def run(options: Namespace, terminal: Terminal) -> int:
    session = opened(terminal)
    zone = reader_zone(options.zone, session.me.zone if session.me else "")
    told = Told(
        organisation=one_line("--organisation", options.organisation.strip()),
        role=one_line("--role", options.role.strip()),
        decision_by=read_day(options.decision, "--decision") if options.decision else None,
        pace=options.pace,
        mine=tuple(one_line("--me", address) for address in options.me),
    )
    now = session.terminal.now
    if options.file:
        added = add_invite(session.who, read_file(options.file), told, zone, now)
    elif options.when:
        added = add_by_hand(session.who, _facts(options, zone), _panel(options.panel), told, now)
    else:
        raise NothingToAdd
    show_added(added, session.terminal)
    return 0


def _facts(options: Namespace, zone: ZoneInfo) -> Appointment:
    starts = read_moment(options.when, "--when", zone)
    ends = read_moment(options.ends, "--ends", zone) if options.ends else None
    if options.lasts:
        ends = starts + timedelta(minutes=_minutes(options.lasts))
    return Appointment(starts_at=starts, ends_at=ends, zone=zone.key, place=one_line("--place", options.place))


def _minutes(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= _LONGEST):
        raise LengthUnclear(value=text, longest=_LONGEST)
    return int(text)


def _panel(words: Sequence[str]) -> list[tuple[str, str]]:
    """Name and address of each, either of which may be empty. Raises AddressNotMailable."""
    return [_panelist(told) for text in words if (told := one_line("--with", text).strip())]


def _panelist(told: str) -> tuple[str, str]:
    """“Bianchi, Giulia” is turned round, as an invite's is."""
    found = _NAME_AND_ADDRESS.fullmatch(told)
    name, address = (found["name"], (found["address"] or found["bare"] or "").strip()) if found else (told, "")
    if found:
        mailable(told if found["bare"] and "@" in name else address)
    return (person_name(name, address) or ("" if "@" in name else name.strip("\"' ")), address)
