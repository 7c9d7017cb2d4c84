"""A playbook is checked as it is read, and what is wrong is named by its key and line (T6.1)."""

import contextlib
import copy
from datetime import time, timedelta
from typing import Any

import pytest
from hypothesis import given, strategies as st

from seguito.core.playbook_form import PlaybookLacks, PlaybookUnknownKey, PlaybookWrong, parse_playbook
from seguito.core.playbooks import Channel
from seguito.errors import Problem

BECAUSE = {"en": "I do as my aunt did.", "it": "Faccio come mia zia."}
BASE: dict[str, Any] = {
    "id": "default",
    "name": "Default",
    "whose": "Everybody",
    "about": {"en": "What most do.", "it": "Quello che fanno i più."},
    "email": {"opens_after_minutes": 30, "best_until_minutes": 60, "closes_after_hours": 24, "because": BECAUSE},
    "debrief": {"best_until_minutes": 60, "because": BECAUSE},
    "card": {"arrives_within_days": 7, "because": BECAUSE},
    "channel": {"nothing_known": "email", "fast_days": 2, "because": BECAUSE},
    "later": {"evening": "21:00", "dawn": "07:00", "morning": "08:30", "because": BECAUSE},
    "nudge": {
        "after_promise_working_days": 2,
        "after_note_working_days": 5,
        "again_after_working_days": 5,
        "at_most": 2,
        "because": BECAUSE,
    },
    "promise": {"working_days_before": 1, "because": BECAUSE},
    "after_no": {
        "thanks_within_working_days": 1,
        "first_check_in_days": 30,
        "then_every_days": 90,
        "stop_after_unanswered": 3,
        "because": BECAUSE,
    },
    "tone": {"says": "Warm.", "because": BECAUSE},
    "shun": [{"phrase": "perfect fit", "language": "en", "because": BECAUSE}],
}
AUNT = {"id": "aunt", "name": "My aunt", "about": "Cards, always."}


def test_a_playbook_says_only_what_it_does_otherwise() -> None:
    mine = parse_playbook({**AUNT, "channel": {"nothing_known": "both", "because": "She did."}}, BASE)
    assert mine.channel.nothing_known is Channel.BOTH
    assert mine.channel.fast_days == 2
    assert mine.email.closes_after == timedelta(hours=24)
    assert mine.later.morning == time(8, 30)
    assert mine.because("channel") == {"en": "She did.", "it": "She did."}


def test_each_section_says_whose_advice_it_is() -> None:
    mine = parse_playbook(
        {
            **AUNT,
            "channel": {"nothing_known": "both", "because": "She did."},
            "card": {"arrives_within_days": 5, "because": "She said so.", "whose": "Aunt Ada"},
        },
        BASE,
    )
    assert mine.whose("card") == "Aunt Ada"
    assert mine.whose("channel") == "My aunt"
    assert mine.whose("email") == "Everybody"


def test_a_changed_figure_needs_a_reason_of_its_own() -> None:
    with pytest.raises(PlaybookLacks, match=r"email\.because"):
        parse_playbook({**AUNT, "email": {"closes_after_hours": 12}}, BASE)


def test_the_complaint_names_the_line() -> None:
    with pytest.raises(PlaybookWrong) as caught:
        parse_playbook(
            {**AUNT, "email": {"closes_after_hours": "soon", "because": "x"}}, BASE, {"email.closes_after_hours": 7}
        )
    where = caught.value.values["where"]
    assert getattr(where, "values", {}) == {"key": "email.closes_after_hours", "line": 7}


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"email": {"closes_after_hours": 0, "because": "x"}}, PlaybookWrong),
        ({"email": {"closes_after_hours": True, "because": "x"}}, PlaybookWrong),
        ({"email": {"closes_after_hours": 1.5, "because": "x"}}, PlaybookWrong),
        ({"email": {"closes_after_hours": 10**9, "because": "x"}}, PlaybookWrong),
        ({"email": {"opens_after_minutes": 90, "because": "x"}}, PlaybookWrong),  # opens after its best
        ({"email": {"best_until_minutes": 2000, "because": "x"}}, PlaybookWrong),  # at its best after it closed
        ({"channel": {"nothing_known": "pigeon", "because": "x"}}, PlaybookWrong),
        ({"channel": {"nothing_known": "card", "because": "x"}}, PlaybookWrong),  # a card alone is never advised
        ({"later": {"morning": "half past eight", "because": "x"}}, PlaybookWrong),
        ({"later": "morning"}, PlaybookWrong),
        ({"tone": {"says": 3, "because": "x"}}, PlaybookWrong),
        ({"shun": "perfect fit"}, PlaybookWrong),
        ({"shun": [{"phrase": "perfect fit"}]}, PlaybookLacks),
        ({"id": ""}, PlaybookWrong),
        ({"emial": {}}, PlaybookUnknownKey),
        ({"email": {"closes_after_days": 1, "because": "x"}}, PlaybookUnknownKey),
    ],
)
def test_what_cannot_be_right_is_refused(change: dict[str, Any], problem: type[Problem]) -> None:
    with pytest.raises(problem):
        parse_playbook({**AUNT, **change}, BASE)


@pytest.mark.parametrize("key", ["id", "name", "about"])
def test_a_playbook_has_a_name_and_says_what_it_is_about(key: str) -> None:
    with pytest.raises(PlaybookLacks):
        parse_playbook({name: value for name, value in AUNT.items() if name != key}, BASE)


def test_a_phrase_to_shun_comes_on_top_of_the_defaults_and_never_twice() -> None:
    row = {"phrase": "Perfect Fit", "language": "en", "because": "Everybody says so."}
    other = {"phrase": "passionate", "language": "en", "because": "Show it."}
    mine = parse_playbook({**AUNT, "shun": [row, other]}, BASE)
    assert [shun.phrase for shun in mine.shun] == ["Perfect Fit", "passionate"]


VALUES = st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.lists(st.integers(), max_size=2)


@given(st.sampled_from([*BASE, "whatever"]), VALUES, st.booleans())
def test_whatever_stands_in_a_playbook_it_is_read_or_refused_with_a_problem(
    section: str, value: object, inside: bool
) -> None:
    table = copy.deepcopy({**BASE, **AUNT})
    if inside and isinstance(table.get(section), dict):
        table[section][next(iter(table[section]))] = value
    else:
        table[section] = value
    with contextlib.suppress(Problem):
        assert parse_playbook(table, BASE).reasons
