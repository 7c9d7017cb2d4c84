"""The post between two places: what a service promises, and from which day it counts a card (T1.2, T2.1)."""

from dataclasses import dataclass, field
from datetime import date, time

from seguito.core.planning.workdays import WorkingDays
from seguito.core.reasons import Reason


@dataclass(frozen=True, slots=True)
class Transit:
    """Working days from posting to arrival, the day of posting not counted.

    `stated`: the standard that the service is held to. `earliest`: where that standard is a range. `slower`: the figure
    for nearly all the post, never less than `stated`. `share`: how much arrives within `stated`, 0 to 1.
    """

    earliest: int
    stated: int
    slower: int
    share: float | None = None


@dataclass(frozen=True, slots=True)
class PostalService:
    """A way of sending a card within one country, as a dated and sourced fact (one's own row may lack either).

    `near`, `within_region`: shorter transits inside a city or a region, where the service has them. `also`: other
    names that a person may type. `usual`: what an ordinary stamp buys there. `ended_on`: its last day.
    `collected`: when the box is emptied for the last time on a working day, where somebody told. `own`: it is the
    user's own row.
    """

    id: str
    country: str
    name: str
    transit: Transit
    source: str = ""
    seen_on: date | None = None
    near: Transit | None = None
    within_region: Transit | None = None
    saturday: bool = False
    alternate_days: bool = False
    local_holidays: bool = True
    usual: bool = False
    ended_on: date | None = None
    also: tuple[str, ...] = ()
    collected: time | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Postage:
    """How a card would travel between two places. `transit` None: nobody knows how long it takes.

    `days`: the working days that both ends share. `service`: its id, or empty when the transit was told in days.
    `collected`: when the box is emptied for the last time; None: nobody said. `seen`: the range that one's own cards
    show (experience.py), where there are enough of them.
    """

    transit: Transit | None = None
    days: WorkingDays = field(default_factory=WorkingDays)
    service: str = ""
    name: str = ""
    crosses_border: bool = False
    collected: time | None = None
    seen: Transit | None = None
    reasons: tuple[Reason, ...] = ()

    def counts_from(self, posted: date, hour: time | None = None) -> tuple[date, date]:
        """The earliest and the latest day from which a card put into the box on `posted`, at `hour`, may count.

        What comes after the last collection, or on a day without one, counts from the next working day. Without an
        hour both are possible; where nobody knows when the box is emptied, the day itself is taken.
        """
        if self.collected is None:
            return posted, posted
        following = self.days.after(posted, 1)
        if not self.days.holds(posted):
            return following, following
        if hour is None:
            return posted, following
        day = posted if hour <= self.collected else following
        return day, day

    def arrival(self, posted: date, hour: time | None = None) -> tuple[date, date] | None:
        """The first and the last day on which a card posted then is expected; None where the transit is unknown."""
        expected = self.seen or self.transit
        if expected is None:
            return None
        first, last = self.counts_from(posted, hour)
        return self.days.after(first, expected.earliest), self.days.after(last, expected.slower)
