"""`seguito advise`: the contract's answer, and the same for a person."""

import json
from datetime import datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

import seguito.cli.zone as zone_of
from seguito.cli import main
from tests.terminal import Seguito

END = "2026-11-11T11:30:00+01:00"
NOW = "2026-11-11T12:15:00+01:00"


@pytest.fixture(autouse=True)
def at_its_best(seguito: Seguito) -> None:
    seguito.at(NOW)


def test_the_answer_has_the_contracts_shape(seguito: Seguito) -> None:
    answer = seguito.json("advise", "--end", END, "--zone", "Europe/Rome", "--prefers", "card", "--transit", "3")
    assert answer["channel"] == "both"
    assert answer["email"] | {"reasons": []} == {
        "opens_at": "2026-11-11T12:00:00+01:00",
        "best_until": "2026-11-11T12:30:00+01:00",
        "closes_at": "2026-11-12T11:30:00+01:00",
        "state": "best",
        "reasons": [],
    }
    card = answer["card"]
    assert {name: card[name] for name in card if name not in ("reasons", "crosses_border", "safe_post_by")} == {
        "can_arrive": True,
        "post_by": "2026-11-15",
        "must_arrive_by": "2026-11-18",
        "arrives_between": ["2026-11-18", "2026-11-18"],
        "before_decision": None,
        "service": None,
        "confidence": None,
        "accounted_for": [],
    }
    assert card["safe_post_by"] == "2026-11-13"
    assert answer["nudge_on"] is None
    for reason in (*answer["reasons"], *answer["email"]["reasons"], *card["reasons"]):
        assert reason["tip"].startswith("T")
        assert reason["message"]


def test_follow_ups_have_the_contracts_shape_and_the_first_is_the_debrief(seguito: Seguito) -> None:
    answer = seguito.json("advise", "--end", END, "--pace", "long", "--promised", "2026-11-20")
    assert [one["kind"] for one in answer["follow_ups"]] == ["debrief", "note", "card", "nudge"]
    assert answer["nudge_on"] == "2026-11-24"
    debrief = answer["follow_ups"][0]
    assert debrief["about"] == {"interview": None, "application": None, "people": []}
    assert debrief["opens_at"] == "2026-11-11T11:30:00+01:00"
    assert debrief["state"] == "best"
    assert set(debrief["next_step"]) == {"command", "message"}
    for one in answer["follow_ups"]:
        assert one["id"]
        assert one["reasons"]
        assert one["state"] in ("waiting", "open", "best", "late")


@pytest.mark.parametrize(
    ("now", "state"),
    [
        ("2026-11-11T11:30:00+01:00", "too_early"),
        ("2026-11-11T11:59:59+01:00", "too_early"),
        ("2026-11-11T11:00:00+00:00", "best"),
        ("2026-11-11T06:30:00-05:00", "best"),
        ("2026-11-11T12:30:01+01:00", "open"),
        ("2026-11-12T11:30:00+01:00", "open"),
        ("2026-11-12T11:30:01+01:00", "closed"),
    ],
)
def test_the_clock_may_stand_in_any_zone(seguito: Seguito, now: str, state: str) -> None:
    assert seguito.at(now).json("advise", "--end", END)["email"]["state"] == state


def test_a_time_without_offset_is_read_in_the_zone_told(seguito: Seguito) -> None:
    answer = seguito.json("advise", "--end", "2026-11-11T18:00", "--zone", "America/New_York")
    assert answer["email"]["closes_at"] == "2026-11-12T18:00:00-05:00"
    assert answer["zone"] == "America/New_York"


def test_without_a_zone_the_environments_is_the_readers(seguito: Seguito, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Kathmandu")
    answer = seguito.json("advise", "--end", "2026-11-11T18:00")
    assert answer["email"]["opens_at"] == "2026-11-11T18:30:00+05:45"


@pytest.mark.parametrize(
    ("value", "offset"),
    [
        ("", "+00:00"),
        (":Europe/Rome", "+01:00"),
        ("/usr/share/zoneinfo/America/New_York", "-05:00"),
        ("EST5EDT", "-05:00"),
    ],
)
def test_the_environment_may_name_its_zone_in_any_of_the_usual_ways(
    seguito: Seguito, monkeypatch: pytest.MonkeyPatch, value: str, offset: str
) -> None:
    monkeypatch.setenv("TZ", value)
    assert seguito.json("advise", "--end", "2026-11-11T18:00")["email"]["opens_at"].endswith(offset)


def test_an_environment_that_names_no_zone_is_told_so(seguito: Seguito, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    answer = seguito("advise", "--end", "2026-11-11T18:00", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "environment-zone-unknown")
    assert seguito("advise", "--end", "2026-11-11T18:00", "--zone", "Europe/Rome").code == 0


def test_without_any_word_the_machines_own_zone_counts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TZ")
    assert zone_of.reader_zone().key
    assert not zone_of.somebody_told(None)


def test_on_a_machine_set_to_utc_the_offset_that_was_typed_is_the_day_that_counts(
    seguito: Seguito, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TZ")
    monkeypatch.setattr("tzlocal.get_localzone_name", lambda: "Etc/UTC")
    late = seguito.json("advise", "--end", "2026-11-11T23:30:00-05:00", "--transit", "2")
    assert late["card"]["must_arrive_by"] == "2026-11-18"
    assert late["email"]["closes_at"] == "2026-11-12T23:30:00-05:00"


def test_elapsed_hours_across_the_change_of_clocks(seguito: Seguito) -> None:
    answer = seguito.json("advise", "--end", "2026-10-24T18:00", "--zone", "Europe/Rome")
    assert answer["email"]["closes_at"] == "2026-10-25T17:00:00+01:00"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--end", "yesterday"], "time-unreadable"),
        (["--end", "2026-02-30T10:00"], "time-unreadable"),
        (["--end", ""], "time-unreadable"),
        (["--end", "2026-11-11"], "hour-missing"),
        (["--end", "0001-01-01T00:00+14:00"], "year-too-far"),
        (["--end", "9999-12-31T23:59"], "year-too-far"),
        (["--end", "2026-03-29T02:30", "--zone", "Europe/Rome"], "hour-skipped"),
        (["--end", "2026-10-25T02:30", "--zone", "Europe/Rome"], "hour-twice"),
        (["--end", END, "--zone", "Rome"], "zone-unknown"),
        (["--end", END, "--zone", "../../etc/passwd"], "zone-unknown"),
        (["--end", END, "--decision", "2026-11-10"], "day-before-interview"),
        (["--end", END, "--promised", "2026-11-10"], "day-before-interview"),
        (["--end", END, "--posted", "2026-11-10"], "day-before-interview"),
        (["--end", END, "--decision", "soon"], "day-unreadable"),
        (["--end", END, "--decision", "2026-11-20T10:00"], "day-unreadable"),
        (["--end", END, "--decision", ""], "day-unreadable"),
        (["--end", END, "--decision", "9999-12-31"], "year-too-far"),
        (["--end", END, "--holiday", "Christmas"], "day-unreadable"),
        (["--end", END, "--transit", "-1"], "transit-unreadable"),
        (["--end", END, "--transit", "three"], "transit-unreadable"),
        (["--end", END, "--transit", "1.5"], "transit-unreadable"),
        (["--end", END, "--transit", "99999999999"], "transit-unreadable"),
        (["--end", END, "--transit", "²"], "transit-unreadable"),
        (["--end", END, "--service", "pigeon"], "service-unknown"),
        (["--end", END, "--service", "dk-postnord"], "service-unknown"),
        (["--end", END, "--to", "Roma, XX"], "place-unclear"),
        (["--end", END, "--playbook", "boston"], "playbook-unknown"),
        (["--end", END, "--pace", "breakneck"], "wrong-use"),
        (["--end", END, "--prefers", "pigeon"], "wrong-use"),
        (["--end", END, "--service", "it-posta4", "--transit", "3"], "wrong-use"),
        (["--end", END, "--pace", "long", "--decision", "2026-11-20"], "wrong-use"),
        ([], "wrong-use"),
        (["--end", END, "--colour", "red"], "wrong-use"),
    ],
)
def test_bad_input_is_a_problem_in_three_sentences(seguito: Seguito, words: list[str], code: str) -> None:
    answer = seguito("advise", *words, "--json")
    assert answer.code == 2
    assert set(answer.json) == {"error"}
    assert answer.json["error"]["code"] == code
    assert answer.json["error"]["message"].count(". ") >= 1


def test_a_town_alone_lies_in_the_country_of_the_zone(seguito: Seguito) -> None:
    answer = seguito.json("advise", "--end", END, "--from", "Frosolone")
    assert answer["from"] == {"city": "Frosolone", "region": None, "country": "IT"}


def test_an_hour_that_comes_twice_is_asked_about_with_both_readings(seguito: Seguito) -> None:
    answer = seguito("advise", "--end", "2026-10-25T02:30", "--zone", "Europe/Rome")
    assert answer.out == ""
    assert "2026-10-25T02:30:00+02:00 or 2026-10-25T02:30:00+01:00" in answer.err


def test_the_services_of_the_country_are_named_where_one_is_unknown(seguito: Seguito) -> None:
    answer = seguito("advise", "--end", END, "--from", "Roma, IT", "--service", "pigeon")
    assert "it-posta4, it-posta1, it-raccomandata" in answer.err


def test_for_a_person_the_advice_stands_first_and_each_reason_names_its_tip(seguito: Seguito) -> None:
    answer = seguito(
        *("advise", "--end", END, "--decision", "2026-12-01", "--from", "Roma, IT", "--to", "Milano, IT"),
        *("--promised", "2026-11-20"),
    )
    assert answer.err == ""
    assert (
        answer.out
        == """\
By e-mail now, and a card as well.
  T2.3  They decide on Tuesday 1 December 2026: there is time for a card too.
  T2.3  The e-mail goes now; the card follows in different words.

E-mail
  opens          Wednesday 11 November 2026, 12:00
  best until     Wednesday 11 November 2026, 12:30
  closes         Thursday 12 November 2026, 11:30
  Now is the best time, for 15 min more.
  T1.1  Half an hour to an hour later the talk is still fresh on both sides; after 24 hours one is lost in the crowd. \
(S. Johnson, R. Izaguirre)

Card, by Posta4
  post by        Thursday 12 November 2026
  arrives        Wednesday 18 November 2026 to Friday 20 November 2026
  confidence     90 % by the first day
  at the latest  Wednesday 18 November 2026
  They have it before they decide.
  T1.2  A handwritten note should reach its reader within seven days. (R. Izaguirre)

If they are silent, ask on Tuesday 24 November 2026.

First: Write down what was said, while you still hear it.
"""
    )


def test_a_holiday_that_is_not_counted_is_told_by_name(seguito: Seguito) -> None:
    words = ["advise", *("--end", "2026-12-04T11:30"), *("--from", "Roma, IT"), *("--to", "Milano, IT")]
    words += ["--posted", "2026-12-04"]
    out = seguito.at("2026-12-04T12:15:00+01:00")(*words).out
    assert "not counted: Monday 7 December 2026, Saint Ambrose's Day (Milano)" in out
    assert "not counted: Tuesday 8 December 2026, Immaculate Conception (IT)" in out
    assert "not counted: Saturday" not in out
    days = seguito.json(*words)["card"]["accounted_for"]
    assert [one["date"] for one in days][:4] == ["2026-12-05", "2026-12-06", "2026-12-07", "2026-12-08"]


def test_a_morning_is_offered_and_says_what_it_costs(seguito: Seguito) -> None:
    words = ("advise", "--end", "2026-11-13T17:00", "--pace", "long")
    assert "It may wait until Monday 16 November 2026, 08:30 at their place" in seguito(*words).out
    note = next(one for one in seguito.json(*words)["follow_ups"] if one["kind"] == "note")
    assert note["offers"][0]["at"] == "2026-11-16T08:30:00+01:00"
    assert "later than 24 hours" in note["offers"][0]["message"]


def test_a_late_note_is_told_that_it_is_late(seguito: Seguito) -> None:
    assert "It closed 1 d ago" in seguito.at("2026-11-13T11:30:00+01:00")("advise", "--end", END).out


def test_help_names_every_flag(seguito: Seguito, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["advise", "--help"])
    told = capsys.readouterr().out
    assert left.value.code == 0
    for flag in ("end", "zone", "decision", "pace", "prefers", "from", "to", "service", "transit", "holiday"):
        assert f"--{flag}" in told
    for flag in ("posted", "promised", "playbook", "json"):
        assert f"--{flag}" in told


def test_nothing_is_written_and_no_framework_is_loaded(seguito: Seguito, surroundings: Any) -> None:
    seguito.json("advise", "--end", END, "--prefers", "card", "--from", "Roma, IT")
    assert not surroundings.exists()


DAYS = st.dates(datetime(2026, 11, 1).date(), datetime(2026, 12, 31).date()).map(str)  # noqa: DTZ001
FLAGS = st.fixed_dictionaries(
    {},
    optional={
        "--zone": st.sampled_from(["Europe/Rome", "America/New_York", "Asia/Tokyo", "UTC"]),
        "--decision": DAYS,
        "--prefers": st.sampled_from(["email", "card"]),
        "--from": st.sampled_from(["Roma, IT", "Atlanta, GA, US", "Copenhagen, DK", "Oslo, NO"]),
        "--to": st.sampled_from(["Milano, IT", "Chicago, IL", "London, UK"]),
        "--transit": st.integers(0, 12).map(str),
        "--holiday": DAYS,
        "--posted": DAYS,
        "--promised": DAYS,
        "--playbook": st.sampled_from(["atlanta", "chicago", "default"]),
    },
)


@given(FLAGS, DAYS, st.integers(0, 23))
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_mixture_of_flags_is_answered_and_the_days_agree_with_one_another(
    seguito: Seguito, flags: dict[str, str], ended: str, hour: int
) -> None:
    words = [word for pair in flags.items() for word in pair]
    answer = seguito("advise", "--end", f"{ended}T{hour:02}:15", *words, "--json")
    told = json.loads(answer.out)
    if answer.code == 2:
        assert told["error"]["code"] in ("day-before-interview", "hour-twice")
        return
    assert answer.code == 0
    assert told["reasons"]
    card = told["card"]
    if told["channel"] != "email" or {"--from", "--to", "--transit", "--posted"} & set(flags):
        assert card is not None
    if card and card["post_by"]:
        assert ended <= card["post_by"] <= card["must_arrive_by"]
        assert card["can_arrive"]
    if card and card["arrives_between"]:
        first, last = card["arrives_between"]
        assert first <= last
        if "--decision" in flags:
            assert card["before_decision"] is (last < flags["--decision"])
