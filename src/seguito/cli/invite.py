"""`seguito invite FILE.ics`: read an invite, and record nothing."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from seguito.actions.invite import invite
from seguito.calendars.nouns import Invited, Need, Oddity, Reading, Status
from seguito.calendars.people import Absence, Invitee
from seguito.cli.terminal import Terminal
from seguito.cli.zone import reader_zone
from seguito.errors import N_
from seguito.speech import Speaker

_NEEDS = {
    Need.END: N_("When does it end?"),
    Need.ZONE: N_("In which time zone is it?"),
    Need.PEOPLE: N_("Whom did you talk to?"),
}
_ABSENCES = {
    Absence.ONESELF: N_("yourself"),
    Absence.DECLINED: N_("declined"),
    Absence.NOT_TAKING_PART: N_("not taking part"),
    Absence.ROOM: N_("a room or a thing"),
    Absence.GROUP: N_("a group"),
    Absence.NOTE_TAKER: N_("takes notes"),
    Absence.SCHEDULER: N_("arranges interviews"),
}


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.ics", help="*.ics, *.eml")
    parser.add_argument("--me", action="append", default=[], metavar="EMAIL")
    parser.add_argument("--zone", metavar="ZONE", help="Europe/Rome, America/New_York, …")


def run(options: Namespace, terminal: Terminal) -> int:
    reading = invite(options.file, reader_zone(options.zone), options.me)
    if terminal.as_json:
        terminal.answer(_document(reading, terminal.speaker))
    else:
        for line in _lines(reading, terminal.speaker):
            terminal.line(line)
    return 0


def _document(reading: Reading, speaker: Speaker) -> dict[str, Any]:
    return {
        "interviews": [_shape(invited) for invited in reading.interviews],
        "warnings": [{"code": odd.code, "message": _said(odd, speaker)} for odd in reading.warnings],
    }


def _shape(invited: Invited) -> dict[str, Any]:
    """The contract's interview; a day stands as a day. Fields after `needs` are ours."""
    return {
        "uid": invited.uid,
        "sequence": invited.sequence,
        "recurrence_id": invited.recurrence_id,
        "summary": invited.summary,
        "status": invited.status,
        "starts_at": invited.starts_at.date() if invited.starts_at and invited.all_day else invited.starts_at,
        "ends_at": invited.ends_at,
        "zone": invited.zone,
        "all_day": invited.all_day,
        "place": invited.place,
        "join_url": invited.join_url or None,
        "organiser": _who(invited.organiser) if invited.organiser else None,
        "people": [_who(person) for person in invited.people],
        "description": invited.description,
        "needs": list(invited.needs),
        "method": invited.method or None,
        "dtstamp": invited.dtstamp,
        "kind": invited.kind,
        "lang": invited.language or None,
        "left_out": [{**_who(left.who), "why": left.why} for left in invited.left_out],
    }


def _who(who: Invitee) -> dict[str, str | None]:
    return {"name": who.name, "email": who.email}


def _lines(reading: Reading, speaker: Speaker) -> Iterator[str]:
    for invited in reading.interviews:
        yield from _told(invited, speaker)
        yield ""
    for odd in reading.warnings:
        yield f"! {_said(odd, speaker)}"


def _told(invited: Invited, speaker: Speaker) -> Iterator[str]:
    say = speaker.say
    yield invited.summary or say(N_("An event without a title"))
    if invited.status is Status.CANCELLED:
        yield say(N_("  cancelled"))
    elif invited.status is Status.TENTATIVE:
        yield say(N_("  not confirmed yet"))
    yield f"  {_time(invited, speaker)}"
    for text in (invited.place, invited.join_url):
        if text:
            yield f"  {text}"
    if invited.people:
        yield say(N_("  To talk to: {people}"), people=[_called(person) for person in invited.people])
    if invited.left_out:
        left = [f"{_called(left.who)} ({speaker.text(_ABSENCES[left.why])})" for left in invited.left_out]
        yield say(N_("  Left out: {people}"), people=left)
    for need in invited.needs:
        yield f"  ? {speaker.text(_NEEDS[need])}"


def _time(invited: Invited, speaker: Speaker) -> str:
    if invited.starts_at is None:
        return speaker.text(N_("no time given"))
    if invited.all_day:
        return speaker.say(N_("{day}, all day"), day=invited.starts_at.date())
    if invited.ends_at is None:
        return speaker.say(N_("{start} ({zone})"), start=invited.starts_at, zone=invited.zone)
    end: object = invited.ends_at
    if invited.ends_at.date() == invited.starts_at.date():
        end = f"{invited.ends_at:%H:%M}"
    return speaker.say(N_("{start} to {end} ({zone})"), start=invited.starts_at, end=end, zone=invited.zone)


def _called(who: Invitee) -> str:
    if who.name and who.email:
        return f"{who.name} <{who.email}>"
    return who.name or who.email or ""


def _said(odd: Oddity, speaker: Speaker) -> str:
    """The warning in words; its times as the invite has them, whatever zone the speaker tells others in."""
    return replace(speaker, zone=None).say(odd.message, **odd.values)
