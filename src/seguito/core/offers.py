"""Interviews that come in by themselves: what looks like one is offered, once; who may change a recorded one."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from seguito.core.folding import folded
from seguito.errors import N_

STILL_WORTH = timedelta(days=2)  # after its end: an e-mail is late by then, a card may still arrive (T1.1, T1.2)
AHEAD = timedelta(days=60)  # of a whole calendar: what lies further will come nearer
_CROWD = 12  # whoever invites more people holds a talk, not an interview
_DESCRIBED = 2_000  # characters of a description that are looked at


class OfferKind(StrEnum):
    """What is asked: to record an interview; or to move or end a recorded one by the word of somebody unexpected."""

    INVITE = "invite"
    MOVED = "moved"
    CANCELLED = "cancelled"


TOLD = {
    OfferKind.INVITE: N_("{sender} invites you: {summary}, {starts}"),
    OfferKind.MOVED: N_("{sender} says that “{summary}” has moved to {starts}; the invite came from somebody else"),
    OfferKind.CANCELLED: N_("{sender} says that “{summary}” is cancelled; the invite came from somebody else"),
}


@dataclass(frozen=True, slots=True)
class Offered:
    """An event that is, or was, asked about. `settled`: None while it is."""

    id: str
    kind: OfferKind
    summary: str
    starts_at: datetime | None
    ends_at: datetime | None
    sender: str
    settled: bool | None = None

    @property
    def asks(self) -> bool:
        return self.settled is None


@dataclass(frozen=True, slots=True)
class InterviewWords:
    """Words that titles and descriptions of interviews have, and those that titles of other meetings have; folded."""

    raises: frozenset[str]
    lowers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Event:
    """What is known of an event before anybody is asked. `others`: how many people beside oneself and machines.

    `listed`: oneself is among the attendees. `by_colleague`: its organiser's house is one's own.
    """

    title: str
    description: str
    starts_at: datetime
    ends_at: datetime | None
    all_day: bool
    is_series: bool
    others: int
    listed: bool
    by_colleague: bool


def looks_like_interview(event: Event, words: InterviewWords, now: datetime) -> bool:
    """Whether to ask about it. Asking in vain costs a no; an interview that is missed costs the follow-up.

    Somebody else who takes part is enough, unless the title, the crowd or the organiser's house speak against it;
    without them, or where oneself is not listed, its words must say so.
    """
    if event.all_day or event.is_series or (event.ends_at or event.starts_at) < now - STILL_WORTH:
        return False
    title = list(_tokens(event.title))
    other, rest = _without(title, words.lowers)
    called = _without(rest, words.raises)[0]
    told = called or _without(list(_tokens(event.description[:_DESCRIBED])), words.raises)[0]
    if not told and not (event.others and event.listed):
        return False
    for_it = 2 * called + told + bool(event.others)
    against = 2 * other + event.by_colleague + 2 * (event.others > _CROWD)
    return for_it > against


def speaks_for(organiser: str, sender: str, known: Collection[str], free_mail: Collection[str]) -> bool:
    """Whether a change of a recorded interview comes from its own people, so that it is followed unasked.

    `organiser`: whom the event names; `sender`: who mailed it; `known`: addresses of the panel, and of whoever sent
    the invite. A house's own programs write for its people, but nobody at a free mail house writes for another.
    """
    houses = {_house(address) for address in known} - {"", *free_mail}
    return all(one and (one in known or _house(one) in houses) for one in (organiser.lower(), sender.lower()))


def same_house(one: str, others: Collection[str], free_mail: Collection[str]) -> bool:
    """Whether an address is of a house that one of the others is of; a free mail house is nobody's."""
    return _house(one) not in {"", *free_mail} and _house(one) in {_house(other) for other in others}


def _house(address: str) -> str:
    return address.rpartition("@")[2].strip(" .").lower()


def _tokens(text: str) -> Iterator[str]:
    plain = "".join(letter if letter.isalnum() or letter in "'&:" else " " for letter in folded(text))
    return (token for piece in plain.split() if (token := piece.strip("':&")))


def _without(tokens: list[str], words: Collection[str]) -> tuple[bool, list[str]]:
    """Whether any of the words is there, and what is left without them: “customer interview” holds no “interview”."""
    left: list[str] = []
    place = 0
    while place < len(tokens):
        length = next((n for n in (4, 3, 2, 1) if " ".join(tokens[place : place + n]) in words), 0)
        left += [] if length else [tokens[place]]
        place += length or 1
    return len(left) < len(tokens), left
