"""A cadence lived through: whatever people and clocks do, it never fires twice, and it stops where it has to."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given, strategies as st

from seguito.core.cadence.facts import CadenceFacts, Reader, Touch
from seguito.core.cadence.plan import plan_cadence
from seguito.core.cadence.short_list import ShortListed, check_in_with
from seguito.core.nouns import Outcome, Purpose
from seguito.core.planning.follow_up import Kind
from seguito.core.planning.workdays import WorkingDays
from seguito.core.reasons import Reason
from seguito.core.talent.leave import to_be_erased, to_be_warned_of
from seguito.reference.playbooks import playbook

NO = datetime(2026, 12, 10, 12, tzinfo=UTC)
ZONES = [ZoneInfo(name) for name in ("UTC", "Europe/Rome", "America/New_York", "Pacific/Kiritimati", "Pacific/Niue")]
AFTER_NO = playbook().after_no

# A step: how many hours the clock moves (it may jump back), in which zone the day is then told, and what happens.
steps = st.lists(
    st.tuples(st.integers(-300, 2400), st.sampled_from(ZONES), st.sampled_from(["nothing", "they wrote", "I called"])),
    max_size=25,
)


@dataclass
class Life:
    """What has passed since the no. `fired`: each letter's key, when it was written, and in which zone."""

    outcome: Outcome = Outcome.NO
    now: datetime = NO
    touches: list[Touch] = field(default_factory=list)
    done: dict[str, datetime] = field(default_factory=dict)
    fired: list[tuple[str, datetime, ZoneInfo]] = field(default_factory=list)

    def live(self, hours: int, zone: ZoneInfo, happens: str) -> None:
        self.now += timedelta(hours=hours)
        for key in list(self.due(zone)):
            self.fired.append((key, self.now, zone))
            self.touches.append(Touch(self.now, incoming=False, purpose=Purpose.CHECK_IN))
            self.done[key] = self.now
        if happens != "nothing":
            self.touches.append(Touch(self.now, incoming=happens == "they wrote"))

    def due(self, zone: ZoneInfo) -> Iterator[str]:
        told = CadenceFacts(
            application="app",
            interview="talk",
            outcome=self.outcome,
            told_at=NO,
            zone=zone,
            readers=(Reader("giulia", "Giulia Marchetti"),),
            touches=tuple(self.touches),
            done=dict(self.done),
            news=("a course",),
        )
        for one in plan_cadence(told, playbook()):
            if one.kind is Kind.CHECK_IN and one.window.opens_at <= self.now:
                yield one.key


@given(steps)
def test_no_letter_ever_fires_twice(lived: list[tuple[int, ZoneInfo, str]]) -> None:
    life = Life()
    for step in lived:
        life.live(*step)
        assert not list(life.due(step[1]))  # asked again at once, nothing more is due
    keys = [key for key, _, _ in life.fired]
    assert len(keys) == len(set(keys))


@given(steps)
def test_no_letter_fires_before_its_wait_after_any_contact_in_either_direction(
    lived: list[tuple[int, ZoneInfo, str]],
) -> None:
    life = Life()
    for step in lived:
        before, fired = list(life.touches), len(life.fired)
        life.live(*step)
        for _, at, zone in life.fired[fired:]:
            days = [(at.astimezone(zone).date() - one.at.astimezone(zone).date()).days for one in before]
            assert min(days, default=10**6) >= AFTER_NO.first_check_in.days


@given(steps)
def test_after_three_letters_in_vain_nothing_fires_until_they_write(lived: list[tuple[int, ZoneInfo, str]]) -> None:
    life, in_vain = Life(), 0
    for step in lived:
        fired = len(life.fired)
        life.live(*step)
        in_vain += len(life.fired) - fired
        assert in_vain <= AFTER_NO.stop_after
        in_vain = 0 if step[2] == "they wrote" else in_vain


@given(steps, st.sampled_from([Outcome.OFFER, Outcome.ACCEPTED, Outcome.WITHDRAWN]))
def test_where_nobody_is_to_be_kept_warm_nothing_ever_fires(
    lived: list[tuple[int, ZoneInfo, str]], outcome: Outcome
) -> None:
    life = Life(outcome)
    for step in lived:
        life.live(*step)
    assert life.fired == []


moments = st.integers(0, 4000).map(lambda hours: NO + timedelta(hours=hours))
touches = st.lists(st.builds(Touch, moments, st.booleans(), st.sampled_from([None, Purpose.CHECK_IN])), max_size=6)


@given(touches, st.integers(-30, 400), st.sampled_from(ZONES))
def test_nobody_on_the_short_list_is_asked_after_the_end_of_their_leave(
    passed: list[Touch], days: int, zone: ZoneInfo
) -> None:
    until = NO.date() + timedelta(days=days)
    listed = ShortListed("amelia", "Amelia Hart", NO, until, zone, touches=passed)
    for one in check_in_with(listed, playbook()):
        assert one.window.opens_at.astimezone(zone).date() <= until


def _a_feast_every_week(day: date) -> Reason | None:
    return Reason("T1.2", "a feast") if day.isocalendar().week % 3 == 0 and day.weekday() < 2 else None


@given(touches, st.integers(0, 400), st.sampled_from(ZONES))
def test_whoever_is_written_to_is_at_work_that_day(passed: list[Touch], days: int, zone: ZoneInfo) -> None:
    theirs = WorkingDays(_a_feast_every_week)
    leave = NO.date() + timedelta(days=days)
    facts = CadenceFacts(
        "app", "talk", Outcome.NO, NO, zone, (Reader("giulia", "Giulia", theirs),), tuple(passed), news=("a course",)
    )
    listed = ShortListed("amelia", "Amelia Hart", NO, leave, zone, theirs, passed)
    planned = [one for one in plan_cadence(facts, playbook()) if one.kind is Kind.CHECK_IN]
    for one in [*planned, *check_in_with(listed, playbook())]:
        assert theirs.holds(one.window.opens_at.astimezone(zone).date())


@given(touches)
def test_without_leave_nobody_on_the_short_list_is_asked_at_all(passed: list[Touch]) -> None:
    """Leave that was withdrawn, or never given, comes as None."""
    assert check_in_with(ShortListed("amelia", "Amelia Hart", NO, None, UTC, touches=passed), playbook()) == ()


@given(st.lists(st.integers(1, 40), min_size=1, max_size=40))
def test_a_file_is_erased_only_when_its_time_is_over_and_was_told_a_week_before(gaps: list[int]) -> None:
    """The job runs whenever the machine is on: however far apart, the warning comes first."""
    keep_until, today, warned_on = date(2028, 12, 2), date(2028, 10, 1), None
    for gap in gaps:
        today += timedelta(days=gap)
        if to_be_erased(keep_until, warned_on, today):
            assert warned_on is not None
            assert today > keep_until
            assert (today - warned_on).days >= 7
            break
        if to_be_warned_of(keep_until, today) and warned_on is None:
            warned_on = today
        assert not (today > keep_until and warned_on is not None and (today - warned_on).days >= 7)
