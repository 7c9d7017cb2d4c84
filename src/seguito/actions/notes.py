"""Looking at a note: its words, what was said, what the looks found, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from seguito.core.looks.finding import LookResult
from seguito.core.nouns import Detail, Interview, Note, Who
from seguito.core.outbox import Delivery
from seguito.records.reads.deliveries import deliveries_of
from seguito.records.reads.interviews import details, interview
from seguito.records.reads.notes import Approved, answers, looks, note, notes_of_interview, revisions, standing_approval


@dataclass(frozen=True, slots=True)
class OpenNote:
    """`others`: the other notes to the same panel that somebody wrote. `because`: finding's id → why it stays.

    `looks`: empty while nobody has looked at the words as they stand.
    """

    note: Note
    talk: Interview | None
    heard: tuple[Detail, ...]
    others: tuple[Note, ...]
    looks: tuple[LookResult, ...]
    because: Mapping[str, str]
    approved: Approved | None
    deliveries: tuple[Delivery, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """The words of a note at one time."""

    number: int
    made_at: datetime
    subject: str
    text: str


def open_note(who: Who, wanted: str) -> OpenNote:
    """Everything that writing it needs. Nothing is read again by the looks."""
    found = note(who, wanted)
    talk = interview(who, found.interview) if found.interview else None
    panel = notes_of_interview(who, talk.id) if talk else ()
    return OpenNote(
        note=found,
        talk=talk,
        heard=details(who, talk.id) if talk else (),
        others=tuple(one for one in panel if one.id != found.id and one.touched),
        looks=looks(who, found.id),
        because=answers(who, found.id),
        approved=standing_approval(who, found.id, found.revision),
        deliveries=deliveries_of(who, found.id),
    )


def revisions_of(who: Who, wanted: str) -> tuple[Revision, ...]:
    """Everything that was ever written in the note, the latest first."""
    return tuple(Revision(*one) for one in reversed(revisions(who, note(who, wanted).id)))
