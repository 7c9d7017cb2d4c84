"""What a cadence stands on, gathered by whoever keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo

from seguito.core.nouns import Outcome, Purpose
from seguito.core.planning.facts import NoteAtHand
from seguito.core.planning.workdays import WorkingDays


@dataclass(frozen=True, slots=True)
class Touch:
    """One real contact. `incoming`: they wrote or called. `purpose`: of the note that it was, or None."""

    at: datetime
    incoming: bool
    purpose: Purpose | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody one may write to. `notes`: those that are begun and not out, by purpose and channel."""

    id: str
    name: str = ""
    days: WorkingDays = field(default_factory=WorkingDays)
    notes: Mapping[Purpose, Mapping[str, NoteAtHand]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CadenceFacts:
    """One application after its outcome, and what has passed between the two sides.

    `interview`: its latest, which notes are laid out from. `told_at`: when the outcome came. `readers`: whom one spoke
    with; the first is whom one stays in touch with. `touches`: every contact with any of them. `done`: when each
    follow-up of the application was done, by key. `news`: what one has learned since and nobody there was told.
    `chasing`: a question after the silence is still planned. `elsewhere`: the first reader hears from one already, over
    a later application.
    """

    application: str
    interview: str
    outcome: Outcome
    told_at: datetime
    zone: tzinfo = UTC
    readers: tuple[Reader, ...] = ()
    touches: tuple[Touch, ...] = ()
    done: Mapping[str, datetime] = field(default_factory=dict)
    news: tuple[str, ...] = ()
    chasing: bool = False
    elsewhere: bool = False
