"""Working back from arrival: the day by which a card must be in the box (T1.2, T2.1)."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from seguito.core.planning.postage import Postage
from seguito.core.reasons import Reason
from seguito.errors import N_


class Chance(StrEnum):
    """What may become of a card that is posted by the next working day."""

    UNKNOWN = "unknown"
    IN_TIME = "in_time"
    TOO_LATE = "too_late"
    AFTER_DECISION = "after_decision"


@dataclass(frozen=True, slots=True)
class Posted:
    """When a card was put into the box; `at`: the hour there, None where nobody said."""

    on: date
    at: time | None = None


@dataclass(frozen=True, slots=True)
class CardPlan:
    """A card's dates. `post_by`: the last day whose transit still ends in time, or None.

    `safe_post_by`: the last *working* day up to then: a box is not emptied on the others everywhere.
    `arrives_between`: by the stated and by the slower figure, when posted on the day told, else on `post_by`.
    `before_decision`: whether the slower figure lies before the day of the decision; None where either is unknown.
    `accounted_for`: every day that was not counted between posting and arrival, and why; `not_emptied`: those between
    `safe_post_by` and `post_by`.
    """

    can_arrive: bool
    must_arrive_by: date
    post_by: date | None = None
    safe_post_by: date | None = None
    arrives_between: tuple[date, date] | None = None
    before_decision: bool | None = None
    confidence: float | None = None
    accounted_for: tuple[tuple[date, Reason], ...] = ()
    not_emptied: tuple[tuple[date, Reason], ...] = ()
    reasons: tuple[Reason, ...] = ()


def latest_posting_day(first: date, close: date, postage: Postage) -> date | None:
    """The last day from `first` on from which the stated transit ends by `close`, that day included (T1.2).

    The day of posting is not counted, and a box is taken to be emptied after one was there. None when `first` itself is
    too late, or the transit is not known.
    """
    day = close
    while postage.transit and day >= first:
        if _stated(day, postage, time.min) <= close:
            return day
        day -= timedelta(days=1)
    return None


def card_plan(
    interview_on: date,
    today: date,
    within: timedelta,
    postage: Postage,
    decision_on: date | None = None,
    posted: Posted | None = None,
) -> CardPlan:
    """The dates of a card after an interview that ended on `interview_on`, to be there `within` that (T1.2)."""
    close = interview_on + within
    if postage.transit is None:
        return CardPlan(can_arrive=False, must_arrive_by=close, reasons=postage.reasons)
    first = max(interview_on, today)
    post_by = latest_posting_day(first, close, postage)
    posting = posted or (Posted(post_by, time.min) if post_by else None)
    between = postage.arrival(posting.on, posting.at) if posting else None
    in_time = posted is not None and _stated(posted.on, postage, posted.at) <= close
    safe = postage.days.latest(first, post_by) if post_by else None
    return CardPlan(
        can_arrive=post_by is not None or in_time,
        must_arrive_by=close,
        post_by=post_by,
        safe_post_by=safe,
        arrives_between=between,
        before_decision=_latest(posting, postage, between) < decision_on if posting and decision_on else None,
        confidence=postage.transit.share,
        accounted_for=postage.days.counted_out(posting.on if posting else first, between[1] if between else close),
        not_emptied=postage.days.counted_out(safe, post_by) if safe and post_by and not posted else (),
        reasons=(*_reasons(first, posted, post_by, safe, close, postage), *postage.reasons),
    )


def chance_of(
    interview_on: date, today: date, postage: Postage, plan: CardPlan, decision_on: date | None, posted: Posted | None
) -> Chance:
    """Whether a card is there by its last day, and before the decision's (T2.1).

    The last day is held against the stated standard (the slower figure alone would forbid every ordinary letter), the
    decision against the slower figure: a card that comes after it is worth nothing. Reckons with posting on the next
    working day, or earlier where that is too late.
    """
    if postage.transit is None:
        return Chance.UNKNOWN
    next_day = postage.days.after(max(interview_on, today), 1)
    posting = posted or Posted(min(plan.post_by or next_day, next_day), time.min)
    if _stated(posting.on, postage, posting.at) > plan.must_arrive_by:
        return Chance.TOO_LATE
    if decision_on and _slowest(posting, postage) >= decision_on:
        return Chance.AFTER_DECISION
    return Chance.IN_TIME


def _stated(day: date, postage: Postage, hour: time | None) -> date:
    """When it is there by the stated standard, counted from the later of the days that it may count from."""
    _, counted = postage.counts_from(day, hour)
    return postage.days.after(counted, postage.transit.stated) if postage.transit else counted


def _latest(posting: Posted, postage: Postage, between: tuple[date, date] | None) -> date:
    """The later of what the service's slower figure says and of what is shown."""
    slowest = _slowest(posting, postage)
    return max(slowest, between[1]) if between else slowest


def _slowest(posting: Posted, postage: Postage) -> date:
    """When nearly every card is there: by the service's figure, however fast one's own cards were."""
    _, counted = postage.counts_from(posting.on, posting.at)
    return postage.days.after(counted, postage.transit.slower) if postage.transit else counted


def _reasons(
    first: date, posted: Posted | None, post_by: date | None, safe: date | None, close: date, postage: Postage
) -> tuple[Reason, ...]:
    """Why these dates, as far as they call for a word."""
    if posted:
        return when_posted(posted, postage)
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
    if postage.collected:
        message = N_("The box is emptied for the last time at {hour}: what comes later counts from {day}.")
        return (Reason("T1.2", message, {"hour": postage.collected, "day": postage.days.after(post_by, 1)}),)
    return ()


def when_posted(posted: Posted, postage: Postage) -> tuple[Reason, ...]:
    """Why a card that was posted then counts from another day, or may."""
    earliest, latest = postage.counts_from(posted.on, posted.at)
    values = {"hour": postage.collected, "day": latest, "posted_on": posted.on}
    if why := postage.days.why_not(posted.on):
        if postage.collected:
            message = N_("{posted_on} is {why}, without a collection: it counts from {day}.")
        else:
            message = N_("{posted_on} is {why}: where the box is emptied only later, everything moves with it.")
        return (Reason("T1.2", message, {**values, "why": why}),)
    if earliest != latest:
        message = N_(
            "After the last collection at {hour} it counts from {day}; nobody said at what time it was posted."
        )
        return (Reason("T1.2", message, values),)
    if latest != posted.on:
        message = N_("Posted after the last collection at {hour}, it counts from {day}.")
        return (Reason("T1.2", message, values),)
    return ()
