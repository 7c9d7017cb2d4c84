"""The strip of days: the e-mail's window, the card's last posting day, its arrival, the decision, side by side.

So that “post by Thursday” is seen, not believed. Places are per cent of the width.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from seguito.core.planning.post import CardPlan
from seguito.errors import N_
from seguito.speech import Speaker

_LONGEST = 16  # days: more would not be read on a phone


@dataclass(frozen=True, slots=True)
class Day:
    x: float
    middle: float
    number: int
    letter: str
    is_today: bool
    is_weekend: bool


@dataclass(frozen=True, slots=True)
class Bar:
    x: float
    width: float
    end: float


@dataclass(frozen=True, slots=True)
class Fact:
    """A line of the key: `sign` is the colour's class."""

    sign: str
    name: str
    says: str


@dataclass(frozen=True, slots=True)
class Strip:
    days: tuple[Day, ...]
    day_width: float
    email: Bar
    post: Bar
    arrives: Bar | None
    flight: str
    close: float
    decision: float | None
    facts: tuple[Fact, ...]


def strip(
    ended: datetime, closes: datetime, card: CardPlan, decision: date | None, now: datetime, speaker: Speaker
) -> Strip | None:
    """None where no card can arrive: then there is nothing to weigh."""
    if card.post_by is None or card.arrives_between is None:
        return None
    first = ended.date()
    last = max(filter(None, (card.must_arrive_by, card.arrives_between[1], decision)))
    count = min((last - first).days + 1, _LONGEST)
    scale = _Scale(first, count)
    posted = scale.of(card.post_by + timedelta(days=1))
    arrives = scale.of(card.arrives_between[0]), scale.of(card.arrives_between[1] + timedelta(days=1))
    return Strip(
        days=tuple(scale.days(now.date(), speaker)),
        day_width=round(100 / count, 2),
        email=_bar(scale.at(ended), scale.at(closes)),
        post=_bar(scale.at(ended), posted),
        arrives=_bar(*arrives),
        flight=_flight(posted, arrives[0]),
        close=scale.of(card.must_arrive_by + timedelta(days=1)),
        decision=scale.middle(decision) if decision and (decision - first).days < count else None,
        facts=tuple(_facts(closes, card, decision, speaker)),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    count: int

    def of(self, day: date) -> float:
        return round(min(max((day - self.first).days * 100 / self.count, 0), 100), 2)

    def middle(self, day: date) -> float:
        return round(((day - self.first).days + 0.5) * 100 / self.count, 2)

    def at(self, instant: datetime) -> float:
        midnight = datetime.combine(instant.date(), time(), instant.tzinfo)
        share = (instant - midnight).total_seconds() / 86_400
        return round(min(self.of(instant.date()) + share * 100 / self.count, 100), 2)

    def days(self, today: date, speaker: Speaker) -> Iterable[Day]:
        for place in range(self.count):
            day = self.first + timedelta(days=place)
            yield Day(
                self.of(day),
                self.middle(day),
                day.day,
                speaker.short_day(day)[0].upper(),
                day == today,
                day.weekday() > 4,
            )


def _bar(start: float, end: float) -> Bar:
    return Bar(start, round(max(end - start, 0.8), 2), end)


def _flight(posted: float, arrives: float) -> str:
    """The arc from the box to the door, in the drawing's own thousandths."""
    a, b = round(posted * 10), round(arrives * 10)
    third = (b - a) // 4
    return f"M{a} 47C{a + third} -12 {b - third} -12 {b} 47"


def _facts(closes: datetime, card: CardPlan, decision: date | None, speaker: Speaker) -> Iterable[Fact]:
    yield Fact(
        "e",
        speaker.text(N_("E-mail")),
        speaker.say(N_("closes {when}"), when=f"{speaker.short_day(closes.date())}, {closes:%H:%M}"),
    )
    if card.post_by:
        yield Fact("", speaker.text(N_("Last posting day")), speaker.short_day(card.safe_post_by or card.post_by))
    if card.arrives_between:
        first, last = card.arrives_between
        days = (speaker.short_day(first), speaker.short_day(last))
        told = days[0] if first == last else speaker.say(N_("{first} to {last}"), first=days[0], last=days[1])
        yield Fact("a", speaker.text(N_("Then it arrives")), told)
    yield Fact("w", speaker.text(N_("It should be there by")), speaker.short_day(card.must_arrive_by))
    if decision:
        yield Fact("d", speaker.text(N_("They decide")), speaker.short_day(decision))
