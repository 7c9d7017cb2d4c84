"""Follow-ups as the page shows them: what, for whom, until when, and where the next step is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from seguito.actions.plan import Standing
from seguito.core.planning.follow_up import FollowUpState, Kind
from seguito.errors import N_
from seguito.speech import Speaker

_ASKS = {
    Kind.DEBRIEF: N_("Write down what was said, while you still hear it"),
    Kind.NOTE: N_("Write to {people}"),
    Kind.CALL: N_("Call {people}"),
    Kind.CARD: N_("A card for {people}"),
    Kind.PROMISE: N_("Keep what you promised"),
    Kind.NUDGE: N_("Ask {people} where things stand"),
    Kind.GRACIOUS_NO: N_("Thank {people}, and stay in touch"),
    Kind.CHECK_IN: N_("Write to {people} again"),
}
STATES = {
    FollowUpState.WAITING: N_("waits"),
    FollowUpState.OPEN: N_("open"),
    FollowUpState.BEST: N_("best now"),
    FollowUpState.LATE: N_("late"),
    FollowUpState.DONE: N_("done"),
    FollowUpState.SUPERSEDED: N_("no longer planned"),
    FollowUpState.CANCELLED: N_("cancelled"),
}
_NOTE_STEPS = ("check", "approve", "send", "card", "edit")


@dataclass(frozen=True, slots=True)
class Row:
    """One follow-up. `left`: how long its best window, or else its window, still lasts."""

    kind: str
    state: str
    state_word: str
    title: str
    where: str
    step: str
    link: str
    opens: str
    closes: str
    left: str
    is_best: bool
    reasons: tuple[tuple[str, str], ...]
    best_until: datetime | None
    closes_at: datetime | None


def rows(standings: Iterable[Standing], speaker: Speaker, now: datetime) -> list[Row]:
    return [row(standing, speaker, now) for standing in standings]


def row(standing: Standing, speaker: Speaker, now: datetime) -> Row:
    planned, follow_up = standing.planned, standing.planned.follow_up
    window = follow_up.window
    people = speaker.listed(person.name or person.email for person in planned.people)
    until = window.best_until if standing.state is FollowUpState.BEST else window.closes_at
    return Row(
        kind=follow_up.kind.value,
        state=standing.state.value,
        state_word=speaker.text(STATES[standing.state]),
        title=speaker.say(_ASKS[follow_up.kind], people=people or speaker.text(N_("them"))),
        where=", ".join(filter(None, (planned.organisation, planned.role))),
        step=speaker.say(follow_up.next_step.message, **follow_up.next_step.values),
        link=_link(follow_up.next_step.command, follow_up.interview),
        opens=speaker.moment(window.opens_at),
        closes=speaker.moment(window.closes_at) if window.closes_at else "",
        left=speaker.lasting(until - now) if until and until > now else "",
        is_best=standing.state is FollowUpState.BEST,
        reasons=tuple((reason.tip, speaker.reason(reason)) for reason in follow_up.reasons),
        best_until=window.best_until,
        closes_at=window.closes_at,
    )


def _link(command: str, interview: str) -> str:
    """Where the page does what the command does."""
    _, verb, *words = command.split()
    if verb in _NOTE_STEPS and words:
        return reverse("note", args=[words[0]])
    if verb == "debrief":
        return reverse("debrief", args=[interview])
    return reverse("interview", args=[interview]) if interview else reverse("today")
