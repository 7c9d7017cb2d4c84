"""Openings, and whom to call first (T5.2)."""

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from seguito.actions.skills import vocabulary
from seguito.core.nouns import Person, PersonName, Who
from seguito.core.reasons import Reason
from seguito.core.skills import place_skill
from seguito.core.talent.opening_form import OpeningTold, read_opening
from seguito.core.talent.ranking import Ask, Ranked, rank, weights
from seguito.errors import N_, Problem
from seguito.languages.search import stems_of
from seguito.records.database import atomic
from seguito.records.reads.matching import candidates, holders, holding, in_how_many, saying
from seguito.records.reads.talent import (
    Line,
    Opening,
    lines,
    opening,
    openings,
    talent_of,
)
from seguito.records.writes.keeping import keep_audit
from seguito.records.writes.talent import close_opening, keep_opening
from seguito.reference.playbooks import lines_of
from seguito.reference.skills import spoken_language

__all__ = [
    "Closer",
    "Match",
    "Opening",
    "Place",
    "all_openings",
    "close",
    "closer",
    "match",
    "match_for",
    "opening_from",
    "opening_told",
    "places_of",
    "record_opening",
    "the_opening",
]

_SHOWN = 50


class OpeningUnreadable(Problem):
    id = "opening-unreadable"
    happened = N_("{file} is no opening that can be read: {reason}.")
    safe = N_("Nothing was recorded.")
    next_step = N_('Write a TOML file: title = "…", required = ["…"], wished = ["…"], place = "…", language = "…".')


@dataclass(frozen=True, slots=True)
class Match:
    """One who comes near. `consent`: the last day of their leave."""

    person: PersonName
    score: float
    matched: tuple[str, ...]
    missing: tuple[str, ...]
    reasons: tuple[Reason, ...]
    consent: date | None


@dataclass(frozen=True, slots=True)
class Closer:
    """Somebody who has come closer to an opening that had lacked something of theirs."""

    opening: Opening
    person: Person
    gained: tuple[str, ...]
    matched: tuple[str, ...]
    missing: tuple[str, ...]


def opening_from(who: Who, file: Path, now: datetime) -> Opening:
    try:
        data = file.read_bytes()
    except OSError as wrong:
        raise OpeningUnreadable(file=file, reason=wrong.strerror or wrong) from wrong
    return opening_told(who, data, str(file), now)


def opening_told(who: Who, data: bytes, name: str, now: datetime) -> Opening:
    """An opening as a TOML file tells it; `name`: what the file is called."""
    try:
        text = data.decode("utf-8-sig")
        table = tomllib.loads(text)
    except ValueError as wrong:
        raise OpeningUnreadable(file=name, reason=str(wrong).rstrip(".")) from wrong
    return record_opening(who, read_opening(table, lines_of(text)), now)


def record_opening(who: Who, told: OpeningTold, now: datetime) -> Opening:
    """Record an opening; told again with the same title and place, it is the same one."""
    with atomic():
        return keep_opening(who, told.title, _asks(who, told), told.place, told.languages, told.text, now)


def all_openings(who: Who) -> tuple[Opening, ...]:
    return openings(who)


def the_opening(who: Who, wanted: str) -> Opening:
    return opening(who, wanted)


def close(who: Who, wanted: str, now: datetime) -> Opening:
    """It is filled, or given up: nobody is told of it any more."""
    found = opening(who, wanted)
    with atomic():
        close_opening(who, found.id, now.date())
    return opening(who, found.id)


def match(who: Who, wanted: str, now: datetime, shown: int = _SHOWN) -> tuple[Match, ...]:
    """Who comes near to an opening, best first, with reasons. Only files that their owner left open are read."""
    return match_for(who, opening(who, wanted), now, shown)


def match_for(who: Who, place: Opening, now: datetime, shown: int = _SHOWN) -> tuple[Match, ...]:
    """The same for an opening that is at hand."""
    today = now.date()
    ranked = _ranking(who, place, today)[:shown]
    files = lines(who, [one.candidate.number for one in ranked], [ask.id for ask in place.asks])
    found = tuple(_match(files[one.candidate.number], one) for one in ranked if one.candidate.number in files)
    keep_audit(who, "ranked", place.id, {"people": [one.person.id for one in found]}, now)
    return found


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody stands for an opening, from 1, with all its reasons; `match` None: nothing of it is theirs."""

    opening: Opening
    place: int
    of: int
    match: Match | None


def places_of(who: Who, person_id: str, now: datetime) -> tuple[Place, ...]:
    """How every open opening ranks somebody, and why: what is theirs to know (GDPR, art. 15)."""
    file, today = talent_of(who, person_id), now.date()
    found = []
    for opening_ in openings(who) if file else ():
        if file is None or opening_.closed_on:
            continue
        ranked = _ranking(who, opening_, today)
        at = next((n for n, one in enumerate(ranked) if one.candidate.number == file.number), None)
        seen = lines(who, [file.number], [ask.id for ask in opening_.asks]) if at is not None else {}
        found.append(
            Place(
                opening_,
                0 if at is None else at + 1,
                len(ranked),
                None if at is None else _match(seen[file.number], ranked[at]),
            )
        )
    return tuple(found)


def closer(who: Who, person_id: str, gained: Sequence[str], now: datetime) -> tuple[Closer, ...]:
    """Open openings that ask for what somebody has gained: they come nearer to those (T5.4, T5.2)."""
    file = talent_of(who, person_id)
    if file is None or not gained or file.consent.until is None or file.consent.until < now.date():
        return ()
    held = {skill.id for skill in file.skills if skill.held}
    found = []
    for place in openings(who):
        new = tuple(ask.label for ask in place.asks if ask.id in gained)
        if new and place.closed_on is None:
            matched = tuple(ask.label for ask in place.asks if ask.id in held)
            missing = tuple(ask.label for ask in place.asks if ask.id not in held)
            found.append(Closer(place, file.person, new, matched, missing))
    return tuple(found)


def _asks(who: Who, told: OpeningTold) -> tuple[Ask, ...]:
    """Skills under one name; languages are required, the place is wished. What is asked twice is asked once."""
    words = vocabulary(who)
    asks = [Ask(words.read(text).id, text) for text in told.required]
    asks += [Ask(spoken_language(text)[0], text) for text in told.languages]
    asks += [Ask(words.read(text).id, text, required=False) for text in told.wished]
    asks += [Ask(place_skill(told.place), told.place, required=False)] if told.place else []
    once: dict[str, Ask] = {}
    for ask in asks:
        once.setdefault(ask.id, ask)
    return tuple(once.values())


def _ranking(who: Who, place: Opening, today: date) -> tuple[Ranked, ...]:
    stems = stems_of(place.text)
    counts = in_how_many(who, stems) if stems else {}
    held, people = holders(who, (ask.id for ask in place.asks), today)
    weigh = weights(place.asks, held, counts, people)
    by_skill = holding(who, weigh.asks, held, today)
    by_words = saying(who, stems, counts, today) if stems else {}
    either = {number: standing for number, (standing, _) in by_words.items()} | {one[0]: one for one in by_skill}
    found = {number: words for number, (_, words) in by_words.items()}
    return rank(place.asks, candidates(either.values(), found, list(weigh.asks)), weigh)


def _match(file: Line, one: Ranked) -> Match:
    return Match(
        person=file.person,
        score=round(one.score, 6),
        matched=tuple(ask.label for ask in one.matched),
        missing=tuple(ask.label for ask in one.missing),
        reasons=tuple(_reasons(file, one)),
        consent=file.consent_until,
    )


def _reasons(file: Line, one: Ranked) -> Iterator[Reason]:
    values = {"matched": len(one.matched), "asked": len(one.matched) + len(one.missing)}
    yield Reason("T5.2", N_("{matched} of {asked} that the opening asks for."), values)
    for ask in one.matched:
        yield from _shown(ask, file)
    if file.impression:
        on, text = file.impression
        yield Reason("T5.1", N_("Impressed on {on}: “{text}”"), {"on": on, "text": text})
    if file.regard:
        yield Reason("T5.1", N_("Followed up well: in time, or with something of the conversation."))
    if file.last_contact_on:
        yield Reason("T5.3", N_("Last contact on {on}."), {"on": file.last_contact_on})


def _shown(ask: Ask, file: Line) -> Iterator[Reason]:
    """What shows a skill, and whether it was learned since they came into the file."""
    evidence, on = file.shown[ask.id]
    values = {"skill": ask.label, "evidence": evidence, "on": on}
    if on and on > file.added_on:
        yield Reason("T5.4", N_("Learned since, on {on}: {skill}. {evidence}"), values)
    elif evidence:
        yield Reason("T5.2", N_("{skill}: {evidence}"), values)
