"""Erasing somebody, by the command itself: nowhere in the file's bytes, nor in exports, nor after a restore."""

from pathlib import Path

from django.apps import apps
from django.db.models import ForeignKey

from seguito.records import models
from tests.terminal import Seguito
from tests.walk.keeping import interviewed, sent

SECRETS = (
    "Giulia",
    "Marchetti",
    "giulia@ponte.example",
    "marchetti",
    "+39 02 5550143",
    "davanti a tutti",
    "via dei Pini",
)


def nowhere(home: Path) -> bool:
    held = b"".join(path.read_bytes() for path in home.rglob("*") if path.is_file())
    return not [secret for secret in SECRETS if secret.encode() in held]


def a_full_record(seguito: Seguito, tmp_path: Path) -> str:
    """Giulia, met, described, thanked; Marco's note names her."""
    talk = interviewed(seguito, tmp_path)
    seguito.json("set", "person", "Giulia", "phone=+39 02 5550143", "street=via dei Pini 3", "also=Giuly")
    notes = {one["to"]["name"]: one["id"] for one in seguito.json("draft", talk["id"])["notes"]}
    her = "Gentile Giulia,\n\nle pagine tolte davanti a tutti mi seguono ancora.\n\nAda Conti\n"
    sent(seguito, tmp_path, notes["Giulia Marchetti"], her)
    his = "Caro Marco,\n\ncome diceva Giulia, si comincia dalle pagine. Il friulano c'è.\n\nAda Conti\n"
    sent(seguito, tmp_path, notes["Marco Riva"], his)
    seguito.at("2026-12-10T12:00:00+01:00").json("outcome", talk["application"], "--no")
    return str(talk["people"][0]["id"])


def test_what_would_go_is_shown_first_and_nothing_goes(seguito: Seguito, tmp_path: Path) -> None:
    giulia = a_full_record(seguito, tmp_path)
    shown = seguito.json("erase", giulia)
    assert (shown["erased"], shown["goes"]["details"], shown["goes"]["notes"]) == (False, 1, 1)
    assert any("come diceva Giulia" in one["quote"] for one in shown["named_in"])
    assert seguito("person", giulia).code == 0


def test_erased_data_is_nowhere_in_the_folder(seguito: Seguito, tmp_path: Path, surroundings: Path) -> None:
    giulia = a_full_record(seguito, tmp_path)
    assert seguito.json("erase", giulia, "--yes")["erased"] is True
    assert nowhere(surroundings)
    assert not [secret for secret in SECRETS if secret in seguito("export").out]
    assert seguito("person", giulia, "--json").code == 2
    assert "Marco Riva" in seguito("people").out


def test_yesterdays_copy_brings_nobody_back(seguito: Seguito, tmp_path: Path, surroundings: Path) -> None:
    giulia = a_full_record(seguito, tmp_path)
    seguito.json("backup", tmp_path / "yesterday.db")
    seguito.json("erase", giulia, "--yes")
    seguito.json("restore", tmp_path / "yesterday.db")
    assert nowhere(surroundings)
    assert [one["name"] for one in seguito.json("people")["people"]] == ["Marco Riva"]


def test_somebody_who_is_met_again_later_stays(seguito: Seguito, tmp_path: Path) -> None:
    giulia = a_full_record(seguito, tmp_path)
    seguito.json("erase", giulia, "--yes")
    interviewed(seguito, tmp_path, house="Altra Casa")
    seguito.json("backup", tmp_path / "today.db")
    seguito.json("restore", tmp_path / "today.db")
    assert "Giulia Marchetti" in {one["name"] for one in seguito.json("people")["people"]}


def test_nothing_is_planned_with_somebody_who_was_erased(seguito: Seguito, tmp_path: Path) -> None:
    giulia = a_full_record(seguito, tmp_path)
    seguito.json("erase", giulia, "--yes")
    seguito.at("2027-02-10T12:00:00+01:00")
    assert giulia not in seguito("plan", "--json").out
    (check_in,) = [one for one in seguito.json("due")["follow_ups"] if one["kind"] == "check_in"]
    assert [one["name"] for one in check_in["about"]["people"]] == ["Marco Riva"]


def test_oneself_is_not_erased(seguito: Seguito, tmp_path: Path) -> None:
    interviewed(seguito, tmp_path)
    assert seguito("erase", "Ada Conti", "--yes", "--json").json["error"]["code"] == "that-is-you"


def test_whatever_belongs_to_a_person_goes_with_them() -> None:
    """Every table that names a person by key lets go of its rows with them, or says why it stays."""
    stays = {(models.Workspace, "me")}  # the reference goes, the workspace is nobody's but one's own
    for model in apps.get_app_config("records").get_models():
        for field in model._meta.concrete_fields:
            if isinstance(field, ForeignKey) and field.related_model is models.Person:
                assert field.remote_field.on_delete.__name__ == "CASCADE" or (model, field.name) in stays
