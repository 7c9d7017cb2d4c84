"""An invitation, from the bytes of its file to what an interview is planned from.

Read event by event and with caps: whatever the bytes, the answer is a reading or a `Problem`, and soon. The same bytes
always give the same reading.
"""

import hashlib
import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import islice
from zoneinfo import ZoneInfo

from seguito.calendars import mail
from seguito.calendars.components import Component, Event, read_components
from seguito.calendars.lines import plain_bytes
from seguito.calendars.links import joining_link, place_without_links
from seguito.calendars.nouns import Invited, Kind, Need, Oddity, Reading, Status
from seguito.calendars.people import MOST_PEOPLE, Absence, Attendance, attendance
from seguito.calendars.plain import looks_like_html, plain_text
from seguito.calendars.problems import AnswerToAnInvite, InviteTooLarge, NoTime
from seguito.calendars.when import Clock, When
from seguito.calendars.zones import UTC_ZONE, Zone, Zones
from seguito.errors import N_
from seguito.reference.calendars import links

MOST_BYTES = 1024 * 1024
_ANSWERS = frozenset({"REPLY", "COUNTER", "REFRESH", "DECLINECOUNTER"})
_MOST_SEQUENCE = 2**31


def read_invites(data: bytes, reader_zone: ZoneInfo, mine: Collection[str] = ()) -> Reading:
    """What an .ics file, or a saved mail with one inside, invites to.

    `reader_zone`: for times that name no zone. `mine`: one's own addresses, in any case. Raises a `Problem` for a file
    that is no invite, is cut off, or is larger than an invite ever is.
    """
    reader = UTC_ZONE if reader_zone.key == "UTC" else Zone(reader_zone.key, reader_zone)
    interviews: list[Invited] = []
    warnings: list[Oddity] = []
    parts = mail.carried(data) if mail.is_mail(data) else (mail.Carried(data, "", ""),)
    if sum(len(part.data) for part in parts) > MOST_BYTES:
        raise InviteTooLarge(megabytes=MOST_BYTES // 1024 // 1024)
    for part in parts:
        for invited, odd in _read_calendar(part, reader, mine):
            interviews.append(invited)
            warnings.extend(odd)
    if not interviews:
        raise NoTime()
    return Reading(_newest(interviews), _once(warnings))


def _read_calendar(
    part: mail.Carried, reader: Zone, mine: Collection[str]
) -> Iterator[tuple[Invited, tuple[Oddity, ...]]]:
    calendars = read_components(plain_bytes(part.data, part.charset), links().properties)
    clock = Clock(Zones(calendars.zones, reader), reader)
    events = [Event(event.component, event.method or part.method) for event in calendars.events]
    if all(event.method in _ANSWERS for event in events):
        raise AnswerToAnInvite(method=events[0].method)
    for event in events:
        when = clock.when(event.component)
        if event.method not in _ANSWERS and (when or _is_cancelled(event)):
            yield _invited(event, when, clock, reader, mine)


def _invited(
    event: Event, when: When | None, clock: Clock, reader: Zone, mine: Collection[str]
) -> tuple[Invited, tuple[Oddity, ...]]:
    lines = event.component
    location = ", ".join(part.strip() for part in lines.text("LOCATION").splitlines() if part.strip())
    attendees = list(islice(lines.all("ATTENDEE"), MOST_PEOPLE + 1))
    there = attendance(lines.first("ORGANIZER"), attendees[:MOST_PEOPLE], mine, location)
    status = _status(event)
    invited = Invited(
        uid=lines.text("UID"),
        sequence=_sequence(lines.text("SEQUENCE")),
        recurrence_id=clock.instance(lines.first("RECURRENCE-ID")),
        dtstamp=clock.stamp(lines.first("DTSTAMP")),
        method=event.method,
        status=status,
        summary=" ".join(lines.text("SUMMARY").split()),
        starts_at=when.starts_at if when else None,
        ends_at=when.ends_at if when else None,
        zone=when.zone.name if when else reader.name,
        kind=when.kind if when else Kind.FLOATING,
        all_day=bool(when and when.all_day),
        place=place_without_links(location),
        join_url=_join_url(lines, location),
        organiser=there.organiser,
        people=there.people,
        left_out=there.left_out,
        description=_description(lines),
        language=_language(lines),
        needs=() if status is Status.CANCELLED else _needs(when, there),
    )
    warnings = (*(when.warnings if when else ()), *_oddities(invited, lines, len(attendees), mine))
    return (invited if invited.uid else replace(invited, uid=_made_uid(invited))), warnings


def _oddities(invited: Invited, lines: Component, attendees: int, mine: Collection[str]) -> Iterator[Oddity]:
    if not invited.uid:
        yield Oddity("no-uid", N_("The invite has no identity: an update of it can't be told from another interview."))
    if attendees > MOST_PEOPLE:
        yield Oddity("too-many-people", N_("Only the first {most} attendees were read."), {"most": MOST_PEOPLE})
    if invited.recurrence_id is None and (lines.first("RRULE") or lines.first("RDATE")):
        yield Oddity(
            "series", N_("“{summary}” is repeated: its first time alone is read."), {"summary": invited.summary}
        )
    names = [who.name for who in (*invited.people, *([invited.organiser] if invited.organiser else [])) if who.name]
    for name in dict.fromkeys(name for name in names if "�" in name):
        yield Oddity("damaged-name", N_("A letter of the name “{name}” is lost: please correct it."), {"name": name})
    listed = any(left.why is Absence.ONESELF for left in invited.left_out)
    if mine and not listed and attendees and invited.method == "REQUEST":
        yield Oddity("not-invited", N_("None of your addresses is among the attendees: was this invite sent to you?"))


def _needs(when: When | None, there: Attendance) -> tuple[Need, ...]:
    return (*(when.needs if when else ()), *(() if there.people else (Need.PEOPLE,)))


def _is_cancelled(event: Event) -> bool:
    return event.method == "CANCEL" or event.component.text("STATUS").upper() in {"CANCELLED", "CANCELED"}


def _status(event: Event) -> Status:
    if _is_cancelled(event):
        return Status.CANCELLED
    return Status.TENTATIVE if event.component.text("STATUS").upper() == "TENTATIVE" else Status.CONFIRMED


def _sequence(text: str) -> int:
    """The version's number; what is none counts as the first."""
    return int(text) if re.fullmatch(r"\d{1,10}", text, re.ASCII) and int(text) < _MOST_SEQUENCE else 0


def _join_url(lines: Component, location: str) -> str:
    properties = (line.text for name in links().properties for line in lines.all(name))
    texts = f"{lines.text('DESCRIPTION')}\n{lines.text('X-ALT-DESC')}"
    return joining_link(properties, location, lines.text("URL"), texts)


def _description(lines: Component) -> str:
    text = lines.text("DESCRIPTION") or lines.text("X-ALT-DESC")
    return plain_text(text) if looks_like_html(text) else text


def _language(lines: Component) -> str:
    """What SUMMARY or DESCRIPTION say of themselves (`LANGUAGE=it-IT`): the language alone, in small letters."""
    tags = (line.parameters.get("LANGUAGE", "") for name in ("SUMMARY", "DESCRIPTION") for line in lines.all(name))
    found = next((tag for tag in tags if tag), "")
    return match[0].lower() if (match := re.match(r"[A-Za-z]{2,3}\b", found)) else ""


def _made_uid(invited: Invited) -> str:
    """An identity for an event without one, from what it says: the same event has the same."""
    organiser = invited.organiser.email if invited.organiser else ""
    said = "\x00".join((invited.summary, str(invited.starts_at), organiser or "", invited.place, invited.join_url))
    return f"seguito-{hashlib.sha256(said.encode('utf-8', 'surrogatepass')).hexdigest()[:32]}"


def _newest(interviews: list[Invited]) -> tuple[Invited, ...]:
    """One of each, where a mail carries the same event twice or a file an older version of it."""
    kept: dict[tuple[str, str], Invited] = {}
    for invited in interviews:
        before = kept.get(invited.key)
        if before is None or invited.version > before.version:
            kept[invited.key] = invited
    return tuple(kept.values())


def _once(warnings: list[Oddity]) -> tuple[Oddity, ...]:
    by_words: dict[tuple[str, ...], Oddity] = {}
    for odd in warnings:
        by_words.setdefault((odd.code, *map(str, odd.values.values())), odd)
    return tuple(by_words.values())
