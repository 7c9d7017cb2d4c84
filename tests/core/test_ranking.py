"""Whom to call first: what matches comes first, and the order never hangs on the order of what comes in (T5.2)."""

from datetime import date
from random import Random

from hypothesis import given, strategies as st

from seguito.core.talent.leave import Consent, Leave, kept_until
from seguito.core.talent.ranking import Ask, Candidate, rank, weights

ASKS = (Ask("a", "A"), Ask("b", "B"), Ask("c", "C", required=False))
held = st.frozensets(st.sampled_from("abc"))
candidates = st.lists(
    st.builds(
        Candidate,
        number=st.integers(1, 10_000),
        held=held,
        found=st.frozensets(st.sampled_from(["press", "stamp"])),
        regard=st.integers(0, 2),
        last_contact=st.none() | st.dates(date(2025, 1, 1), date(2026, 12, 31)),
    ),
    unique_by=lambda one: one.number,
    max_size=30,
)
weigh = weights(ASKS, {"a": 10, "b": 2, "c": 300}, {"press": 5, "stamp": 50}, 1000)


@given(candidates, st.integers())
def test_the_order_is_the_same_however_the_candidates_come(people: list[Candidate], seed: int) -> None:
    mixed = list(people)
    Random(seed).shuffle(mixed)
    assert rank(ASKS, people, weigh) == rank(ASKS, mixed, weigh)


@given(candidates)
def test_nobody_who_has_anything_of_it_is_left_out_and_has_and_lacks_are_all_that_is_asked(
    people: list[Candidate],
) -> None:
    ranked = rank(ASKS, people, weigh)
    assert {one.candidate.number for one in ranked} == {one.number for one in people if one.held or one.found}
    for one in ranked:
        assert {ask.id for ask in (*one.matched, *one.missing)} == {"a", "b", "c"}


@given(candidates)
def test_who_has_all_that_another_has_and_more_never_comes_after_them(people: list[Candidate]) -> None:
    ranked = [one.candidate for one in rank(ASKS, [Candidate(p.number, p.held) for p in people], weigh)]
    for place, one in enumerate(ranked):
        assert not any(one.held < later.held for later in ranked[place + 1 :])


def test_equals_are_ordered_by_how_they_followed_up_then_by_the_last_contact() -> None:
    plain = Candidate(1, frozenset("a"))
    wrote = Candidate(2, frozenset("a"), regard=2)
    lately = Candidate(3, frozenset("a"), last_contact=date(2026, 11, 1))
    assert [one.candidate.number for one in rank(ASKS, [plain, wrote, lately], weigh)] == [2, 3, 1]


def test_what_is_asked_by_name_comes_before_what_a_text_happens_to_say() -> None:
    named = Candidate(1, frozenset("ab"))
    said = [Candidate(n, frozenset(), found=frozenset(["press"])) for n in range(2, 40)]
    assert rank(ASKS, [*said, named], weigh)[0].candidate.number == 1


def test_leave_is_closed_the_day_after_it_ends_and_one_renewal_may_be_asked() -> None:
    consent = Consent(given_on=date(2025, 1, 1), until=date(2026, 12, 31))
    assert consent.stands(date(2026, 12, 31)) is Leave.GIVEN
    assert not consent.may_ask(date(2026, 12, 31))
    assert consent.stands(date(2027, 1, 1)) is Leave.CLOSED
    assert consent.may_ask(date(2027, 1, 1))
    assert not Consent(until=date(2026, 1, 1), asked_on=date(2026, 2, 1)).may_ask(date(2027, 1, 1))
    assert not Consent(until=date(2028, 1, 1), ended_on=date(2026, 2, 1)).may_ask(date(2027, 1, 1))


def test_a_file_is_kept_for_two_years_or_as_long_as_its_owner_said() -> None:
    assert kept_until(date(2024, 2, 29), None) == date(2026, 2, 28)
    assert kept_until(date(2026, 1, 1), date(2030, 1, 1)) == date(2030, 1, 1)


def test_what_a_text_happens_to_say_alone_never_comes_before_what_is_asked_by_name() -> None:
    """However few people there are: a list that somebody is not in adds nothing."""
    asks = [Ask("seo", "SEO"), Ask("italian", "Italian")]
    people = [Candidate(1, frozenset(), frozenset({"calm"})), Candidate(2, frozenset({"italian"}))]
    weigh = weights(asks, {"seo": 1, "italian": 1}, {"calm": 1}, 2)
    assert [one.candidate.number for one in rank(asks, people, weigh)] == [2, 1]
