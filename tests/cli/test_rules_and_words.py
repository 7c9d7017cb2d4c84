"""The table of rules, and one's own words."""

from pathlib import Path

from tests.terminal import Seguito


def test_every_rule_speaks_both_languages_of_the_interface(seguito: Seguito) -> None:
    rules = seguito.json("rules")["rules"]
    assert {rule["look"] for rule in rules} == {"names", "language", "substance"}
    assert [rule["name"] for rule in rules if not (rule["says"].get("en") and rule["says"].get("it"))] == []


def test_a_word_of_ones_own_is_no_finding(seguito: Seguito, tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("Gentile dottoressa Bianchi,\n\nil frico che mi ha descritto mi è rimasto in mente.\n", "utf-8")

    def quotes() -> list[str]:
        looks = seguito("check", note, "--lang", "it", "--json").json["looks"]
        return [finding["quote"] for finding in looks[1]["findings"]]

    assert quotes() == ["frico"]
    assert seguito.json("words", "add", "frico", "frico")["words"] == ["frico"]
    assert quotes() == []
    seguito("words", "remove", "frico")
    assert quotes() == ["frico"]
