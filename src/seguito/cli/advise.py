"""`seguito advise --end TIME …`: windows and channel for an interview, and record nothing."""

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from datetime import date, datetime, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

from seguito.actions.advise import Question, advise
from seguito.actions.post_services import own_services
from seguito.cli.advice import document, lines
from seguito.cli.moments import read_day, read_moment, read_posted
from seguito.cli.terminal import Terminal
from seguito.cli.zone import reader_zone, somebody_told
from seguito.core.nouns import Pace
from seguito.errors import N_, Problem

_LONGEST_TRANSIT = 250  # working days: a year


class TransitUnreadable(Problem):
    id = "transit-unreadable"
    happened = N_("--transit says “{value}”, which is no count of working days from 0 to {most}.")
    safe = N_("Nothing was done.")
    next_step = N_("Write how many working days the post takes, the day of posting not counted: --transit 4.")


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--end", required=True, metavar="TIME", help="2026-12-02T11:30, 2026-12-02T11:30+01:00")
    parser.add_argument("--zone", metavar="ZONE", help="Europe/Rome, America/New_York, …")
    decision = parser.add_mutually_exclusive_group()
    decision.add_argument("--decision", metavar="DATE")
    decision.add_argument("--pace", choices=[pace.value for pace in Pace])
    parser.add_argument("--prefers", choices=["email", "card"])
    parser.add_argument("--from", dest="sender", metavar="PLACE", help="“Roma, IT”")
    parser.add_argument("--to", dest="reader", metavar="PLACE", help="“Atlanta, GA, US”")
    way = parser.add_mutually_exclusive_group()
    way.add_argument("--service", metavar="SERVICE", help="it-posta4, us-first-class, …")
    way.add_argument("--transit", metavar="WORKING_DAYS")
    parser.add_argument("--holiday", action="append", metavar="DATE")
    parser.add_argument("--posted", metavar="DATE", help="2026-12-04, 2026-12-04T18:30")
    parser.add_argument("--promised", metavar="DATE")
    parser.add_argument("--playbook", metavar="PLAYBOOK", default="default", help="default, atlanta, chicago")


def run(options: Namespace, terminal: Terminal) -> int:
    zone = reader_zone(options.zone)
    question = _question(options, zone, terminal.home)
    answer = advise(question, terminal.now)
    speaker = replace(terminal.speaker, zone=question.zone)
    if terminal.as_json:
        terminal.answer(document(answer, speaker, terminal.now))
    else:
        for line in lines(answer, speaker, terminal.now):
            terminal.line(line)
    return 0


def _question(options: Namespace, zone: ZoneInfo, home: Path) -> Question:
    end = read_moment(options.end, "--end", zone)
    own = _own_zone(options, zone, end)
    posted_on, posted_at = read_posted(options.posted, "--posted") if options.posted is not None else (None, None)
    return Question(
        end=end,
        zone=own,
        zone_name=zone.key if own is zone else "",
        decision_on=_day(options.decision, "--decision"),
        pace=Pace(options.pace or Pace.UNKNOWN),
        prefers=options.prefers or "",
        sender=options.sender or "",
        reader=options.reader or "",
        service=options.service or "",
        transit=_transit(options.transit),
        holidays=tuple(read_day(day, "--holiday") for day in options.holiday) if options.holiday else None,
        posted_on=posted_on,
        posted_at=posted_at,
        promised_on=_day(options.promised, "--promised"),
        playbook=options.playbook,
        own=own_services(home),
    )


def _own_zone(options: Namespace, zone: ZoneInfo, end: datetime) -> tzinfo:
    """A machine that is merely set to UTC says nothing about where its user is; an offset that was typed does."""
    is_utc = not end.replace(tzinfo=zone).utcoffset() and zone.key.rpartition("/")[2] in ("UTC", "UCT", "Universal")
    if is_utc and not somebody_told(options.zone) and end.tzinfo is not None:
        return end.tzinfo
    return zone


def _day(told: str | None, option: str) -> date | None:
    return read_day(told, option) if told is not None else None


def _transit(told: str | None) -> int | None:
    if told is None:
        return None
    if not (told.strip().isascii() and told.strip().isdigit()) or int(told) > _LONGEST_TRANSIT:
        raise TransitUnreadable(value=told, most=_LONGEST_TRANSIT)
    return int(told)
