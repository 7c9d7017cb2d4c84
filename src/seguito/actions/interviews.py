"""Looking at interviews: all of them, or one with what was said and what was written."""

from dataclasses import dataclass

from seguito.core.nouns import Detail, Interview, Note, Who
from seguito.records.reads.interviews import details, interview, interviews
from seguito.records.reads.notes import notes_of_interview


@dataclass(frozen=True, slots=True)
class Seen:
    interview: Interview
    details: tuple[Detail, ...]
    notes: tuple[Note, ...]


def all_interviews(who: Who) -> tuple[Interview, ...]:
    """The latest first."""
    return interviews(who)


def one_interview(who: Who, wanted: str) -> Seen:
    talk = interview(who, wanted)
    return Seen(talk, details(who, talk.id), notes_of_interview(who, talk.id))
