"""A planned contact: its kind, its window, its reasons, and the one step that comes next (T1.4)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from seguito.core.planning.windows import Window
from seguito.core.reasons import Reason


class Kind(StrEnum):
    """What is to be done. Listed in the order in which things of one interview come."""

    DEBRIEF = "debrief"
    NOTE = "note"
    CALL = "call"
    CARD = "card"
    PROMISE = "promise"
    NUDGE = "nudge"
    GRACIOUS_NO = "gracious_no"
    CHECK_IN = "check_in"


class FollowUpState(StrEnum):
    """The first four are told by the clock, the last three are kept."""

    WAITING = "waiting"
    OPEN = "open"
    BEST = "best"
    LATE = "late"
    DONE = "done"
    SUPERSEDED = "superseded"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class NextStep:
    """One command, as it is typed, and what it is for: a gettext id with its values."""

    command: str
    message: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Offer:
    """Another instant (UTC) that the person may choose instead, and what it costs. Never taken silently."""

    at: datetime
    reason: Reason


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A planned contact. `key`: the same for the same thing, however often it is planned.

    `people`: ids; empty where it is about nobody in particular, or nobody is known yet.
    """

    kind: Kind
    key: str
    window: Window
    reasons: tuple[Reason, ...]
    next_step: NextStep
    interview: str = ""
    application: str = ""
    people: tuple[str, ...] = ()
    offers: tuple[Offer, ...] = ()


def key_of(kind: Kind, interview: str, *parts: str) -> str:
    """The identity of a follow-up: its interview, its kind, and what tells it from others of that kind."""
    return "/".join(filter(None, (interview, kind.value, *parts)))
