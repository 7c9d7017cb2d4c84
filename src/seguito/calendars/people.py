"""Who was there to talk to: the people of an invite, and who or what else it lists, with the reason to leave it out."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote

from seguito.calendars.cn import person_name
from seguito.calendars.lines import Line
from seguito.reference.calendars import Machines, note_takers, rooms, schedulers

MOST_PEOPLE = 500
_EMAIL = re.compile(r"[^\s@<>()\[\]\\,;:\"]{1,64}@[^\s@<>()\[\]\\,;:\"/]{1,255}")
_LONGEST_NAME = 200
_TAGS = re.compile(r"[+=].*")
_NOT_REALLY_MAIL = ("imceaex-", "imceaad-")  # Exchange's wrapping of an internal address


class Absence(StrEnum):
    """Why somebody in the invite was not there to talk to."""

    ONESELF = "oneself"
    DECLINED = "declined"
    NOT_TAKING_PART = "not_taking_part"
    ROOM = "room"
    GROUP = "group"
    NOTE_TAKER = "note_taker"
    SCHEDULER = "scheduler"


@dataclass(frozen=True, slots=True)
class Invitee:
    """Somebody whom an invite names. `name` is None where it gives an address alone, `email` where it gives none."""

    name: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody or something that the invite lists, and why it is none of the people."""

    who: Invitee
    why: Absence


@dataclass(frozen=True, slots=True)
class Attendance:
    """Everybody in an event. `people`: who was there to talk to, in the invite's order."""

    organiser: Invitee | None
    people: tuple[Invitee, ...]
    left_out: tuple[LeftOut, ...]


@dataclass(slots=True)
class _Listed:
    """One who is listed, from all the lines that name them."""

    who: Invitee
    written: str  # the name as it stands in the invite
    kind: str
    role: str
    answer: str


def attendance(organiser: Line | None, attendees: Iterable[Line], mine: Collection[str], place: str) -> Attendance:
    """The people of an event (`mine`: one's own addresses). An organiser who is no attendee comes first."""
    lines = [*([organiser] if organiser else []), *attendees]
    everyone = _merged(map(_listed, lines))
    own = {_same_mailbox(address) for address in mine}
    places = {part.strip().casefold() for part in (place, *place.split(";"))}  # Outlook lists the rooms there again
    people: list[Invitee] = []
    left_out: list[LeftOut] = []
    for listed in everyone:
        why = _absence(listed, own, places)
        if why:
            left_out.append(LeftOut(listed.who, why))
        else:
            people.append(listed.who)
    head = everyone[0].who if organiser and everyone and _keys(_listed(organiser).who) else None
    return Attendance(head, tuple(people), tuple(left_out))


def _listed(line: Line) -> _Listed:
    email = _email(line)
    cn = line.parameters.get("CN", "") or line.parameters.get("X-CN", "")
    return _Listed(
        Invitee(person_name(cn, email), email),
        cn.strip(),
        line.parameters.get("CUTYPE", "").upper(),
        line.parameters.get("ROLE", "").upper(),
        line.parameters.get("PARTSTAT", "").upper(),
    )


def _email(line: Line) -> str | None:
    """The address of a line: its value, else the parameter EMAIL (RFC 7986, Apple) where the value is another kind."""
    value = re.sub(r"^\s*(?:mailto:\s*)+", "", line.raw, flags=re.IGNORECASE).partition("?")[0]
    for written in (value, unquote(value), line.parameters.get("EMAIL", "")):
        bare = written.strip(" \t<>'\"")
        if _EMAIL.fullmatch(bare) and not bare.lower().startswith(_NOT_REALLY_MAIL):
            return bare
    return None


def _merged(everyone: Iterable[_Listed]) -> list[_Listed]:
    """Each once, whatever the number of lines: the same address, or the same name where a line has no address.

    Two of one name at two addresses stay two. Who has neither name nor address is nobody.
    """
    kept: list[_Listed] = []
    by_key: dict[str, _Listed] = {}
    for listed in everyone:
        before = _known_before(listed.who, by_key)
        if before:
            _add(before, listed)
        elif _keys(listed.who):
            kept.append(listed)
        for key in _keys(listed.who):
            by_key.setdefault(key, before or listed)
    return kept


def _known_before(who: Invitee, by_key: Mapping[str, _Listed]) -> _Listed | None:
    for key in _keys(who):
        before = by_key.get(key)
        if before and (key == _keys(who)[0] or not before.who.email):
            return before
    return None


def _keys(who: Invitee) -> list[str]:
    """What tells one invitee from another, the surest first."""
    return [*([who.email.casefold()] if who.email else []), *([f"={who.name.casefold()}"] if who.name else [])]


def _add(before: _Listed, again: _Listed) -> None:
    """What the second line knows more. Saying yes anywhere outweighs a no elsewhere."""
    before.who = Invitee(before.who.name or again.who.name, before.who.email or again.who.email)
    before.kind = before.kind or again.kind
    before.role = again.role or before.role
    before.answer = before.answer if before.answer == "ACCEPTED" else again.answer or before.answer


def _absence(listed: _Listed, own: set[str], places: set[str]) -> Absence | None:
    """The first reason that fits, the surest first."""
    who = listed.who
    reasons = {
        Absence.ONESELF: bool(who.email) and _same_mailbox(who.email or "") in own,
        Absence.ROOM: listed.kind in {"ROOM", "RESOURCE"} or _is_room(listed, places),
        Absence.NOTE_TAKER: _is_note_taker(who),
        Absence.SCHEDULER: _is_scheduler(who),
        Absence.GROUP: listed.kind == "GROUP",
        Absence.DECLINED: listed.answer in {"DECLINED", "DELEGATED"},
        Absence.NOT_TAKING_PART: listed.role == "NON-PARTICIPANT",
    }
    return next((why for why, fits in reasons.items() if fits), None)


def _is_room(listed: _Listed, places: set[str]) -> bool:
    known = rooms()
    mailbox, domain = _split(listed.who.email)
    if domain in known.domains or known.mailboxes.fullmatch(mailbox):
        return True
    names = {name[:_LONGEST_NAME] for name in (listed.written, listed.who.name) if name}
    return any(known.names.fullmatch(name) or name.casefold() in places for name in names)


def _is_note_taker(who: Invitee) -> bool:
    known = note_takers()
    return _is_machine(who, known) or bool(known.name_within.search((who.name or "").partition(",")[0]))


def _is_scheduler(who: Invitee) -> bool:
    known = schedulers()
    mailbox, domain = _split(who.email)
    if re.sub(r"[-_.]", "", mailbox) in known.nobody or re.match(r"(do-?not|no)-?reply\b", mailbox):
        return True
    if _is_machine(who, known):
        return True
    return (who.name or "").casefold() in known.names and (not who.email or _within(domain, known.domains))


def _is_machine(who: Invitee, known: Machines) -> bool:
    mailbox, domain = _split(who.email)
    return _within(domain, known.only_machines) or (_within(domain, known.domains) and mailbox in known.mailboxes)


def _within(domain: str, domains: Collection[str]) -> bool:
    """Is it one of the domains, or under one?"""
    parts = domain.split(".")
    return any(".".join(parts[first:]) in domains for first in range(len(parts)))


def _split(email: str | None) -> tuple[str, str]:
    """Mailbox and domain in small letters, the mailbox without its tag."""
    mailbox, _, domain = (email or "").lower().partition("@")
    return _TAGS.sub("", mailbox), domain.strip(".")


def _same_mailbox(email: str) -> str:
    """The address as its owner may write it otherwise: case, a +tag, and Gmail's dots make no other mailbox."""
    found = _EMAIL.search(email)
    mailbox, domain = _split(found[0] if found else email)
    if domain in {"gmail.com", "googlemail.com"}:
        mailbox, domain = mailbox.replace(".", ""), "gmail.com"
    return f"{mailbox}@{domain}"
