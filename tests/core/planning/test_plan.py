"""From the facts of one interview to everything that should follow it (T1, T2)."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, strategies as st

from seguito.core.nouns import By, Pace
from seguito.core.planning.facts import InterviewFacts, NoteAtHand, NoteStage, Panelist
from seguito.core.planning.follow_up import Kind
from seguito.core.planning.post import Posted
from seguito.core.playbooks import Channel
from seguito.reference.playbooks import shipped
from tests.core.planning.cast import GIULIA, MARCO, ROME, a_promise, a_way, an_interview, kinds, planned, the
from tests.core.planning.days import day, minutes, moment


def test_the_debrief_comes_first_and_each_panelist_gets_a_note() -> None:
    plan = planned(an_interview(panel=(GIULIA, MARCO)))
    assert kinds(plan) == ["debrief", "note", "note"]
    assert [one.people for one in plan] == [("giulia", "marco"), ("giulia",), ("marco",)]


def test_the_debrief_opens_at_the_end_and_closes_with_the_emails() -> None:
    facts = an_interview()
    plan = planned(facts)
    debrief, note = the(Kind.DEBRIEF, plan), the(Kind.NOTE, plan)
    assert debrief.window.opens_at == facts.end
    assert debrief.window.best_until == facts.end + minutes(60)
    assert debrief.window.closes_at == note.window.closes_at == facts.end + timedelta(hours=24)


def test_everything_planned_says_why_and_has_one_step() -> None:
    facts = an_interview(
        panel=(replace(GIULIA, postage=a_way(3)), replace(MARCO, has_email=False, postage=a_way(9))),
        pace=Pace.LONG,
        promised_on=day("Thu 2026-12-10"),
        promises=(a_promise(day("Fri 2026-12-04"), By.ME, "marco"),),
    )
    plan = planned(facts)
    assert kinds(plan) == ["debrief", "note", "call", "card", "card", "promise", "nudge"]
    for follow_up in plan:
        assert follow_up.reasons
        assert follow_up.next_step.command.startswith("seguito ")
        assert follow_up.next_step.message


def test_a_card_closes_with_the_last_day_to_post_it() -> None:
    plan = planned(an_interview(panel=(replace(GIULIA, postage=a_way(4)),), pace=Pace.LONG))
    card = the(Kind.CARD, plan)
    assert card.window.closes_at == moment("Thu 2026-12-03 23:59 Europe/Rome") + timedelta(seconds=59)


def test_a_card_that_may_be_posted_at_the_weekend_is_best_posted_before_it() -> None:
    facts = an_interview("Thu 2026-11-12 11:30 Europe/Rome", panel=(replace(GIULIA, postage=a_way(4)),), pace=Pace.LONG)
    card = the(Kind.CARD, planned(facts))
    assert card.window.best_until is not None
    assert card.window.closes_at is not None
    assert card.window.best_until.astimezone(ROME).date() == day("Fri 2026-11-13")
    assert card.window.closes_at.astimezone(ROME).date() == day("Sun 2026-11-15")


def test_where_nobody_knows_the_post_a_card_is_best_posted_by_the_next_working_day() -> None:
    card = the(Kind.CARD, planned(an_interview("Fri 2026-11-13 11:30 Europe/Rome", pace=Pace.LONG)))
    assert card.window.best_until == moment("Mon 2026-11-16 23:59 Europe/Rome") + timedelta(seconds=59)
    assert card.window.closes_at is None


def test_a_card_whose_last_day_passed_is_brought_up_and_does_not_vanish() -> None:
    facts = an_interview(panel=(replace(GIULIA, postage=a_way(4)),), pace=Pace.LONG, known_since=day("Wed 2026-12-02"))
    assert planned(facts, facts.end + timedelta(days=4)) == planned(facts, facts.end)
    card = the(Kind.CARD, planned(facts, facts.end + timedelta(days=4)))
    assert any("an e-mail is what can still be done" in reason.message for reason in card.reasons)


def test_of_an_interview_told_late_no_card_is_planned_that_could_not_arrive() -> None:
    facts = an_interview(panel=(replace(GIULIA, postage=a_way(4)),), pace=Pace.LONG)
    assert kinds(planned(facts, facts.end + timedelta(days=4))) == ["debrief", "note"]


def test_without_address_and_time_there_is_a_call_and_the_card_presses_no_more() -> None:
    plan = planned(an_interview(panel=(replace(GIULIA, has_email=False, postage=a_way(9)),)))
    assert kinds(plan) == ["debrief", "call", "card"]
    assert the(Kind.CARD, plan).window.closes_at is None
    assert the(Kind.CALL, plan).window.closes_at is not None


def test_across_a_border_an_email_goes_alone() -> None:
    london = replace(GIULIA, postage=a_way(5, crosses_border=True))
    assert kinds(planned(an_interview(panel=(london,), organisation_prefers="card"))) == ["debrief", "note"]


def test_each_person_is_advised_by_what_that_person_prefers() -> None:
    panel = (replace(GIULIA, prefers="card"), replace(MARCO, prefers="email"))
    plan = planned(an_interview(panel=panel, organisation_prefers="card"))
    assert [one.people for one in plan if one.kind is Kind.CARD] == [("giulia",)]


def test_what_the_user_chose_is_what_is_planned() -> None:
    assert kinds(planned(an_interview(panel=(replace(GIULIA, chosen=Channel.CARD),)))) == ["debrief", "card"]


def test_the_atlanta_playbook_adds_a_card_where_nothing_is_known() -> None:
    assert kinds(planned(an_interview(), strategy="atlanta")) == ["debrief", "note", "card"]
    assert kinds(planned(an_interview(), strategy="chicago")) == ["debrief", "note"]


def test_of_a_cancelled_interview_nothing_is_planned() -> None:
    assert planned(an_interview(cancelled=True, promised_on=day("Thu 2026-12-10"))) == ()


def test_what_is_done_is_planned_no_more_and_the_rest_keeps_its_name() -> None:
    facts = an_interview(panel=(GIULIA, MARCO))
    debrief, first, second = planned(facts)
    done = {debrief.key: facts.end, first.key: facts.end + minutes(40)}
    assert second.key in [one.key for one in planned(replace(facts, done=done))]
    assert not {debrief.key, first.key} & {one.key for one in planned(replace(facts, done=done))}


def test_a_card_in_the_post_is_planned_no_more() -> None:
    posted = replace(GIULIA, postage=a_way(4), posted=Posted(day("Thu 2026-12-03")))
    assert Kind.CARD not in [one.kind for one in planned(an_interview(panel=(posted,), pace=Pace.LONG))]


@pytest.mark.parametrize(
    ("at_hand", "command"),
    [
        ({}, "seguito draft i1 --to giulia --channel email"),
        ({"email": NoteAtHand("n7", NoteStage.DRAFT)}, "seguito check n7"),
        ({"email": NoteAtHand("n7", NoteStage.CHECKED)}, "seguito approve n7"),
        ({"email": NoteAtHand("n7", NoteStage.APPROVED)}, "seguito send n7"),
        ({"card": NoteAtHand("n8", NoteStage.APPROVED)}, "seguito draft i1 --to giulia --channel email"),
    ],
)
def test_a_note_is_always_one_step_from_where_it_stands(at_hand: dict[str, NoteAtHand], command: str) -> None:
    note = the(Kind.NOTE, planned(an_interview(panel=(replace(GIULIA, notes=at_hand),))))
    assert note.next_step.command == command


def test_an_approved_card_is_printed_copied_and_posted() -> None:
    person = replace(GIULIA, notes={"card": NoteAtHand("n8", NoteStage.APPROVED)})
    step = the(Kind.CARD, planned(an_interview(panel=(person,), pace=Pace.LONG))).next_step
    assert step.command == "seguito card n8 -o card.pdf"


# Late in the evening, or before a pause: an offer, never a silent change.

FAR = day("Mon 2026-12-21")


@pytest.mark.parametrize(
    ("ended", "known", "offered"),
    [
        ("Fri 2026-11-13 17:00 Europe/Rome", {"pace": Pace.LONG}, "Mon 2026-11-16 08:30 Europe/Rome"),
        ("Fri 2026-11-13 10:00 Europe/Rome", {"decision_on": FAR}, "Mon 2026-11-16 08:30 Europe/Rome"),
        ("Sat 2026-11-14 10:00 Europe/Rome", {"pace": Pace.LONG}, "Mon 2026-11-16 08:30 Europe/Rome"),
        ("Wed 2026-11-11 20:45 Europe/Rome", {"pace": Pace.LONG}, "Thu 2026-11-12 08:30 Europe/Rome"),
        ("Wed 2026-11-11 20:29 Europe/Rome", {"pace": Pace.LONG}, None),
        ("Wed 2026-11-11 06:00 Europe/Rome", {"pace": Pace.LONG}, "Wed 2026-11-11 08:30 Europe/Rome"),
        ("Wed 2026-11-11 11:00 Europe/Rome", {"pace": Pace.LONG}, None),
        ("Fri 2026-11-13 17:00 Europe/Rome", {}, None),  # nobody knows when they decide
        ("Fri 2026-11-13 17:00 Europe/Rome", {"pace": Pace.NORMAL}, None),
        ("Fri 2026-11-13 17:00 Europe/Rome", {"pace": Pace.FAST, "decision_on": FAR}, None),
        ("Fri 2026-11-13 17:00 Europe/Rome", {"decision_on": day("Mon 2026-11-16")}, None),
        (
            "Fri 2026-11-13 17:00 Europe/Rome",
            {"decision_on": day("Tue 2026-11-17")},
            "Mon 2026-11-16 08:30 Europe/Rome",
        ),
    ],
)
def test_a_morning_is_offered_only_where_the_hour_is_bad_and_the_decision_far(
    ended: str, known: dict[str, object], offered: str | None
) -> None:
    note = the(Kind.NOTE, planned(an_interview(ended, **known)))
    assert [offer.at for offer in note.offers] == ([moment(offered)] if offered else [])
    assert note.window.closes_at == moment(ended) + timedelta(hours=24)


def test_an_offer_says_when_it_passes_the_24_hours() -> None:
    friday = the(Kind.NOTE, planned(an_interview("Fri 2026-11-13 17:00 Europe/Rome", pace=Pace.LONG)))
    wednesday = the(Kind.NOTE, planned(an_interview("Wed 2026-11-11 20:45 Europe/Rome", pace=Pace.LONG)))
    assert "later than" in friday.offers[0].reason.message
    assert "within" in wednesday.offers[0].reason.message


def test_the_morning_is_one_at_the_readers_place() -> None:
    atlanta = replace(GIULIA, zone=ZoneInfo("America/New_York"))
    note = the(Kind.NOTE, planned(an_interview("Fri 2026-11-13 22:00 Europe/Rome", panel=(atlanta,), pace=Pace.LONG)))
    assert note.offers[0].at == moment("Mon 2026-11-16 08:30 America/New_York")


# Promises of one's own.


@pytest.mark.parametrize(
    ("due_on", "opens", "closes"),
    [
        ("Mon 2026-12-07", "Fri 2026-12-04 08:30 Europe/Rome", "Mon 2026-12-07 23:59 Europe/Rome"),
        ("Thu 2026-12-03", "Wed 2026-12-02 11:30 Europe/Rome", "Thu 2026-12-03 23:59 Europe/Rome"),
        ("Wed 2026-12-02", "Wed 2026-12-02 11:30 Europe/Rome", "Wed 2026-12-02 23:59 Europe/Rome"),
    ],
)
def test_a_promise_comes_up_on_the_working_day_before_it_is_due(due_on: str, opens: str, closes: str) -> None:
    promise = the(Kind.PROMISE, planned(an_interview(promises=(a_promise(day(due_on), By.ME, "giulia"),))))
    assert promise.people == ("giulia",)
    assert promise.window.opens_at == moment(opens)
    assert promise.window.closes_at == moment(closes) + timedelta(seconds=59)


def test_a_promise_without_a_day_is_no_follow_up() -> None:
    assert kinds(planned(an_interview(promises=(a_promise(None, By.ME),)))) == ["debrief", "note"]


# Laws that hold for any facts.

PANELISTS = st.builds(
    Panelist,
    id=st.sampled_from(["giulia", "marco", ""]),
    has_email=st.booleans(),
    wants_no_email=st.booleans(),
    prefers=st.sampled_from(["", "email", "card"]),
    chosen=st.sampled_from([None, *Channel]),
    zone=st.sampled_from([None, ZoneInfo("America/New_York"), ZoneInfo("Pacific/Auckland")]),
    postage=st.builds(a_way, st.sampled_from([None, 0, 1, 4, 9]), crosses_border=st.booleans()),
)
FACTS = st.builds(
    InterviewFacts,
    id=st.just("i1"),
    end=st.integers(1_770_000_000, 1_820_000_000).map(lambda second: datetime.fromtimestamp(second, UTC)),
    zone=st.sampled_from([ROME, ZoneInfo("America/New_York"), ZoneInfo("Asia/Kathmandu")]),
    panel=st.lists(PANELISTS, max_size=3, unique_by=lambda one: one.id).map(tuple),
    organisation_prefers=st.sampled_from(["", "card", "email"]),
    pace=st.sampled_from(Pace),
    decision_on=st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    promised_on=st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
    promises=st.lists(
        st.builds(
            a_promise,
            st.none() | st.dates(date(2026, 1, 1), date(2027, 12, 31)),
            st.sampled_from(By),
            st.sampled_from(["giulia", None]),
            st.sampled_from(["d1", "d2", "d3"]),
        ),
        max_size=3,
        unique_by=lambda one: one.id,
    ).map(tuple),
)


@given(FACTS, st.sampled_from(shipped()), st.timedeltas(timedelta(days=-30), timedelta(days=30)))
def test_planning_twice_plans_the_same_with_names_of_their_own_and_windows_in_order(
    facts: InterviewFacts, strategy: str, after: timedelta
) -> None:
    plan = planned(facts, facts.end + after, strategy)
    assert plan == planned(facts, facts.end + after, strategy)
    assert len({one.key for one in plan}) == len(plan)
    for one in plan:
        edges = [one.window.opens_at, one.window.best_until, one.window.closes_at]
        there = [edge for edge in edges if edge is not None]
        assert there == sorted(there)
        assert {edge.tzinfo for edge in there} == {UTC}
        assert one.reasons


@given(FACTS)
def test_doing_things_one_by_one_comes_to_an_end(facts: InterviewFacts) -> None:
    for _ in range(40):
        plan = planned(facts)
        if not plan:
            return
        facts = replace(facts, done={**facts.done, plan[0].key: plan[0].window.opens_at})
    raise AssertionError("there was always something more to do")
