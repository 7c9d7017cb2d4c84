"""By e-mail, by hand, or both: the first row that fits decides (T2.1 to T2.3)."""

from typing import Any

import pytest
from hypothesis import given, strategies as st

from seguito.core.nouns import Pace
from seguito.core.planning.channel import ChannelFacts, choose_channel
from seguito.core.planning.post import Chance
from seguito.core.playbooks import Channel
from seguito.reference.playbooks import playbook, shipped
from tests.core.planning.days import day

WEDNESDAY = day("Wed 2026-12-02")
SOON, FAR = day("Fri 2026-12-04"), day("Sat 2026-12-05")


def advised(strategy: str = "default", **known: Any) -> tuple[str, str]:
    """The channel, and the promise that its first reason stands on."""
    advice = choose_channel(ChannelFacts(WEDNESDAY, **known), playbook(strategy))
    return advice.channel.value, advice.reasons[0].tip


@pytest.mark.parametrize(
    ("known", "channel"),
    [
        # 1. no e-mail
        ({"has_email": False}, ("card", "T2.1")),
        ({"wants_no_email": True, "decision_on": SOON}, ("card", "T2.2")),
        ({"has_email": False, "pace": Pace.FAST, "card": Chance.TOO_LATE}, ("card", "T2.1")),
        # 2. a decision before any card, or a fast pace
        ({"decision_on": WEDNESDAY}, ("email", "T2.1")),
        ({"decision_on": SOON, "person_prefers": "card"}, ("email", "T2.1")),
        ({"pace": Pace.FAST, "organisation_prefers": "card", "card": Chance.IN_TIME}, ("email", "T2.1")),
        # 3. no card can come
        ({"card": Chance.TOO_LATE, "person_prefers": "card"}, ("email", "T1.2")),
        ({"card": Chance.AFTER_DECISION, "decision_on": FAR, "person_prefers": "card"}, ("email", "T2.1")),
        ({"crosses_border": True, "pace": Pace.LONG}, ("email", "T2.1")),
        # 4. and 5. the person, else the house
        ({"person_prefers": "email", "organisation_prefers": "card", "decision_on": FAR}, ("email", "T2.2")),
        ({"person_prefers": "card", "organisation_prefers": "email"}, ("both", "T2.2")),
        ({"organisation_prefers": "card", "card": Chance.IN_TIME}, ("both", "T2.2")),
        # 6. time enough
        ({"decision_on": FAR}, ("both", "T2.3")),
        ({"pace": Pace.LONG}, ("both", "T2.3")),
        # 7. nothing known
        ({}, ("email", "T2.1")),
        ({"pace": Pace.NORMAL, "card": Chance.IN_TIME}, ("email", "T2.1")),
        ({"person_prefers": "smoke"}, ("email", "T2.1")),
        # what the user said comes before all of it
        ({"chosen": Channel.BOTH, "pace": Pace.FAST}, ("both", "T2.2")),
    ],
)
def test_the_first_row_that_fits_decides(known: dict[str, Any], channel: tuple[str, str]) -> None:
    assert advised(**known) == channel


@pytest.mark.parametrize(("strategy", "channel"), [("default", "email"), ("chicago", "email"), ("atlanta", "both")])
def test_where_nothing_is_known_the_playbook_says_and_whose_advice_it_is(strategy: str, channel: str) -> None:
    advice = choose_channel(ChannelFacts(WEDNESDAY), playbook(strategy))
    assert advice.channel == channel
    assert advice.reasons[0].values["whose"]


@pytest.mark.parametrize(
    "late", [{"card": Chance.TOO_LATE}, {"card": Chance.AFTER_DECISION, "decision_on": FAR}, {"crosses_border": True}]
)
def test_without_an_address_and_without_time_a_call_is_offered(late: dict[str, Any]) -> None:
    advice = choose_channel(ChannelFacts(WEDNESDAY, has_email=False, **late), playbook())
    assert (advice.channel, advice.call) == (Channel.CARD, True)
    assert len(advice.reasons) == 2


@given(
    st.builds(
        ChannelFacts,
        interview_on=st.just(WEDNESDAY),
        decision_on=st.sampled_from([None, WEDNESDAY, SOON, FAR]),
        pace=st.sampled_from(Pace),
        person_prefers=st.sampled_from(["", "email", "card", "linkedin"]),
        organisation_prefers=st.sampled_from(["", "email", "card"]),
        has_email=st.booleans(),
        wants_no_email=st.booleans(),
        card=st.sampled_from(Chance),
        crosses_border=st.booleans(),
        chosen=st.sampled_from([None, *Channel]),
    ),
    st.sampled_from(shipped()),
)
def test_no_advice_without_a_reason_and_never_a_card_alone_for_whoever_has_an_address(
    facts: ChannelFacts, strategy: str
) -> None:
    advice = choose_channel(facts, playbook(strategy))
    assert advice.reasons
    if facts.chosen is None and facts.has_email and not facts.wants_no_email:
        assert advice.channel is not Channel.CARD
        assert advice.channel is Channel.EMAIL or not facts.crosses_border
