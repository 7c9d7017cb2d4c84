"""A cadence: counted from the last contact, never twice, and it knows when to stop (T5.3 to T5.5)."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from seguito.core.cadence.facts import CadenceFacts, Reader, Touch
from seguito.core.cadence.plan import plan_cadence
from seguito.core.cadence.stay import next_turn
from seguito.core.nouns import Outcome, Purpose
from seguito.core.planning.follow_up import Kind
from seguito.reference.playbooks import playbook

ROME = ZoneInfo("Europe/Rome")
NO = datetime(2026, 12, 10, 12, tzinfo=ROME)  # a Thursday
FIGURES = playbook().after_no


def facts(**told: object) -> CadenceFacts:
    usual = {
        "application": "app",
        "interview": "talk",
        "outcome": Outcome.NO,
        "told_at": NO,
        "zone": ROME,
        "readers": (Reader("giulia", "Giulia Marchetti"), Reader("marco", "Marco Riva")),
        "news": ("a course in statistics",),
    }
    return CadenceFacts(**{**usual, **told})  # type: ignore[arg-type]


def kinds(told: CadenceFacts) -> list[Kind]:
    return [one.kind for one in plan_cadence(told, playbook())]


@pytest.mark.parametrize(
    ("outcome", "planned"),
    [
        (Outcome.NO, [Kind.GRACIOUS_NO, Kind.GRACIOUS_NO, Kind.CHECK_IN]),
        (Outcome.WITHDRAWN, [Kind.GRACIOUS_NO, Kind.GRACIOUS_NO]),
        (Outcome.OFFER, [Kind.NOTE, Kind.NOTE]),
        (Outcome.ACCEPTED, [Kind.NOTE, Kind.NOTE]),
        (Outcome.SILENCE, [Kind.CHECK_IN]),
    ],
)
def test_each_outcome_plans_what_follows_it_and_says_why(outcome: Outcome, planned: list[Kind]) -> None:
    follow_ups = plan_cadence(facts(outcome=outcome), playbook())
    assert [one.kind for one in follow_ups] == planned
    assert all(one.reasons for one in follow_ups)


@pytest.mark.parametrize(
    ("told_at", "close"),
    [
        ("2026-12-10T12:00", date(2026, 12, 11)),  # Thursday: until Friday
        ("2026-12-11T18:00", date(2026, 12, 14)),  # Friday: until Monday
        ("2026-12-12T09:00", date(2026, 12, 14)),  # Saturday: as after Friday
    ],
)
def test_thanks_after_a_no_are_due_within_one_working_day(told_at: str, close: date) -> None:
    told = facts(told_at=datetime.fromisoformat(told_at).replace(tzinfo=ROME))
    thanks = plan_cadence(told, playbook())[0]
    assert thanks.window.closes_at is not None
    assert thanks.window.closes_at.astimezone(ROME).date() == close


def test_the_first_check_in_comes_thirty_days_after_the_last_contact() -> None:
    thanked = Touch(NO + timedelta(days=1), incoming=False, purpose=Purpose.GRACIOUS_NO)
    (check_in,) = [one for one in plan_cadence(facts(touches=(thanked,)), playbook()) if one.kind is Kind.CHECK_IN]
    assert check_in.window.opens_at.astimezone(ROME).date() == date(2027, 1, 11), "the 10th is a Sunday"
    assert "no working day there" in "".join(reason.message for reason in check_in.reasons)


def test_a_later_check_in_needs_something_new() -> None:
    wrote = Touch(NO + timedelta(days=30), incoming=False, purpose=Purpose.CHECK_IN)
    assert Kind.CHECK_IN not in kinds(facts(touches=(wrote,), news=()))
    assert Kind.CHECK_IN in kinds(facts(touches=(wrote,)))


def test_three_letters_without_an_answer_are_enough_and_an_answer_starts_anew() -> None:
    letters = tuple(Touch(NO + timedelta(days=30 * n), False, Purpose.CHECK_IN) for n in (1, 2, 3))
    assert Kind.CHECK_IN not in kinds(facts(touches=letters))
    answered = (*letters, Touch(NO + timedelta(days=100), incoming=True))
    assert Kind.CHECK_IN in kinds(facts(touches=answered))


def test_whoever_hears_from_one_over_a_later_application_is_not_written_to_twice() -> None:
    assert Kind.CHECK_IN not in kinds(facts(elsewhere=True))


def test_while_a_question_is_still_planned_nothing_else_is() -> None:
    assert kinds(facts(outcome=Outcome.SILENCE, chasing=True)) == []


moments = st.integers(0, 2000).map(lambda hours: NO + timedelta(hours=hours))
contacts = st.builds(Touch, moments, st.booleans(), st.sampled_from([None, Purpose.CHECK_IN, Purpose.GRACIOUS_NO]))
zones = st.sampled_from(["UTC", "Europe/Rome", "America/New_York", "Pacific/Kiritimati"]).map(ZoneInfo)


@given(st.lists(contacts, max_size=8), st.lists(moments, max_size=4), zones)
def test_the_next_letter_is_never_nearer_than_its_wait_to_any_contact(
    touches: list[Touch], done: list[datetime], zone: ZoneInfo
) -> None:
    turn = next_turn(NO, touches, done, FIGURES, zone)
    if turn is None:
        return
    waits = (FIGURES.first_check_in, FIGURES.then_every)
    for touch in touches:
        assert turn.on - touch.at.astimezone(zone).date() >= min(waits)


@given(st.lists(contacts, max_size=8), st.lists(moments, max_size=4))
def test_whatever_was_done_is_never_planned_again(touches: list[Touch], done: list[datetime]) -> None:
    told = facts(
        touches=tuple(touches),
        done={f"app/check_in/{n}": at for n, at in enumerate(done, 1)} | {"app/gracious_no/no/marco": NO},
    )
    assert not {one.key for one in plan_cadence(told, playbook())} & set(told.done)


@given(st.lists(contacts, max_size=8), st.randoms())
def test_the_order_in_which_contacts_are_told_changes_nothing(touches: list[Touch], chance: object) -> None:
    mixed = list(touches)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert plan_cadence(facts(touches=tuple(touches)), playbook()) == plan_cadence(
        facts(touches=tuple(mixed)), playbook()
    )


@given(st.lists(contacts, max_size=8))
def test_a_clock_that_was_wrong_for_a_while_moves_the_next_letter_later_and_never_nearer(touches: list[Touch]) -> None:
    before = next_turn(NO, touches, (), FIGURES, UTC)
    jumped = [*touches, Touch(NO + timedelta(days=400), incoming=True)]
    after = next_turn(NO, jumped, (), FIGURES, UTC)
    assert after is not None
    assert before is None or after.on >= before.on
