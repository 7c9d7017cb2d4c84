"""How a plan is shown: its JSON, and its lines for a person."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from seguito.actions.plan import Planned, Standing
from seguito.cli.shapes import Shape
from seguito.core.planning.follow_up import FollowUpState, Kind
from seguito.errors import N_
from seguito.speech import Speaker

KINDS = {
    Kind.DEBRIEF: N_("Debrief"),
    Kind.NOTE: N_("Note"),
    Kind.CALL: N_("Call"),
    Kind.CARD: N_("Card"),
    Kind.PROMISE: N_("Promise"),
    Kind.NUDGE: N_("Question after a silence"),
    Kind.GRACIOUS_NO: N_("Thanks after a no"),
    Kind.CHECK_IN: N_("Check-in"),
}
_STATES = {
    FollowUpState.WAITING: N_("opens {opens}"),
    FollowUpState.OPEN: N_("open"),
    FollowUpState.BEST: N_("best now"),
    FollowUpState.LATE: N_("late"),
    FollowUpState.DONE: N_("done"),
    FollowUpState.SUPERSEDED: N_("no longer planned"),
    FollowUpState.CANCELLED: N_("cancelled"),
}


def follow_up_shape(standing: Standing, speaker: Speaker) -> Shape:
    planned, follow_up = standing.planned, standing.planned.follow_up
    window, step = follow_up.window, follow_up.next_step
    return {
        "id": planned.id,
        "kind": follow_up.kind,
        "about": {
            "interview": follow_up.interview or None,
            "application": follow_up.application or None,
            "people": [{"id": one.id, "name": one.name or one.email, "email": one.email} for one in planned.people],
        },
        "opens_at": _here(window.opens_at, speaker),
        "best_until": _here(window.best_until, speaker),
        "closes_at": _here(window.closes_at, speaker),
        "state": standing.state,
        "next_step": {"command": step.command, "message": speaker.say(step.message, **step.values)},
        "reasons": [{"tip": reason.tip, "message": speaker.reason(reason)} for reason in follow_up.reasons],
        "offers": [
            {"at": _here(offer.at, speaker), "tip": offer.reason.tip, "message": speaker.reason(offer.reason)}
            for offer in follow_up.offers
        ],
    }


def plan_lines(standings: Iterable[Standing], speaker: Speaker, reasons: bool) -> Iterator[str]:
    """One follow-up: what and for whom, its window, the next step; its reasons where they are asked for."""
    for standing in standings:
        yield from _lines(standing, speaker, reasons)


def title_of(planned: Planned, speaker: Speaker) -> str:
    """What is to be done, and for whom."""
    people = speaker.listed(one.name or one.email for one in planned.people)
    what = speaker.text(KINDS[planned.follow_up.kind])
    return f"{what}, {people}" if people else what


def _lines(standing: Standing, speaker: Speaker, reasons: bool) -> Iterator[str]:
    planned, follow_up = standing.planned, standing.planned.follow_up
    window = follow_up.window
    state = speaker.say(_STATES[standing.state], opens=_when(window.opens_at, speaker))
    yield f"{title_of(planned, speaker)}: {state}"
    if standing.state in (FollowUpState.DONE, FollowUpState.SUPERSEDED, FollowUpState.CANCELLED):
        return
    if window.best_until and standing.state is not FollowUpState.LATE:
        yield "  " + speaker.say(N_("best until {best}"), best=_when(window.best_until, speaker))
    if window.closes_at:
        closes = N_("closed {closes}") if standing.state is FollowUpState.LATE else N_("closes {closes}")
        yield "  " + speaker.say(closes, closes=_when(window.closes_at, speaker))
    if reasons:
        for reason in follow_up.reasons:
            yield f"  {reason.tip:<5} {speaker.reason(reason)}"
        for offer in follow_up.offers:
            yield f"  {offer.reason.tip:<5} {speaker.reason(offer.reason)}"
    yield "  → " + speaker.say(follow_up.next_step.message, **follow_up.next_step.values)
    yield f"    {follow_up.next_step.command}"


def _here(instant: datetime | None, speaker: Speaker) -> datetime | None:
    return instant.astimezone(speaker.zone) if instant else None


def _when(instant: datetime, speaker: Speaker) -> str:
    return speaker.moment(instant)
