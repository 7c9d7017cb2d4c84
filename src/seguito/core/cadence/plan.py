"""From an outcome to what follows it: thanks, an answer, and staying in touch (T5.4, T5.5)."""

from collections.abc import Iterator
from datetime import UTC, timedelta

from seguito.core.cadence.facts import CadenceFacts, Reader
from seguito.core.cadence.stay import Turn, next_turn, times_of, why_put_off
from seguito.core.nouns import Outcome, Purpose
from seguito.core.planning.follow_up import FollowUp, Kind, NextStep, key_of
from seguito.core.planning.steps import step_on
from seguito.core.planning.windows import Window, at, end_of
from seguito.core.planning.workdays import WorkingDays, days_told
from seguito.core.playbooks import Playbook
from seguito.core.reasons import Reason
from seguito.errors import N_

_A_WEEK = timedelta(days=6)  # a letter that nobody waits for is as good on any day of its week

_THANKS = {
    Outcome.NO: N_("They said no on {day}. Thanks by {by} keep the bridge."),
    Outcome.WITHDRAWN: N_("You withdrew on {day}. Whoever gave you their time hears it from you."),
}
_ANSWERS = {
    Outcome.OFFER: N_("Their offer came on {day}: thank them by {by}, whatever you decide."),
    Outcome.ACCEPTED: N_("You accepted on {day}: whoever spoke with you hears it from you."),
}
_STAYS = frozenset({Outcome.NO, Outcome.SILENCE})


def plan_cadence(facts: CadenceFacts, playbook: Playbook) -> tuple[FollowUp, ...]:
    """Everything still to do for this application now that something came of it, as its windows open.

    What was planned before and is not here is superseded. The third letter without an answer is the last one.
    """
    planned = [*_words_to_each(facts, playbook), *_check_in(facts, playbook)]
    todo = (follow_up for follow_up in planned if follow_up.key not in facts.done)
    return tuple(sorted(todo, key=lambda one: (one.window.opens_at, one.key)))


def _words_to_each(facts: CadenceFacts, playbook: Playbook) -> Iterator[FollowUp]:
    """Each of those who gave their time is written to, for something else each."""
    if message := _THANKS.get(facts.outcome):
        kind, purpose, step = Kind.GRACIOUS_NO, Purpose.GRACIOUS_NO, N_("Thank {person}, and ask to stay in touch.")
    elif message := _ANSWERS.get(facts.outcome):
        kind, purpose, step = Kind.NOTE, Purpose.ANSWER, N_("Write to {person}: they wait for a word of yours.")
    else:
        return
    day, within = facts.told_at.astimezone(facts.zone).date(), playbook.after_no.thanks_within
    advice = (playbook.reason("after_no", "T5.5"),) if purpose is Purpose.GRACIOUS_NO else ()
    for reader in facts.readers:
        by = reader.days.after(day, within)
        opens_at, close = facts.told_at.astimezone(UTC), end_of(by, facts.zone)
        yield FollowUp(
            kind=kind,
            key=key_of(kind, facts.application, facts.outcome.value, reader.id),
            window=Window(opens_at, max(opens_at, end_of(day, facts.zone)), max(opens_at, close)),
            reasons=(Reason("T5.5", message, {"day": day, "by": by}), *advice),
            next_step=_step(facts, reader, purpose, step),
            application=facts.application,
            people=(reader.id,),
        )


def _check_in(facts: CadenceFacts, playbook: Playbook) -> Iterator[FollowUp]:
    """The next letter, after a no or a silence; from the second one on only with something new."""
    if facts.outcome not in _STAYS or facts.chasing or facts.elsewhere or not facts.readers:
        return
    prefix = key_of(Kind.CHECK_IN, facts.application) + "/"
    turn = next_turn(facts.told_at, facts.touches, times_of(facts.done, prefix), playbook.after_no, facts.zone)
    if turn is None or (turn.number > 1 and not facts.news):
        return
    reader = facts.readers[0]
    day = reader.days.from_on(turn.on)
    opens_at = at(day, playbook.later.morning, facts.zone)
    yield FollowUp(
        kind=Kind.CHECK_IN,
        key=f"{prefix}{turn.number}",
        window=Window(opens_at, end_of(day + _A_WEEK, facts.zone)),
        reasons=(*_why_then(turn, reader.days), *_why_so(facts, turn), playbook.reason("after_no", "T5.5")),
        next_step=_check_in_step(facts, reader),
        application=facts.application,
        people=(reader.id,),
    )


def _why_then(turn: Turn, days: WorkingDays) -> Iterator[Reason]:
    message = N_("Your last contact was on {since}; {wait} later one may write.")
    yield Reason("T5.4", message, {"since": turn.since, "wait": days_told((turn.on - turn.since).days)})
    yield from why_put_off("T5.4", turn, days)


def _why_so(facts: CadenceFacts, turn: Turn) -> Iterator[Reason]:
    if facts.news:
        yield Reason("T5.4", N_("What you could write about: {news}."), {"news": facts.news})
    if turn.last_one:
        yield Reason("T5.5", N_("If this one stays without an answer, let it rest."))


def _check_in_step(facts: CadenceFacts, reader: Reader) -> NextStep:
    if not facts.news and not reader.notes.get(Purpose.CHECK_IN):
        message = N_("Say what is new since you spoke with {person}; without something new a letter can wait.")
        return NextStep('seguito learned "…"', message, {"person": name_of(reader)})
    return _step(facts, reader, Purpose.CHECK_IN, N_("Write to {person} about what is new."))


def _step(facts: CadenceFacts, reader: Reader, purpose: Purpose, message: str) -> NextStep:
    for channel, at_hand in sorted(reader.notes.get(purpose, {}).items(), reverse=True):
        return step_on(at_hand, name_of(reader), channel)
    command = f"seguito draft {facts.interview} --to {reader.id} --purpose {purpose.value}"
    return NextStep(command, message, {"person": name_of(reader)})


def name_of(reader: Reader) -> str | Reason:
    return reader.name or Reason("T1.4", N_("the person you spoke with"))
