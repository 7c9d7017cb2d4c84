"""What was said, written down (T1.3, T3.4): lines become details, and the plan learns of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from seguito.actions.plan import replan
from seguito.core.debrief.changes import changes
from seguito.core.debrief.missing import Missing, what_is_missing
from seguito.core.debrief.reading import Reading, Unplaced, read_notes
from seguito.core.debrief.words import NotesWords
from seguito.core.debrief.writing import read_form, write_form, write_notes
from seguito.core.nouns import Detail, Interview, Person, Who
from seguito.core.planning.follow_up import Kind, key_of
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem
from seguito.languages.notes_words import notes_words
from seguito.records.database import atomic
from seguito.records.reads.interviews import details, interview
from seguito.records.writes.details import add_details, change_details
from seguito.records.writes.follow_ups import mark_done

LONGEST_DEBRIEF = 200_000  # characters: more than anybody says in a day


class DebriefTooLong(Problem):
    id = "debrief-too-long"
    happened = N_("This debrief has {length} characters; {longest} is what can be taken at once.")
    safe = N_("Nothing was recorded; your file is untouched.")
    next_step = N_("A line for each thing that was said is enough. Split it, or leave the rest out.")


@dataclass(frozen=True, slots=True)
class Debriefed:
    """Everything that the interview holds now.

    `unplaced`: lines that found no place (they are kept all the same), and why. `doubts`: what may not be meant so.
    """

    interview: Interview
    details: tuple[Detail, ...]
    unplaced: tuple[Unplaced, ...]
    missing: Missing
    doubts: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """What the editor opens. `header`: its comment lines, which are not kept."""

    interview: Interview
    header: tuple[str, ...]
    text: str


def debrief(who: Who, wanted: str, text: str, language: str, now: datetime) -> Debriefed:
    """Add what the lines of `text` say. Identical lines count once, so the same file twice changes nothing."""
    talk = interview(who, wanted)
    words = notes_words(talk.language or language)
    reading = read_notes(_checked(text), talk.panel, words, talk.starts_at.date())
    with atomic():
        add_details(who, talk.id, reading.details, now)
        return _told(who, talk, reading, words, now)


def so_far(who: Who, wanted: str, language: str) -> Debriefed:
    """What is written down of an interview, and what is still missing. Changes nothing."""
    talk = interview(who, wanted)
    held = details(who, talk.id)
    missing = what_is_missing(held, talk.panel, notes_words(talk.language or language))
    return Debriefed(interview=talk, details=held, unplaced=(), missing=missing)


def form_of(who: Who, wanted: str, header: Sequence[str], language: str) -> Form:
    """The form for the editor, with what is there already."""
    talk = interview(who, wanted)
    notes = write_notes(details(who, talk.id), talk.panel, notes_words(talk.language or language))
    return Form(talk, tuple(header), write_form(notes, header))


def take_form(who: Who, form: Form, text: str, language: str, now: datetime) -> Debriefed:
    """The form as it came back: lines that were mended keep what notes know of them, lines taken out are gone."""
    talk = form.interview
    words = notes_words(talk.language or language)
    reading = read_form(_checked(text), form.header, talk.panel, words, talk.starts_at.date())
    with atomic():
        change_details(who, talk.id, changes(reading.details, details(who, talk.id)), reading.details, now)
        return _told(who, talk, reading, words, now)


def people_by_id(panel: Sequence[Person]) -> dict[str, Person]:
    return {person.id: person for person in panel}


def _checked(text: str) -> str:
    if len(text) > LONGEST_DEBRIEF:
        raise DebriefTooLong(length=len(text), longest=LONGEST_DEBRIEF)
    return text


def _told(who: Who, talk: Interview, reading: Reading, words: NotesWords, now: datetime) -> Debriefed:
    held = details(who, talk.id)
    if held:
        mark_done(who, key_of(Kind.DEBRIEF, talk.id), now)
    replan(who, talk.id, now)
    return Debriefed(
        interview=talk,
        details=held,
        unplaced=reading.unplaced,
        missing=what_is_missing(held, talk.panel, words),
        doubts=reading.doubts,
    )
