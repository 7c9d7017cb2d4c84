"""What an invitation says, as values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum

from seguito.calendars.people import Invitee, LeftOut


class Status(StrEnum):
    """Does the event take place? An invite that says nothing confirms."""

    CONFIRMED = "confirmed"
    TENTATIVE = "tentative"
    CANCELLED = "cancelled"


class Kind(StrEnum):
    """What the start was written as: an instant, a clock in a named zone, a clock in no zone, a day."""

    UTC = "utc"
    ZONED = "zoned"
    FLOATING = "floating"
    DATE = "date"


class Need(StrEnum):
    """What an invite leaves open and a person must be asked."""

    END = "end"
    ZONE = "zone"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something in an invite that was read in one of several ways. `message` is a gettext id with `{named}` places."""

    code: str
    message: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Invited:
    """One event of an invite.

    `starts_at` is aware, in `zone` (an IANA name or "UTC"), and midnight for a day; None only where a cancellation
    gives none. `ends_at`: None where it must be asked. `uid` is made from the event where it has none: the same file
    gives the same one. `recurrence_id`: which one of a series. `method`: iTIP's, empty where nothing said it.
    `language`: of the texts, as far as the invite tells. `people`: who was there to talk to.
    """

    uid: str
    sequence: int
    recurrence_id: datetime | date | None
    dtstamp: datetime | None
    method: str
    status: Status
    summary: str
    starts_at: datetime | None
    ends_at: datetime | None
    zone: str
    kind: Kind
    all_day: bool
    place: str
    join_url: str
    organiser: Invitee | None
    people: tuple[Invitee, ...]
    left_out: tuple[LeftOut, ...]
    description: str
    language: str
    needs: tuple[Need, ...]

    @property
    def key(self) -> tuple[str, str]:
        """What tells this event from others, in whatever zone its instance is written: the uid and the instance."""
        which = self.recurrence_id
        if isinstance(which, datetime):
            which = which.astimezone(UTC)
        return self.uid, which.isoformat() if which else ""

    @property
    def version(self) -> tuple[int, datetime]:
        """The later of two versions of one event is the greater: Google sends a new DTSTAMP with the old SEQUENCE."""
        return self.sequence, self.dtstamp or datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything in one invite's file, in its order, the newest version of each event alone."""

    interviews: tuple[Invited, ...]
    warnings: tuple[Oddity, ...]
