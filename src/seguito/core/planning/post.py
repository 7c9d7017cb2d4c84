"""Post: what a service promises, and the day by which a card must be in the box (T1.2, T2.1)."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from seguito.core.planning.workdays import WorkingDays
from seguito.core.reasons import Reason
from seguito.errors import N_


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
    """A way of sending a card within one country, as a dated and sourced fact.

    `near`, `within_region`: shorter transits inside a city or a region, where the service has them. `also`: other
    names that a person may type. `usual`: what an ordinary stamp buys there. `ended_on`: its last day.
    """

    id: str
    country: str
    name: str
    transit: Transit
    source: str
    seen_on: date
    near: Transit | None = None
    within_region: Transit | None = None
    saturday: bool = False
    alternate_days: bool = False
    local_holidays: bool = True
    usual: bool = False
    ended_on: date | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Postage:
    """How a card would travel between two places. `transit` None: nobody knows how long it takes.

    `days`: the working days that both ends share. `service`: its id, or empty when the transit was told in days.
    """

    transit: Transit | None = None
    days: WorkingDays = field(default_factory=WorkingDays)
    service: str = ""
    name: str = ""
    crosses_border: bool = False
    reasons: tuple[Reason, ...] = ()


class Chance(StrEnum):
    """What may become of a card that is posted by the next working day."""

    UNKNOWN = "unknown"
    IN_TIME = "in_time"
    TOO_LATE = "too_late"
    AFTER_DECISION = "after_decision"


@dataclass(frozen=True, slots=True)
class CardPlan:
    """A card's dates. `post_by`: the last day whose transit still ends in time, or None.

    `safe_post_by`: the last *working* day up to then: a box is not emptied on the others everywhere.
    `arrives_between`: by the stated and by the slower figure, when posted on the day told, else on `post_by`.
    `before_decision`: whether the slower figure lies before the day of the decision; None where either is unknown.
    `accounted_for`: every day that was not counted, and why.
    """

    can_arrive: bool
    must_arrive_by: date
    post_by: date | None = None
    safe_post_by: date | None = None
    arrives_between: tuple[date, date] | None = None
    before_decision: bool | None = None
    confidence: float | None = None
    accounted_for: tuple[tuple[date, Reason], ...] = ()
    reasons: tuple[Reason, ...] = ()


def arrival(posted: date, transit: Transit, days: WorkingDays) -> tuple[date, date]:
    """The first and the last day on which a card posted on `posted` is expected."""
    return days.after(posted, transit.earliest), days.after(posted, transit.slower)


def latest_posting_day(first: date, close: date, postage: Postage) -> date | None:
    """The last day from `first` on from which the stated transit ends by `close`, that day included (T1.2).

    The day of posting is not counted. None when `first` itself is too late, or the transit is not known.
    """
    if postage.transit is None:
        return None
    day = close
    while day >= first:
        if postage.days.after(day, postage.transit.stated) <= close:
            return day
        day -= timedelta(days=1)
    return None


def card_plan(
    interview_on: date,
    today: date,
    within: timedelta,
    postage: Postage,
    decision_on: date | None = None,
    posted_on: date | None = None,
) -> CardPlan:
    """The dates of a card after an interview that ended on `interview_on`, to be there `within` that (T1.2)."""
    close = interview_on + within
    if postage.transit is None:
        return CardPlan(can_arrive=False, must_arrive_by=close, reasons=postage.reasons)
    first = max(interview_on, today)
    post_by = latest_posting_day(first, close, postage)
    posting = posted_on or post_by
    between = arrival(posting, postage.transit, postage.days) if posting else None
    in_time = bool(posted_on) and postage.days.after(posted_on or first, postage.transit.stated) <= close
    safe = postage.days.latest(first, post_by) if post_by else None
    return CardPlan(
        can_arrive=post_by is not None or in_time,
        must_arrive_by=close,
        post_by=post_by,
        safe_post_by=safe,
        arrives_between=between,
        before_decision=between[1] < decision_on if between and decision_on else None,
        confidence=postage.transit.share,
        accounted_for=postage.days.counted_out(posting or first, between[1] if between else close),
        reasons=(*_reasons(first, posted_on, post_by, safe, close, postage), *postage.reasons),
    )


def chance_of(
    interview_on: date, today: date, postage: Postage, plan: CardPlan, decision_on: date | None, posted_on: date | None
) -> Chance:
    """Whether a card is there by its last day, and before the decision's (T2.1).

    The last day is held against the stated standard (the slower figure alone would forbid every ordinary letter), the
    decision against the slower figure: a card that comes after it is worth nothing. Reckons with posting on the next
    working day, or earlier where that is too late.
    """
    if postage.transit is None:
        return Chance.UNKNOWN
    next_day = postage.days.after(max(interview_on, today), 1)
    posting = posted_on or min(plan.post_by or next_day, next_day)
    if postage.days.after(posting, postage.transit.stated) > plan.must_arrive_by:
        return Chance.TOO_LATE
    if decision_on and arrival(posting, postage.transit, postage.days)[1] >= decision_on:
        return Chance.AFTER_DECISION
    return Chance.IN_TIME


def _reasons(
    first: date, posted_on: date | None, post_by: date | None, safe: date | None, close: date, postage: Postage
) -> tuple[Reason, ...]:
    """Why these dates, as far as they call for a word."""
    if posted_on:
        if (why := postage.days.why_not(posted_on)) is None:
            return ()
        return (
            Reason(
                "T1.2",
                N_("{day} is {why}: where the box is emptied only later, everything moves with it."),
                {"day": posted_on, "why": why},
            ),
        )
    if post_by is None:
        message = N_("Posted on {first} or later, it would arrive after {close}.")
        return (Reason("T1.2", message, {"first": first, "close": close}),)
    if safe is not None and safe != post_by:
        return (
            Reason(
                "T1.2",
                N_("Boxes are not emptied everywhere between {safe} and {post_by}: the earlier day is the safe one."),
                {"safe": safe, "post_by": post_by},
            ),
        )
    return ()
