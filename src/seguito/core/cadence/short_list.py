"""The recruiter's check-ins with the short list: now and then, and with an eye on what has changed (T5.3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, tzinfo

from seguito.core.cadence.facts import Touch
from seguito.core.cadence.stay import next_turn, why_put_off
from seguito.core.planning.follow_up import FollowUp, Kind, NextStep, key_of
from seguito.core.planning.windows import Window, at, end_of
from seguito.core.planning.workdays import WorkingDays
from seguito.core.playbooks import Playbook
from seguito.core.reasons import Reason
from seguito.errors import N_


@dataclass(frozen=True, slots=True)
class ShortListed:
    """Somebody on the short list. `leave_until`: the last day of their leave, or None. `grown`: learned since.

    `days`: the working days of their place.
    """

    person: str
    name: str
    added_at: datetime
    leave_until: date | None
    zone: tzinfo = UTC
    days: WorkingDays = field(default_factory=WorkingDays)
    touches: Sequence[Touch] = ()
    done: Mapping[str, datetime] | None = None
    grown: tuple[str, ...] = ()


def check_in_with(listed: ShortListed, playbook: Playbook) -> tuple[FollowUp, ...]:
    """The next check-in; none without their leave on that day, or once enough of them stayed without an answer."""
    figures = replace(playbook.after_no, first_check_in=playbook.after_no.then_every)
    turn = next_turn(listed.added_at, listed.touches, (listed.done or {}).values(), figures, listed.zone)
    if turn is None or listed.leave_until is None:
        return ()
    day = listed.days.from_on(turn.on)
    if day > listed.leave_until:
        return ()
    message = N_("They are on your short list; your last contact was on {since}.")
    grown = Reason("T5.3", N_("Since then they have learned: {grown}."), {"grown": listed.grown})
    return (
        FollowUp(
            kind=Kind.CHECK_IN,
            key=key_of(Kind.CHECK_IN, "talent", listed.person, str(turn.number)),
            window=Window(at(day, playbook.later.morning, listed.zone), end_of(day, listed.zone)),
            reasons=(
                Reason("T5.3", message, {"since": turn.since}),
                *why_put_off("T5.3", turn, listed.days),
                *((grown,) if listed.grown else ()),
            ),
            next_step=NextStep(
                f"seguito talent show {listed.person}",
                N_("Ask {person} how they are growing; then `seguito reply {id} --mine`."),
                {"person": listed.name, "id": listed.person},
            ),
            people=(listed.person,),
        ),
    )
