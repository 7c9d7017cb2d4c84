"""From the facts of one interview to everything that should follow it (T1, T2)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from seguito.core.planning.channel import ChannelAdvice, ChannelFacts, choose_channel
from seguito.core.planning.chase import nudges
from seguito.core.planning.facts import InterviewFacts, OnItsWay, Panelist
from seguito.core.planning.follow_up import FollowUp, Kind, key_of
from seguito.core.planning.later import morning_offers
from seguito.core.planning.outcomes import outlives
from seguito.core.planning.post import CardPlan, card_plan, chance_of
from seguito.core.planning.postage import Postage
from seguito.core.planning.promises import promises_of_mine
from seguito.core.planning.steps import arrival_step, call_step, debrief_step, note_step
from seguito.core.planning.windows import Window, at, elapsed, email_window, end_of
from seguito.core.playbooks import Channel, Playbook
from seguito.core.reasons import Reason
from seguito.errors import N_


def plan_interview(facts: InterviewFacts, playbook: Playbook, now: datetime) -> tuple[FollowUp, ...]:
    """Everything still to do after this interview, in the order in which its windows open.

    What is in `facts.done` is left out, so is everything once the interview is cancelled, and most of it once something
    has come of the application: a follow-up that is kept and planned no more has been superseded. `now`
    matters only as the day from which a card can still be posted.
    """
    if facts.cancelled:
        return ()
    planned = [*_debrief(facts, playbook)]
    for person in facts.panel:
        planned += _to_person(facts, person, playbook, now)
    planned += promises_of_mine(facts, playbook)
    planned += nudges(facts, playbook)
    todo = (one for one in planned if one.key not in facts.done and outlives(one.kind, facts.outcome))
    order = tuple(Kind)
    return tuple(sorted(todo, key=lambda one: (one.window.opens_at, order.index(one.kind))))


def advice_for(
    facts: InterviewFacts, person: Panelist, playbook: Playbook, now: datetime
) -> tuple[ChannelAdvice, CardPlan]:
    """How to write to this person, and a card's dates whatever the advice (T2)."""
    today = _first_day(facts, person.postage, now)
    within = playbook.card.arrives_within
    card = card_plan(facts.ended_on, today, within, person.postage, facts.decision_on, person.posted)
    known = ChannelFacts(
        interview_on=facts.ended_on,
        decision_on=facts.decision_on,
        pace=facts.pace,
        person_prefers=person.prefers,
        organisation_prefers=facts.organisation_prefers,
        has_email=person.has_email,
        wants_no_email=person.wants_no_email,
        card=chance_of(facts.ended_on, today, person.postage, card, facts.decision_on, person.posted),
        crosses_border=person.postage.crosses_border,
        chosen=person.chosen,
    )
    return choose_channel(known, playbook), card


def _first_day(facts: InterviewFacts, postage: Postage, now: datetime) -> date:
    """The first day on which a card can be in a box that is still emptied that day."""
    ended, here = facts.end.astimezone(facts.zone), now.astimezone(facts.zone)
    since = here.date() if facts.known_since is None else facts.known_since
    missed = [one.date() for one in (ended, here) if postage.collected and one.time() > postage.collected]
    first = max(since, ended.date())
    return first + timedelta(days=1) if first in missed else first


def _debrief(facts: InterviewFacts, playbook: Playbook) -> Iterator[FollowUp]:
    """Notes are written from it, so it closes when their e-mails do."""
    yield FollowUp(
        kind=Kind.DEBRIEF,
        key=key_of(Kind.DEBRIEF, facts.id),
        window=Window(
            opens_at=facts.end.astimezone(UTC),
            best_until=elapsed(facts.end, playbook.debrief.best_until),
            closes_at=elapsed(facts.end, playbook.email.closes_after),
        ),
        reasons=(playbook.reason("debrief", "T1.3"),),
        next_step=debrief_step(facts.id),
        interview=facts.id,
        application=facts.application,
        people=tuple(person.id for person in facts.panel if person.id),
    )


def _to_person(facts: InterviewFacts, person: Panelist, playbook: Playbook, now: datetime) -> Iterator[FollowUp]:
    advice, card = advice_for(facts, person, playbook, now)
    if advice.channel is not Channel.CARD:
        yield _note(facts, person, playbook, advice)
    if advice.call:
        yield _call(facts, person, playbook, advice, card)
    if advice.channel is not Channel.EMAIL and person.posted is None:
        yield _card(facts, person, playbook, advice, card)
    if person.on_its_way:
        yield _arrival(facts, person, person.on_its_way, playbook)


def _note(facts: InterviewFacts, person: Panelist, playbook: Playbook, advice: ChannelAdvice) -> FollowUp:
    window = email_window(facts.end, playbook.email)
    return FollowUp(
        kind=Kind.NOTE,
        key=key_of(Kind.NOTE, facts.id, person.id),
        window=window,
        reasons=(playbook.reason("email", "T1.1"), *advice.reasons),
        next_step=note_step(facts, person, "email"),
        interview=facts.id,
        application=facts.application,
        people=_people(person),
        offers=morning_offers(facts, person, playbook, window),
    )


def _card(
    facts: InterviewFacts, person: Panelist, playbook: Playbook, advice: ChannelAdvice, card: CardPlan
) -> FollowUp:
    why = playbook.reason("card", "T1.2")
    return FollowUp(
        kind=Kind.CARD,
        key=key_of(Kind.CARD, facts.id, person.id),
        window=_card_window(facts, person, playbook, card),
        reasons=(why, *advice.reasons, *card.reasons, *_when_it_stays(person, card)),
        next_step=note_step(facts, person, "card"),
        interview=facts.id,
        application=facts.application,
        people=_people(person),
    )


def _arrival(facts: InterviewFacts, person: Panelist, card: OnItsWay, playbook: Playbook) -> FollowUp:
    """On the day by which a posted card should be there, one may say whether it is."""
    expected = Reason("T1.2", N_("By what its service promises, it is there by {day}."), {"day": card.expected_by})
    return FollowUp(
        kind=Kind.CARD,
        key=key_of(Kind.CARD, facts.id, person.id, "there"),
        window=Window(at(card.expected_by, playbook.later.morning, facts.zone)),
        reasons=(expected,),
        next_step=arrival_step(card.note, person),
        interview=facts.id,
        application=facts.application,
        people=_people(person),
    )


def _card_window(facts: InterviewFacts, person: Panelist, playbook: Playbook, card: CardPlan) -> Window:
    """Open from when the e-mail is; best until the last safe day of posting, closed after the last one: with its last
    collection where one knows when that is.

    Where nobody knows how long the post takes, it is best posted by the next working day, and nothing closes it. A card
    that comes too late in any case is a courtesy: nothing presses.
    """
    opens_at = elapsed(facts.end, playbook.email.opens_after)

    def close_of(day: date) -> datetime:
        emptied = person.postage.collected
        return max(opens_at, at(day, emptied, facts.zone) if emptied else end_of(day, facts.zone))

    if card.post_by:
        return Window(opens_at, close_of(card.safe_post_by or card.post_by), close_of(card.post_by))
    if person.postage.transit is None and not person.postage.crosses_border:
        return Window(opens_at, close_of(person.postage.days.after(facts.ended_on, 1)))
    return Window(opens_at)


def _when_it_stays(person: Panelist, card: CardPlan) -> tuple[Reason, ...]:
    """What can still be done when the last day of posting passes."""
    if card.post_by is None or not person.has_email or person.wants_no_email:
        return ()
    message = N_("Not posted by {post_by}, it comes too late: then an e-mail is what can still be done.")
    return (Reason("T1.2", message, {"post_by": card.post_by}),)


def _call(
    facts: InterviewFacts, person: Panelist, playbook: Playbook, advice: ChannelAdvice, card: CardPlan
) -> FollowUp:
    """Best within the hours in which an e-mail would have gone; late once even a card would be."""
    best_until = elapsed(facts.end, playbook.email.closes_after)
    closes_at = max(best_until, end_of(card.must_arrive_by, facts.zone))
    return FollowUp(
        kind=Kind.CALL,
        key=key_of(Kind.CALL, facts.id, person.id),
        window=Window(elapsed(facts.end, playbook.email.opens_after), best_until, closes_at),
        reasons=advice.reasons,
        next_step=call_step(facts.id, person),
        interview=facts.id,
        application=facts.application,
        people=_people(person),
    )


def _people(person: Panelist) -> tuple[str, ...]:
    return (person.id,) if person.id else ()
