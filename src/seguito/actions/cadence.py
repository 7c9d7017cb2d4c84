"""Staying in touch over an application that something came of: gather the facts, ask the core, keep what it says."""

from datetime import datetime
from zoneinfo import ZoneInfo

from seguito.actions.at_hand import at_hand
from seguito.actions.strategy import strategy_of
from seguito.actions.where import home_of, reader_of
from seguito.core.cadence.facts import CadenceFacts, Reader, Touch
from seguito.core.cadence.plan import plan_cadence
from seguito.core.cadence.stay import times_of
from seguito.core.nouns import Interview, Note, Person, Purpose, Who
from seguito.core.planning.follow_up import Kind, key_of
from seguito.records.reads.follow_ups import chasing, done_after, planned_after
from seguito.records.reads.keeping import (
    Ended,
    Learned,
    all_learned,
    day_of,
    ended,
    ended_applications,
    heard_from_elsewhere,
    touches,
)
from seguito.records.reads.notes import notes_of_interview, passed_notes
from seguito.records.reads.people import me
from seguito.records.writes.follow_ups import keep_cadence
from seguito.reference.holidays import working_days

_PURPOSES = (Purpose.GRACIOUS_NO, Purpose.ANSWER, Purpose.CHECK_IN)


def stay_in_touch(who: Who, application_id: str) -> None:
    """Plan what follows the outcome of an application; before there is one, nothing does. Run it in a transaction."""
    end = ended(who, application_id)
    facts = _facts(who, end) if end else None
    if facts is not None and end is not None:
        strategy = strategy_of(who, end.interviews[0].application)
        keep_cadence(who, application_id, plan_cadence(facts, strategy))
    elif planned_after(who, application_id):
        keep_cadence(who, application_id, ())


def stay_in_touch_everywhere(who: Who) -> None:
    """There is something new: every letter that could tell it is planned anew."""
    for application in ended_applications(who):
        stay_in_touch(who, application)


def untold(who: Who, application_id: str) -> tuple[Learned, ...]:
    """What one has learned since the latest interview there, and has not written about."""
    end = ended(who, application_id)
    return _news(who, end, _touches(who, end), done_after(who, application_id)) if end and end.interviews else ()


def _facts(who: Who, end: Ended) -> CadenceFacts | None:
    """None for an application without an interview: there is nobody to write to."""
    if not end.interviews:
        return None
    latest, author = end.interviews[0], me(who)
    passed = _touches(who, end)
    done = done_after(who, end.id)
    notes = [note for talk in end.interviews for note in notes_of_interview(who, talk.id)]
    cleared = frozenset().union(*(passed_notes(who, talk.id) for talk in end.interviews))
    readers = tuple(_reader(who, person, talk, notes, cleared) for person, talk in _panel(end).values())
    return CadenceFacts(
        application=end.id,
        interview=latest.id,
        outcome=end.outcome,
        told_at=end.told_at,
        zone=ZoneInfo(author.zone if author and author.zone else latest.zone),
        readers=readers,
        touches=passed,
        done=done,
        news=tuple(one.text for one in _news(who, end, passed, done)),
        chasing=chasing(who, end.id),
        elsewhere=bool(readers) and heard_from_elsewhere(who, end, readers[0].id),
    )


def _panel(end: Ended) -> dict[str, tuple[Person, Interview]]:
    """Everybody one spoke with, those of the latest interview first."""
    found: dict[str, tuple[Person, Interview]] = {}
    for talk in end.interviews:
        for person in talk.panel:
            found.setdefault(person.id, (person, talk))
    return found


def _reader(who: Who, person: Person, talk: Interview, notes: list[Note], passed: frozenset[str]) -> Reader:
    return Reader(
        id=person.id,
        name=person.name,
        days=working_days(reader_of(person, talk, home_of(who, talk))),
        notes={purpose: at_hand(notes, passed, purpose).get(person.id, {}) for purpose in _PURPOSES},
    )


def _touches(who: Who, end: Ended) -> tuple[Touch, ...]:
    return touches(who, _panel(end))


def _news(who: Who, end: Ended, passed: tuple[Touch, ...], done: dict[str, datetime]) -> tuple[Learned, ...]:
    """Learned on or after the interview's day, and noted since the last letter went."""
    told = [touch.at for touch in passed if touch.purpose is Purpose.CHECK_IN and not touch.incoming]
    told += times_of(done, key_of(Kind.CHECK_IN, end.id))
    since = day_of(end.interviews[0])
    last = max(told, default=None)
    return tuple(one for one in all_learned(who) if one.on >= since and (last is None or one.noted_at > last))
