"""Two records that are the same person, made one by the command itself: nothing that was said, sent or planned is lost."""

from pathlib import Path
from typing import Any

from django.apps import apps
from django.db.models import ForeignKey

from seguito.records import models
from seguito.records.writes import merging
from tests.terminal import Seguito
from tests.walk.keeping import interviewed, sent


def met_twice(seguito: Seguito, tmp_path: Path) -> tuple[str, str]:
    """Giulia was met at her house, thanked and answered; then, under another address, elsewhere. Both ids."""
    first = interviewed(seguito, tmp_path)
    giulia = first["people"][0]["id"]
    notes = {one["to"]["name"]: one["id"] for one in seguito.json("draft", first["id"])["notes"]}
    sent(seguito, tmp_path, notes["Giulia Marchetti"], "Gentile Giulia,\n\nle pagine tolte mi seguono.\n\nAda Conti\n")
    second = seguito.json(
        "add", "--organisation", "Casa Nuova", "--role", "Redattrice", "--when", "2026-12-02T16:00", "--lasts", 60,
        "--with", "G. Marchetti <g.marchetti@nuova.example>",
    )["interviews"][0]  # fmt: skip
    (tmp_path / "more.txt").write_text("G. Marchetti ~ ha una figlia che va in barca\n", "utf-8")
    seguito.at("2026-12-02T18:00:00+01:00").json("debrief", second["id"], "--from", tmp_path / "more.txt")
    seguito.json("set", "person", second["people"][0]["id"], "street=via dei Pini 3", "city=Milano", "also=Giuly")
    return giulia, second["people"][0]["id"]


def plans(seguito: Seguito) -> list[Any]:
    return [one for one in seguito.json("plan")["follow_ups"] if one["state"] not in ("superseded", "cancelled")]


def test_what_would_move_is_shown_first_and_nothing_moves(seguito: Seguito, tmp_path: Path) -> None:
    giulia, other = met_twice(seguito, tmp_path)
    before = seguito("export").out
    shown = seguito.json("merge", "person", giulia, other)
    assert (shown["merged"], shown["moves"]["details"], shown["moves"]["interviews"]) == (False, 1, 1)
    assert seguito("export").out.partition("tables")[2] == before.partition("tables")[2]


def test_everything_of_both_is_the_ones_who_stays(seguito: Seguito, tmp_path: Path) -> None:
    giulia, other = met_twice(seguito, tmp_path)
    both = [seguito.json("person", one) for one in (giulia, other)]
    before = sorted((one["kind"], one["state"]) for one in plans(seguito))
    assert seguito.json("merge", "person", giulia, other, "--yes")["merged"] is True
    now = seguito.json("person", giulia)
    assert {one["text"] for one in now["details"]} == {one["text"] for person in both for one in person["details"]}
    assert [one["state"] for one in now["notes"]] == ["sent"]
    person = now["person"]
    assert person["email"] == ["giulia@ponte.example", "g.marchetti@nuova.example"]
    assert set(person["also"]) == {"G. Marchetti", "Giuly"}
    assert (person["street"], person["city"]) == ("via dei Pini 3", "Milano")
    assert sorted((one["kind"], one["state"]) for one in plans(seguito)) == before
    assert other not in seguito("export").out.partition('"auditentry"')[0]
    assert seguito("person", other, "--json").code == 2


def test_what_was_done_stays_done(seguito: Seguito, tmp_path: Path) -> None:
    """The one who goes was thanked: the one who stays is not thanked again (nothing goes out twice)."""
    giulia, other = met_twice(seguito, tmp_path)
    seguito.json("merge", "person", other, giulia, "--yes")
    thanks = [one for one in plans(seguito) if one["kind"] == "note" and one["state"] != "done"]
    ponte = seguito.json("plan", "Agenzia Ponte")["follow_ups"]
    assert [one["state"] for one in ponte if one["kind"] == "note" and other in str(one["about"])] == ["done"]
    assert len(thanks) == len([one for one in thanks if "Agenzia Ponte" not in str(one)])


def test_the_same_seat_and_the_same_address_stay_once(seguito: Seguito, tmp_path: Path) -> None:
    talk = interviewed(seguito, tmp_path)
    giulia, marco = (one["id"] for one in talk["people"])
    seguito.json("set", "person", marco, "email=GIULIA@ponte.example", "email=marco@ponte.example")
    seguito.json("merge", "person", giulia, marco, "--yes")
    (again,) = seguito.json("people")["people"]
    assert (again["id"], again["name"]) == (giulia, "Giulia Marchetti")
    assert seguito.json("person", giulia)["person"]["email"] == ["giulia@ponte.example", "marco@ponte.example"]


def test_erasing_the_one_brings_neither_back_from_a_copy(seguito: Seguito, tmp_path: Path) -> None:
    giulia, other = met_twice(seguito, tmp_path)
    seguito.json("backup", tmp_path / "before.db")
    seguito.json("merge", "person", giulia, other, "--yes")
    seguito.json("erase", giulia, "--yes")
    seguito.json("restore", tmp_path / "before.db")
    assert [one["name"] for one in seguito.json("people")["people"]] == ["Marco Riva"]


def test_oneself_and_the_same_record_are_not_merged(seguito: Seguito, tmp_path: Path) -> None:
    talk = interviewed(seguito, tmp_path)
    giulia = talk["people"][0]["id"]
    assert (
        seguito("merge", "person", giulia, "Ada Conti", "--yes", "--json").json["error"]["code"]
        == "merged-with-oneself"
    )
    assert seguito("merge", "person", giulia, giulia, "--yes", "--json").json["error"]["code"] == "same-record"


def test_two_places_in_the_recruiters_file_become_one(seguito: Seguito, tmp_path: Path) -> None:
    giulia, other = met_twice(seguito, tmp_path)
    for one, why in ((giulia, "legge le pagine ad alta voce"), (other, "ha scritto il giorno stesso")):
        seguito.json("talent", "add", one, "--because", why, "--consent-until", "2028-12-01")
    seguito.json("merge", "person", giulia, other, "--yes")
    told = seguito("talent", "show", giulia).out
    assert "legge le pagine" in told
    assert "ha scritto il giorno stesso" in told


def test_two_houses_become_one(seguito: Seguito, tmp_path: Path) -> None:
    met_twice(seguito, tmp_path)
    assert seguito.json("merge", "organisation", "Agenzia Ponte", "Casa Nuova", "--yes")["moves"]["people"] == 1
    talks = seguito.json("plan")["follow_ups"]
    assert talks
    seguito.json("set", "organisation", "Agenzia Ponte", "prefers=card")
    assert "Casa Nuova" in seguito("set", "organisation", "Agenzia Ponte", "pace=fast").out


def test_every_table_that_names_a_person_is_followed() -> None:
    """Whoever adds a table with a person in it has its rows moved as well, and says where two rows may be the same."""
    for model in apps.get_app_config("records").get_models():
        for field in model._meta.get_fields():
            if isinstance(field, ForeignKey) and field.related_model is models.Person and issubclass(model, models.Row):
                unique = [c for c in model._meta.constraints if field.name in getattr(c, "fields", ())]
                once = bool(unique) or field.unique
                assert not once or model in (*merging._SAYS_THE_SAME, models.Talent), model
