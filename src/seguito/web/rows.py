"""Follow-ups as the page shows them: what, for whom, until when, and where the next step is done."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.urls import reverse

from seguito.actions.plan import Standing
from seguito.channels import CHANNELS, about
from seguito.core.planning.follow_up import FollowUp, FollowUpState, Kind
from seguito.errors import N_
from seguito.speech import Speaker
from seguito.web.tone import Tone, tone

_ASKS = {
    Kind.DEBRIEF: N_("Write down what was said, while you still hear it."),
    Kind.NOTE: N_("Write to {people}."),
    Kind.CALL: N_("Call {people}."),
    Kind.CARD: N_("A card for {people}"),
    Kind.PROMISE: N_("Keep what you promised."),
    Kind.NUDGE: N_("Ask {people} where things stand"),
    Kind.GRACIOUS_NO: N_("Thank {people}, and stay in touch"),
    Kind.CHECK_IN: N_("Write to {people} again"),
}
STATES = {
    FollowUpState.WAITING: N_("later"),
    FollowUpState.OPEN: N_("open"),
    FollowUpState.BEST: N_("best now"),
    FollowUpState.LATE: N_("late"),
    FollowUpState.DONE: N_("done"),
    FollowUpState.SUPERSEDED: N_("no longer planned"),
    FollowUpState.CANCELLED: N_("cancelled"),
}
_ONLY_THE_PERSON_KNOWS = {Kind.PROMISE: N_("Mark as kept"), Kind.CALL: N_("Mark as done")}
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Act:
    """Where the next step is done. `post`: the fields of a form, where something has to be made first."""

    label: str
    link: str
    post: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One follow-up. `until`: the end of its best window, or else of its window; `left`: how long that still is."""

    id: str
    kind: str
    state: str
    state_word: str
    title: str
    where: str
    step: str
    act: Act
    settle: str
    when: str
    opens: str
    closes: str
    closes_word: str
    until: str
    left: str
    is_best: bool
    is_settled: bool
    reasons: tuple[tuple[str, str], ...]
    tone: Tone | None


def rows(standings: Iterable[Standing], speaker: Speaker, now: datetime) -> list[Row]:
    return [row(standing, speaker, now) for standing in standings]


def row(standing: Standing, speaker: Speaker, now: datetime) -> Row:
    planned, follow_up, state = standing.planned, standing.planned.follow_up, standing.state
    window = follow_up.window
    people = speaker.listed(person.name or person.email for person in planned.people)
    step = speaker.say(follow_up.next_step.message, **follow_up.next_step.values)
    until = window.best_until if state is FollowUpState.BEST else window.closes_at
    settled = state in (FollowUpState.DONE, FollowUpState.SUPERSEDED, FollowUpState.CANCELLED)
    return Row(
        id=planned.id,
        kind=follow_up.kind.value,
        state=state.value,
        state_word=speaker.text(STATES[state]),
        title=_title(standing, step, people, speaker),
        where=", ".join(filter(None, (planned.organisation, planned.role))),
        step=_step(standing, step, people, speaker),
        act=_act(follow_up, speaker),
        settle=speaker.text(_ONLY_THE_PERSON_KNOWS.get(follow_up.kind, "")) if not settled else "",
        when=_when(standing, speaker, now),
        opens=_short(window.opens_at, speaker, now),
        closes=_short(window.closes_at, speaker, now) if window.closes_at else "",
        closes_word=speaker.moment(window.closes_at) if window.closes_at else "",
        until=until.isoformat() if until else "",
        left=speaker.lasting(until - now) if until and until > now else "",
        is_best=state is FollowUpState.BEST,
        is_settled=settled,
        reasons=tuple((reason.tip, speaker.reason(reason)) for reason in follow_up.reasons),
        tone=_tone(standing, speaker, now),
    )


def turns_at(standings: Iterable[Standing], now: datetime) -> datetime | None:
    """The next instant at which one of them stands otherwise: the page is then read again by itself."""
    edges = (
        edge
        for standing in standings
        for window in (standing.planned.follow_up.window,)
        for edge in (window.opens_at, window.best_until, window.closes_at)
    )
    return min((edge for edge in edges if edge and edge > now), default=None)


def _title(standing: Standing, step: str, people: str, speaker: Speaker) -> str:
    planned, follow_up = standing.planned, standing.planned.follow_up
    if _is_before_the_interview(standing):
        return speaker.say(N_("Interview, {organisation}"), organisation=planned.organisation)
    if follow_up.kind is Kind.PROMISE:
        return step  # it says what was promised
    return speaker.say(_ASKS[follow_up.kind], people=people or speaker.text(N_("them")))


def _step(standing: Standing, step: str, people: str, speaker: Speaker) -> str:
    if not _is_before_the_interview(standing):
        return step
    if people:
        return speaker.say(N_("With {people}. Nothing to do until it ends."), people=people)
    return speaker.text(N_("Nothing to do until it ends."))


def _is_before_the_interview(standing: Standing) -> bool:
    """A debrief that waits waits for the interview's end."""
    return standing.planned.follow_up.kind is Kind.DEBRIEF and standing.state is FollowUpState.WAITING


def _act(follow_up: FollowUp, speaker: Speaker) -> Act:
    """Where the page does what the command does."""
    _, verb, *words = follow_up.next_step.command.split()
    options = dict(zip(words[1::2], words[2::2], strict=False))
    match verb:
        case "debrief":
            return Act(speaker.text(N_("Begin the debrief")), reverse("debrief", args=[follow_up.interview]))
        case "draft":
            post = tuple((name, options[f"--{name}"]) for name in ("to", "channel") if f"--{name}" in options)
            label = about(options["--channel"]).begin if options.get("--channel") in CHANNELS else N_("Begin the note")
            return Act(speaker.text(label), reverse("draft", args=[words[0]]), post)
        case "check" | "edit":
            return Act(speaker.text(N_("Write it")), reverse("note", args=[words[0]]))
        case "approve":
            return Act(speaker.text(N_("Read it once more")), reverse("note", args=[words[0]]))
        case "send":
            return Act(speaker.text(N_("Send it")), reverse("note", args=[words[0]]))
        case "card" | "posted":
            return Act(speaker.text(N_("Copy it, and post it")), reverse("card", args=[words[0]]))
        case "arrived":
            return Act(speaker.text(N_("Say whether it is there")), reverse("card", args=[words[0]]) + "#post")
        case "learned":
            return Act(speaker.text(N_("Say what is new")), reverse("growing") + "#add")
        case "talent":
            return Act(speaker.text(N_("Open the file")), reverse("talent-file", args=[words[-1]]))
    if follow_up.application and not follow_up.interview:
        return Act(speaker.text(N_("See what follows")), reverse("application", args=[follow_up.application]))
    if follow_up.interview:
        return Act(speaker.text(N_("See the interview")), reverse("interview", args=[follow_up.interview]))
    return Act(speaker.text(N_("Open")), reverse("today"))


def _when(standing: Standing, speaker: Speaker, now: datetime) -> str:
    """What stands in the margin."""
    window = standing.planned.follow_up.window
    match standing.state:
        case FollowUpState.WAITING:
            return _short(window.opens_at, speaker, now)
        case FollowUpState.OPEN | FollowUpState.BEST if window.closes_at:
            return speaker.say(N_("by {when}"), when=_short(window.closes_at, speaker, now))
        case FollowUpState.LATE if window.closes_at:
            return speaker.say(N_("since {when}"), when=_short(window.closes_at, speaker, now))
    return speaker.text(STATES[standing.state])


def _short(instant: datetime, speaker: Speaker, now: datetime) -> str:
    """An hour of today, or else a day."""
    here = instant.astimezone(speaker.zone)
    if here.date() == now.astimezone(speaker.zone).date():
        return speaker.hour(instant)
    return speaker.short_day(here.date())


def _tone(standing: Standing, speaker: Speaker, now: datetime) -> Tone | None:
    """Drawn for what fades within a day of the interview."""
    planned, window = standing.planned, standing.planned.follow_up.window
    ended, kind = planned.ended_at, standing.planned.follow_up.kind
    if kind not in (Kind.DEBRIEF, Kind.NOTE) or ended is None or window.best_until is None or window.closes_at is None:
        return None
    if not ended <= now <= window.closes_at or window.closes_at - ended > 2 * _A_DAY:
        return None
    return tone(ended, (window.opens_at, window.best_until), window.closes_at, now, speaker)
