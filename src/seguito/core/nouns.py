"""Nouns that several decisions share. A noun of one decision lives beside it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class DetailKind(StrEnum):
    """What kind of thing was said (T3.3 to T3.5)."""

    INSIGHT = "insight"
    ASIDE = "aside"
    QUESTION = "question"
    PROMISE = "promise"
    WHY_HERE = "why_here"


class By(StrEnum):
    """Whose promise, or whose words."""

    THEM = "them"
    ME = "me"


class Pace(StrEnum):
    """How fast the organisation is known to decide (T2.1)."""

    FAST = "fast"
    NORMAL = "normal"
    LONG = "long"
    UNKNOWN = "unknown"


class Gender(StrEnum):
    """Recorded by the user, never guessed."""

    F = "f"
    M = "m"


class Form(StrEnum):
    """How the person is addressed in languages that tell it apart."""

    LEI = "lei"
    TU = "tu"


class Purpose(StrEnum):
    """What a note is for."""

    THANKS = "thanks"
    NUDGE = "nudge"
    GRACIOUS_NO = "gracious_no"
    CHECK_IN = "check_in"
    ANSWER = "answer"
    REFUSAL = "refusal"


RECURRING = frozenset({Purpose.NUDGE, Purpose.CHECK_IN, Purpose.ANSWER})  # one that went is followed by a new one


class Outcome(StrEnum):
    """What came of an application (T5.5)."""

    OFFER = "offer"
    NO = "no"
    SILENCE = "silence"
    ACCEPTED = "accepted"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Who:
    """On whose behalf an action runs: nobody sees beyond their own workspace."""

    workspace: str


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person as a face shows one."""

    id: str
    name: str
    email: str = ""

    @property
    def called(self) -> str:
        return self.name or self.email


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address, as the person wrote it. `country`: ISO 3166-1 alpha-2, or empty."""

    street: str = ""
    postcode: str = ""
    city: str = ""
    region: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in an organisation (or oneself), with what the plan and the looks need to know.

    `prefers`: a channel's id, or empty. `zone`: IANA name, or empty. `languages`: the first is the one to write in.
    """

    id: str
    given: str
    family: str
    title: str = ""
    gender: Gender | None = None
    form: Form | None = None
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    address: Address = field(default_factory=Address)
    organisation: str = ""
    role: str = ""
    zone: str = ""
    languages: tuple[str, ...] = ()
    prefers: str = ""
    initials: str = ""

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}".strip()

    @property
    def email(self) -> str:
        return self.emails[0] if self.emails else ""

    @property
    def called(self) -> str:
        """What to call them by when one speaks of them: an invite may give an address alone."""
        return self.name or self.email


@dataclass(frozen=True, slots=True)
class Detail:
    """Something said in an interview. `person`: an id on the panel, or None (nobody in particular, or unknown).

    `noted`: its place among the interview's details, in the order in which they were written down.
    """

    id: str
    person: str | None
    kind: DetailKind
    by: By
    text: str
    due_on: date | None = None
    noted: int = 0


@dataclass(frozen=True, slots=True)
class Organisation:
    """A house. `also`: other names it goes by; `prefers`: a channel's id, or empty (T2.2)."""

    id: str
    name: str
    also: tuple[str, ...] = ()
    prefers: str = ""
    pace: Pace = Pace.UNKNOWN
    country: str = ""
    city: str = ""


@dataclass(frozen=True, slots=True)
class Application:
    """One person's application for one role at one organisation."""

    id: str
    organisation: Organisation
    role: str
    stage: str = ""
    pace: Pace = Pace.UNKNOWN
    decision_by: date | None = None
    promised_on: date | None = None
    outcome: str = ""
    playbook: str = ""


@dataclass(frozen=True, slots=True)
class Interview:
    """A conversation with a panel. `ends_at` is None while nobody has said when it ends."""

    id: str
    application: Application
    starts_at: datetime
    ends_at: datetime | None
    zone: str
    panel: tuple[Person, ...] = ()
    place: str = ""
    join_url: str = ""
    language: str = ""
    cancelled: bool = False
    debriefed: bool = False


@dataclass(frozen=True, slots=True)
class Appointment:
    """When and where an interview takes place, and where its invite stands (`uid`, `sequence`: RFC 5545).

    `uid` empty: it was told by hand. `recurrence_id`: which one of a series, in ISO 8601.
    """

    starts_at: datetime
    ends_at: datetime | None
    zone: str
    place: str = ""
    join_url: str = ""
    language: str = ""
    uid: str = ""
    recurrence_id: str = ""
    sequence: int = 0
    stamped_at: datetime | None = None
    summary: str = ""


class NoteState(StrEnum):
    """A note is a draft until its author says yes; it is sent when a channel has taken it."""

    DRAFT = "draft"
    APPROVED = "approved"
    SENT = "sent"


@dataclass(frozen=True, slots=True)
class Note:
    """The text one sends. `touched`: its author has written in it; an untouched sheet is nobody's words yet."""

    id: str
    to: Person
    interview: str | None
    application: str | None
    channel: str
    language: str
    purpose: Purpose
    state: NoteState
    revision: int
    subject: str
    text: str
    touched: bool = False
    details: tuple[str, ...] = ()
    used: frozenset[str] = frozenset()
