"""The facts that a plan stands on, gathered by whoever keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from enum import StrEnum

from seguito.core.nouns import Detail, Outcome, Pace
from seguito.core.planning.post import Posted
from seguito.core.planning.postage import Postage
from seguito.core.planning.workdays import WorkingDays
from seguito.core.playbooks import Channel


class NoteStage(StrEnum):
    """How far a note has come that is not out yet. A sheet is laid out, and nobody has written in it."""

    SHEET = "sheet"
    DRAFT = "draft"
    CHECKED = "checked"
    APPROVED = "approved"


@dataclass(frozen=True, slots=True)
class NoteAtHand:
    """A note that exists already, by its id."""

    id: str
    stage: NoteStage


@dataclass(frozen=True, slots=True)
class OnItsWay:
    """A card in the post: its note's id, and the day by which it should be there."""

    note: str
    expected_by: date


@dataclass(frozen=True, slots=True)
class Panelist:
    """One person of the panel, as far as planning goes.

    `wants_no_email`: they asked for none. `prefers`: a channel's id, or empty. `chosen`: what the user said instead of
    the advice. `zone`, `days`: of the place where they read; zone None: the user's own. `postage`: how a card of the
    user's would travel there. `notes`: by channel's id, those that are begun but not out.
    """

    id: str
    name: str = ""
    has_email: bool = True
    wants_no_email: bool = False
    prefers: str = ""
    chosen: Channel | None = None
    zone: tzinfo | None = None
    days: WorkingDays = field(default_factory=WorkingDays)
    postage: Postage = field(default_factory=Postage)
    posted: Posted | None = None
    on_its_way: OnItsWay | None = None
    notes: Mapping[str, NoteAtHand] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class InterviewFacts:
    """One interview and what is known around it.

    `zone`: the user's own, whose days count. `panel`: whom one would ask first stands first. `promises`: details of
    the kind promise, whoever made them. `done`: when each follow-up was done, by its key. `replied_at`: the last answer
    of theirs, which ends the chase (None again once they promise a new day). `known_since`: the day on which the
    interview was recorded: a card whose last day passes after that is brought up, and does not vanish. `outcome`: what
    came of the application, once something did.
    """

    id: str
    end: datetime
    zone: tzinfo = UTC
    application: str = ""
    panel: tuple[Panelist, ...] = ()
    organisation_prefers: str = ""
    pace: Pace = Pace.UNKNOWN
    decision_on: date | None = None
    promised_on: date | None = None
    promises: tuple[Detail, ...] = ()
    own_days: WorkingDays = field(default_factory=WorkingDays)
    done: Mapping[str, datetime] = field(default_factory=dict)
    replied_at: datetime | None = None
    known_since: date | None = None
    cancelled: bool = False
    outcome: Outcome | None = None

    @property
    def ended_on(self) -> date:
        """The day on which it ends, where the user is."""
        return self.end.astimezone(self.zone).date()
