"""How advice is shown: its JSON, and its lines for a person."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from seguito.actions.advise import Answer
from seguito.core.planning.due import first_things_first, state_at
from seguito.core.planning.follow_up import FollowUp
from seguito.core.planning.post import CardPlan
from seguito.core.planning.windows import EmailState
from seguito.core.playbooks import Channel
from seguito.core.reasons import Reason
from seguito.errors import N_
from seguito.reference.places import Place
from seguito.speech import Speaker

_CHANNELS = {
    Channel.EMAIL: N_("By e-mail."),
    Channel.CARD: N_("By hand, on a card."),
    Channel.BOTH: N_("By e-mail now, and a card as well."),
}
_STATES = {
    EmailState.TOO_EARLY: N_("It opens in {time}: until then, write down what was said."),
    EmailState.BEST: N_("Now is the best time, for {time} more."),
    EmailState.OPEN: N_("It is still in time, for {time} more."),
    EmailState.CLOSED: N_("It closed {time} ago: send it all the same, and say that it is late."),
}
_WIDTH = 15
_SATURDAY = 5  # weekends go without saying; JSON lists them


def document(answer: Answer, speaker: Speaker, now: datetime) -> dict[str, Any]:
    """The contract's answer. `zone`, `playbook`, `from`, `to` and the reasons of the two channels are ours."""
    follow_ups = first_things_first(answer.follow_ups, now)
    return {
        "channel": answer.channel.channel,
        "reasons": _reasons(answer.channel.reasons, speaker),
        "call": answer.channel.call,
        "email": _email(answer, speaker),
        "card": _card(answer, answer.card, speaker) if answer.card else None,
        "nudge_on": answer.nudge_on,
        "follow_ups": [_follow_up(one, speaker, now) for one in follow_ups],
        "zone": str(speaker.zone),
        "playbook": answer.playbook.id,
        "from": _place(answer.sender),
        "to": _place(answer.reader),
    }


def _email(answer: Answer, speaker: Speaker) -> dict[str, Any]:
    return {
        "opens_at": _here(answer.email.opens_at, speaker),
        "best_until": _here(answer.email.best_until, speaker),
        "closes_at": _here(answer.email.closes_at, speaker),
        "state": answer.state,
        "reasons": _reasons([answer.playbook.reason("email", "T1.1")], speaker),
    }


def _card(answer: Answer, card: CardPlan, speaker: Speaker) -> dict[str, Any]:
    return {
        "can_arrive": card.can_arrive,
        "post_by": card.post_by,
        "safe_post_by": card.safe_post_by,
        "must_arrive_by": card.must_arrive_by,
        "arrives_between": card.arrives_between,
        "before_decision": card.before_decision,
        "service": answer.postage.service or None,
        "crosses_border": answer.postage.crosses_border,
        "confidence": card.confidence,
        "accounted_for": [{"date": day, "why": speaker.reason(why)} for day, why in card.accounted_for],
        "reasons": _reasons([answer.playbook.reason("card", "T1.2"), *card.reasons], speaker),
    }


def _follow_up(follow_up: FollowUp, speaker: Speaker, now: datetime) -> dict[str, Any]:
    window, step = follow_up.window, follow_up.next_step
    return {
        "id": follow_up.key.lstrip("/"),
        "kind": follow_up.kind,
        "about": {"interview": None, "application": None, "people": []},
        "opens_at": _here(window.opens_at, speaker),
        "best_until": _here(window.best_until, speaker),
        "closes_at": _here(window.closes_at, speaker),
        "state": state_at(follow_up, now),
        "next_step": {"command": step.command, "message": speaker.say(step.message, **step.values)},
        "reasons": _reasons(follow_up.reasons, speaker),
        "offers": [
            {"at": _here(offer.at, speaker), "tip": offer.reason.tip, "message": speaker.reason(offer.reason)}
            for offer in follow_up.offers
        ],
    }


def lines(answer: Answer, speaker: Speaker, now: datetime) -> Iterator[str]:
    """The advice first, then the two windows, then what comes first; each with its reason and the tip it stands on."""
    yield speaker.text(_CHANNELS[answer.channel.channel])
    yield from _because(answer.channel.reasons, speaker)
    yield ""
    if answer.channel.channel is not Channel.CARD:
        yield from _email_lines(answer, speaker, now)
        yield ""
    if answer.card:
        yield from _card_lines(answer, answer.card, speaker)
        yield ""
    if answer.nudge_on:
        yield speaker.say(N_("If they are silent, ask on {day}."), day=answer.nudge_on)
        yield ""
    first = first_things_first(answer.follow_ups, now)[:1]
    for follow_up in first:
        yield speaker.say(
            N_("First: {step}"), step=speaker.say(follow_up.next_step.message, **follow_up.next_step.values)
        )


def _email_lines(answer: Answer, speaker: Speaker, now: datetime) -> Iterator[str]:
    window = answer.email
    yield speaker.text(N_("E-mail"))
    yield _row(N_("opens"), speaker.moment(window.opens_at), speaker)
    for label, instant in ((N_("best until"), window.best_until), (N_("closes"), window.closes_at)):
        if instant:
            yield _row(label, speaker.moment(instant), speaker)
    edge = {
        EmailState.TOO_EARLY: window.opens_at,
        EmailState.BEST: window.best_until,
        EmailState.OPEN: window.closes_at,
        EmailState.CLOSED: window.closes_at,
    }[answer.state]
    if edge:
        yield "  " + speaker.say(_STATES[answer.state], time=abs(edge - now))
    yield from _because([answer.playbook.reason("email", "T1.1")], speaker)
    for follow_up in answer.follow_ups:
        yield from _because([offer.reason for offer in follow_up.offers], speaker)


def _card_lines(answer: Answer, card: CardPlan, speaker: Speaker) -> Iterator[str]:
    name = answer.postage.name
    yield speaker.say(N_("Card, by {service}"), service=name) if name else speaker.text(N_("Card"))
    if card.safe_post_by or card.post_by:
        yield _row(N_("post by"), speaker.day(card.safe_post_by or card.post_by or card.must_arrive_by), speaker)
    if card.arrives_between:
        first, last = card.arrives_between
        told = speaker.day(first) if first == last else speaker.say(N_("{first} to {last}"), first=first, last=last)
        yield _row(N_("arrives"), told, speaker)
    if card.confidence is not None:
        yield _row(
            N_("confidence"), speaker.say(N_("{share} % by the first day"), share=round(card.confidence * 100)), speaker
        )
    yield _row(N_("at the latest"), speaker.day(card.must_arrive_by), speaker)
    if card.before_decision is not None:
        message = N_("They have it before they decide.") if card.before_decision else N_("They may decide without it.")
        yield "  " + speaker.text(message)
    yield from _because([answer.playbook.reason("card", "T1.2"), *card.reasons], speaker)
    for day, why in (*card.not_emptied, *card.accounted_for):
        if day.weekday() < _SATURDAY:
            yield "  " + speaker.say(N_("not counted: {day}, {why}"), day=day, why=why)


def _row(label: str, told: str, speaker: Speaker) -> str:
    return f"  {speaker.text(label):<{_WIDTH}}{told}"


def _because(reasons: Iterable[Reason], speaker: Speaker) -> Iterator[str]:
    for reason in reasons:
        yield f"  {reason.tip}  {speaker.reason(reason)}"


def _reasons(reasons: Iterable[Reason], speaker: Speaker) -> list[dict[str, str]]:
    return [{"tip": reason.tip, "message": speaker.reason(reason)} for reason in reasons]


def _here(instant: datetime | None, speaker: Speaker) -> datetime | None:
    return instant.astimezone(speaker.zone) if instant else None


def _place(place: Place | None) -> dict[str, str | None] | None:
    if place is None:
        return None
    return {"city": place.city, "region": place.region or None, "country": place.country}
