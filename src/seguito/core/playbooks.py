"""Playbooks: the strategies behind the plans, each figure with its reason and whose advice it is (T6.1)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time, timedelta
from enum import StrEnum

from seguito.core.reasons import Reason
from seguito.errors import N_


class Channel(StrEnum):
    """What may be advised for one person: a channel, or two in different words."""

    EMAIL = "email"
    CARD = "card"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class EmailFigures:
    """After the interview's end, in elapsed time (T1.1, T1.3)."""

    opens_after: timedelta
    best_until: timedelta
    closes_after: timedelta


@dataclass(frozen=True, slots=True)
class DebriefFigures:
    """After the interview's end: how long what was said is fresh (T1.3)."""

    best_until: timedelta


@dataclass(frozen=True, slots=True)
class CardFigures:
    """Calendar days after the interview's, that last day included (T1.2)."""

    arrives_within: timedelta


@dataclass(frozen=True, slots=True)
class ChannelRule:
    """`fast_days`: a decision within so many calendar days is sooner than the post. `nothing_known`: the last row."""

    nothing_known: Channel
    fast_days: int


@dataclass(frozen=True, slots=True)
class LaterFigures:
    """When a note may wait for a morning: hours of the reader's place."""

    evening: time
    dawn: time
    morning: time


@dataclass(frozen=True, slots=True)
class NudgeFigures:
    """Counts of working days, but for `at_most`: after so many unanswered nudges, stop."""

    after_promise: int
    after_note: int
    again_after: int
    at_most: int


@dataclass(frozen=True, slots=True)
class PromiseFigures:
    """A promise of one's own comes up so many working days before it is due."""

    working_days_before: int


@dataclass(frozen=True, slots=True)
class AfterNoFigures:
    """After a no: thanks within working days, check-ins in calendar days, a stop after so many unanswered (T5.5)."""

    thanks_within: int
    first_check_in: timedelta
    then_every: timedelta
    stop_after: int


@dataclass(frozen=True, slots=True)
class Shun:
    """A phrase that this strategy shuns, in the language it is written in, and why."""

    phrase: str
    language: str
    because: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Playbook:
    """A strategy: figures by section, and for each section its reason and whose advice it is.

    `about`, `tone` and reasons: one text for each language of the interface.
    """

    id: str
    name: str
    about: Mapping[str, str]
    email: EmailFigures
    debrief: DebriefFigures
    card: CardFigures
    channel: ChannelRule
    later: LaterFigures
    nudge: NudgeFigures
    promise: PromiseFigures
    after_no: AfterNoFigures
    tone: Mapping[str, str]
    shun: tuple[Shun, ...]
    reasons: Mapping[str, tuple[Mapping[str, str], str]]  # by section: why, and whose advice

    def because(self, section: str) -> Mapping[str, str]:
        return self.reasons[section][0]

    def whose(self, section: str) -> str:
        return self.reasons[section][1]

    def reason(self, section: str, tip: str) -> Reason:
        """The section's reason, with whose advice it is, as a promise of the product."""
        values = {"because": self.because(section), "whose": self.whose(section)}
        return Reason(tip, N_("{because} ({whose})"), values)
