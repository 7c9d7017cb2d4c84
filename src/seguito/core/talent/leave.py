"""Somebody's leave to be in the file: given, until when, and what follows its end.

Law: GDPR art. 6 and 17; Codice privacy, art. 111-bis (the notice is due at the first contact after a CV that nobody
asked for). Italy fixes no term; France's regulator names two years, which is the default here.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

KEEP_YEARS = 2
WARN_BEFORE = timedelta(days=30)
LEAST_WARNING = timedelta(days=7)  # a machine that was off for months warns first, and erases a week later


class Leave(StrEnum):
    """`closed`: neither shown nor ranked; one renewal may be asked. `none`: nobody has asked yet."""

    GIVEN = "given"
    NONE = "none"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Consent:
    """`words`: by which it was given. `asked_on`: when a renewal was asked. `ended_on`: when it was withdrawn."""

    given_on: date | None = None
    until: date | None = None
    words: str = ""
    asked_on: date | None = None
    ended_on: date | None = None

    def stands(self, today: date) -> Leave:
        if self.ended_on is not None and self.ended_on <= today:
            return Leave.CLOSED
        if self.until is None:
            return Leave.NONE
        return Leave.GIVEN if today <= self.until else Leave.CLOSED

    def may_ask(self, today: date) -> bool:
        """Whether a renewal may be asked: once, and not of somebody who withdrew."""
        return self.stands(today) is not Leave.GIVEN and self.ended_on is None and self.asked_on is None


def years_after(day: date, years: int) -> date:
    """The same day so many years later; of a leap day, the last of February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def kept_until(added_on: date, consent_until: date | None) -> date:
    """The last day on which the file may be kept: two years, or as long as its owner said."""
    return max(years_after(added_on, KEEP_YEARS), consent_until or added_on)


def to_be_warned_of(keep_until: date, today: date) -> bool:
    """Whether its end is near enough to be told."""
    return keep_until < today + WARN_BEFORE


def to_be_erased(keep_until: date, warned_on: date | None, today: date) -> bool:
    """Whether a file's time is over, and its end was told at least a week ago."""
    return keep_until < today and warned_on is not None and today - warned_on >= LEAST_WARNING
