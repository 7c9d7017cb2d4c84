"""Strategies adopted with open eyes, stories shared without names, results that say when they are too few (T6.1)."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from seguito.core.results import wilson
from tests.terminal import Seguito
from tests.walk.keeping import interviewed, sent

SLOW = """
id = "slow"
name = "Slow"
about = "An evening to think."

[email]
opens_after_minutes = 120
best_until_minutes = 180
because = "I write better after supper."
"""


def test_the_playbooks_are_listed_and_shown_with_whose_advice_they_are(seguito: Seguito) -> None:
    listed = {one["id"]: one for one in seguito.json("playbook")["playbooks"]}
    assert {"default", "atlanta", "chicago"} <= set(listed)
    assert listed["default"]["adopted"]
    assert "Izaguirre" in seguito.json("playbook", "show", "atlanta")["playbook"]["reasons"]["channel"]["whose"]


def test_adopting_shows_what_changes_before_anything_does(seguito: Seguito, tmp_path: Path) -> None:
    interviewed(seguito, tmp_path)
    (tmp_path / "slow.toml").write_text(SLOW)
    before = seguito.json("plan")
    shown = seguito.json("playbook", "adopt", tmp_path / "slow.toml")
    assert shown["adopted"] is False
    assert {one["kind"] for one in shown["changes"]} == {"note"}
    assert shown["changes"][0]["after"]["opens_at"].startswith("2026-12-02T12:00")
    assert seguito.json("plan") == before
    assert [one["id"] for one in seguito.json("playbook")["playbooks"] if one["own"]] == []
    seguito.json("playbook", "adopt", tmp_path / "slow.toml", "--yes")
    assert seguito.json("plan") != before
    assert [one["id"] for one in seguito.json("playbook")["playbooks"] if one["adopted"]] == ["slow"]
    (tmp_path / "slow.toml").unlink()
    seguito.json("set", "person", "Giulia", "title=dott.ssa")
    assert seguito.json("playbook", "adopt", "default")["changes"], "it is kept, whatever becomes of the file"


def test_a_wrong_figure_is_named_with_its_line(seguito: Seguito, tmp_path: Path) -> None:
    (tmp_path / "wrong.toml").write_text(SLOW.replace("180", '"soon"'))
    answer = seguito("playbook", "check", tmp_path / "wrong.toml", "--json")
    assert answer.code == 2
    assert "line 8" in answer.json["error"]["message"]


def test_a_story_is_shared_without_names_and_comes_back_as_text(seguito: Seguito, tmp_path: Path) -> None:
    talk = interviewed(seguito, tmp_path)
    seguito.json("outcome", talk["application"], "--offer")
    words = "All'Agenzia Ponte Giulia Marchetti rise; poi Marco disse di sì. Firmato Ada Conti."
    seguito.json("story", "write", "Il sì di Giulia", "--text", words, "--about", talk["id"], "--playbook", "atlanta")
    shared = seguito.json("story", "share", "Il sì", "-o", tmp_path / "story.txt")["text"]
    assert (tmp_path / "story.txt").read_text("utf-8") == shared
    assert not [name for name in ("Giulia", "Marchetti", "Marco", "Ponte", "Ada", "Conti") if name in shared]
    assert shared.startswith("# Il sì di ")
    assert "Playbook: atlanta\nOutcome: offer\n" in shared
    taken = seguito.json("story", "import", tmp_path / "story.txt")["story"]
    assert (taken["playbook"], taken["whose"]) == ("atlanta", "story.txt")
    seguito.json("story", "import", tmp_path / "story.txt")
    assert len(seguito.json("story")["stories"]) == 2
    commented = seguito.json("story", "comment", taken["id"], "l'ho provato anch'io")["story"]
    assert [one["text"] for one in commented["comments"]] == ["l'ho provato anch'io"]


def test_fewer_than_ten_cases_are_too_few_to_tell(seguito: Seguito, tmp_path: Path) -> None:
    talk = interviewed(seguito, tmp_path)
    note = seguito.json("draft", talk["id"], "--to", "Giulia")["notes"][0]["id"]
    sent(
        seguito,
        tmp_path,
        note,
        "Gentile Giulia,\n\nle pagine che nessuno legge, tolte davanti a tutti, mi seguono.\n\nAda Conti\n",
    )
    seguito.at("2026-12-04T12:00:00+01:00").json("reply", "Giulia", "--text", "Grazie")
    groups = {(one["by"], one["name"]): one for one in seguito.json("playbook", "results")["results"]}
    everything = groups[("all", "")]
    assert (everything["cases"], everything["answered"]["count"], everything["enough"]) == (1, 1, False)
    assert everything["days_to_answer"] == pytest.approx(2.0)
    assert groups[("timing", "hour")]["cases"] == 1
    assert groups[("details", "used")]["cases"] == 1
    assert "too few to tell" in seguito("playbook", "results").out


@pytest.mark.parametrize(
    ("count", "of", "low", "high"), [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0)]
)
def test_the_interval_is_wilsons(count: int, of: int, low: float, high: float) -> None:
    share = wilson(count, of)
    assert (share.low, share.high) == pytest.approx((low, high), abs=1e-4)


@given(st.integers(0, 200).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_interval_holds_the_share_and_never_leaves_nought_to_one(case: tuple[int, int]) -> None:
    share = wilson(*case)
    assert 0 <= share.low <= share.high <= 1
    if case[1]:
        assert share.low <= case[0] / case[1] <= share.high
