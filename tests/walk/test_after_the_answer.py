"""From a no to staying in touch, as a candidate does it (T5.4, T5.5)."""

from pathlib import Path
from typing import Any

from tests.terminal import Seguito
from tests.walk.keeping import interviewed, sent


def planned(seguito: Seguito, kind: str, *states: str) -> list[Any]:
    follow_ups = seguito.json("plan")["follow_ups"]
    return [
        one for one in follow_ups if one["kind"] == kind and one["state"] in (states or ("waiting", "open", "best"))
    ]


def test_a_no_replaces_what_was_planned_by_thanks_to_each(seguito: Seguito, tmp_path: Path) -> None:
    talk = interviewed(seguito, tmp_path)
    seguito.at("2026-12-10T12:00:00+01:00")
    came = seguito.json("outcome", talk["application"], "--no", "--lacked", "SEO")
    assert {one["kind"] for one in came["follow_ups"] if one["state"] == "best"} == {"gracious_no"}
    assert len(planned(seguito, "gracious_no")) == 2
    assert not planned(seguito, "nudge")
    assert not planned(seguito, "note")
    assert came["lacked"] == [{"skill": "seo", "label": "SEO"}]


def test_saying_it_twice_plans_it_once(seguito: Seguito, tmp_path: Path) -> None:
    talk = interviewed(seguito, tmp_path)
    first = seguito.at("2026-12-10T12:00:00+01:00").json("outcome", talk["application"], "--no")
    again = seguito.at("2026-12-11T12:00:00+01:00").json("outcome", talk["id"], "--no")
    assert [one["opens_at"] for one in first["follow_ups"]] == [one["opens_at"] for one in again["follow_ups"]]


def test_what_follows_a_no_survives_planning_the_interview_again(seguito: Seguito, tmp_path: Path) -> None:
    talk = interviewed(seguito, tmp_path)
    seguito.at("2026-12-10T12:00:00+01:00").json("outcome", talk["application"], "--no")
    before = planned(seguito, "gracious_no")
    seguito.json("set", "person", "Giulia", "title=dott.ssa")
    seguito.json("plan", talk["id"])
    assert planned(seguito, "gracious_no") == before


def test_the_sheet_after_a_no_asks_for_thanks_and_not_for_why_here(seguito: Seguito, tmp_path: Path) -> None:
    talk = interviewed(seguito, tmp_path)
    seguito.at("2026-12-10T12:00:00+01:00").json("outcome", talk["application"], "--no")
    notes = seguito.json("draft", talk["id"])["notes"]
    assert {note["purpose"] for note in notes} == {"gracious_no"}
    assert [note["to"]["name"] for note in notes] == ["Giulia Marchetti", "Marco Riva"]


def test_a_walk_from_no_to_the_third_letter_and_then_silence(seguito: Seguito, tmp_path: Path) -> None:
    talk = interviewed(seguito, tmp_path)
    seguito.at("2026-12-10T12:00:00+01:00").json("outcome", talk["application"], "--no", "--lacked", "statistica")
    thanks = seguito.json("draft", talk["id"], "--to", "Giulia")["notes"][0]["id"]
    sent(seguito, tmp_path, thanks, "Gentile Giulia,\n\ngrazie delle pagine tolte davanti a tutti.\n\nAda Conti\n")
    (marco,) = planned(seguito, "gracious_no")
    assert marco["about"]["people"][0]["name"] == "Marco Riva", "he is still to be thanked"
    thanks = seguito.json("draft", talk["id"], "--to", "Marco")["notes"][0]["id"]
    sent(seguito, tmp_path, thanks, "Gentile Marco,\n\nil ristorante friulano l'ho trovato.\n\nAda Conti\n")

    for day, lesson in (("2027-01-11", "un corso di statistica"), ("2027-04-12", "un sondaggio"), ("2027-07-20", "R")):
        seguito.at(f"{day}T12:00:00+01:00").json("learned", lesson, "--skill", "statistica")
        (check_in,) = planned(seguito, "check_in")
        assert check_in["state"] in ("open", "best"), (day, check_in)
        note = seguito.json("draft", talk["id"])["notes"]
        assert [one["purpose"] for one in note] == ["check_in"], "one person of the house is written to, not all"
        sent(seguito, tmp_path, note[0]["id"], f"Gentile Giulia,\n\nho imparato: {lesson}.\n\nAda Conti\n")
        seguito.json("learned", f"{lesson}, ancora", "--skill", "statistica") if day < "2027-07" else None
    assert not planned(seguito.at("2028-01-20T12:00:00+01:00"), "check_in"), "three without an answer are enough"
    seguito.json("reply", "Giulia", "--text", "Che bello sentirla!")
    seguito.json("learned", "un libro", "--skill", "statistica")
    (again,) = planned(seguito, "check_in")
    assert again["opens_at"][:10] == "2028-04-19", "90 days after her answer"


def test_a_check_in_without_anything_new_is_never_ready(seguito: Seguito, tmp_path: Path) -> None:
    talk = interviewed(seguito, tmp_path)
    seguito.at("2026-12-10T12:00:00+01:00").json("outcome", talk["application"], "--no")
    seguito.at("2027-01-10T12:00:00+01:00")
    note = seguito.json("draft", talk["id"], "--to", "Giulia", "--purpose", "check_in")["notes"][0]["id"]
    (tmp_path / "note.txt").write_text(
        "Gentile Giulia,\n\npenso ancora alle pagine tolte davanti a tutti. A presto!\n\nAda Conti\n"
    )
    seguito.json("edit", note, "--from", tmp_path / "note.txt")
    rules = [finding["rule"] for look in seguito("check", note, "--json").json["looks"] for finding in look["findings"]]
    assert "NOTHING_NEW" in rules
    assert seguito("approve", note, "--json").json["error"]["code"] == "note-held-back"
    seguito.json("learned", "ho finito un corso di statistica con i dati dell'Istat")
    rules = [finding["rule"] for look in seguito("check", note, "--json").json["looks"] for finding in look["findings"]]
    assert "NEWS_UNTOLD" in rules
    assert "NOTHING_NEW" not in rules
    (tmp_path / "note.txt").write_text(
        "Gentile Giulia,\n\na novembre ho finito un corso di statistica, lavorando sui dati Istat.\n\nAda Conti\n"
    )
    seguito.json("edit", note, "--from", tmp_path / "note.txt")
    rules = [finding["rule"] for look in seguito("check", note, "--json").json["looks"] for finding in look["findings"]]
    assert not {"NEWS_UNTOLD", "NOTHING_NEW"} & set(rules)


def test_a_reply_ends_the_chase(seguito: Seguito, tmp_path: Path) -> None:
    talk = interviewed(seguito, tmp_path)
    seguito.json("set", "application", talk["application"], "promised_on=2026-12-09")
    assert planned(seguito, "nudge")
    seguito.at("2026-12-10T09:00:00+01:00").json("outcome", talk["application"], "--silence")
    assert planned(seguito, "nudge"), "a silence leaves the question that is still to be asked"
    seguito.json("reply", "Giulia Marchetti", "--on", "2026-12-10")
    assert not planned(seguito, "nudge")
    assert planned(seguito, "check_in")[0]["opens_at"][:10] == "2027-01-11", "the thirtieth day is a Saturday"


def test_what_was_lacked_and_learned_is_told_as_what_one_could_write_about(seguito: Seguito, tmp_path: Path) -> None:
    talk = interviewed(seguito, tmp_path)
    seguito.at("2026-12-10T12:00:00+01:00")
    seguito.json("outcome", talk["application"], "--no", "--lacked", "data analysis", "--lacked", "gestione progetti")
    seguito.json("learned", "tre mesi di dati a scuola", "--skill", "analisi dei dati", "--on", "2026-12-10")
    (there,) = seguito.json("learned")["progress"]
    assert [one["text"] for one in there["learned"]] == ["tre mesi di dati a scuola"]
    assert [one["label"] for one in there["missing"]] == ["gestione progetti"]


def test_an_outcome_or_a_contact_of_tomorrow_is_refused(seguito: Seguito, tmp_path: Path) -> None:
    talk = interviewed(seguito, tmp_path)
    for words in (("outcome", talk["application"], "--no"), ("reply", "Giulia"), ("learned", "tedesco")):
        assert seguito(*words, "--on", "2026-12-24", "--json").code == 2
    assert seguito("outcome", talk["application"], "--json").code == 2, "what came of it must be said"
