"""An interview told by hand, its debrief and its sheets: what a person types on a first evening."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import Seguito

BEFORE = "2026-12-01T09:00:00+01:00"
AFTER = "2026-12-02T11:30:00+01:00"


@pytest.fixture
def told(seguito: Seguito) -> Seguito:
    """An interview of Wednesday 2 December, 10:00 to 10:45 in Rome."""
    seguito.at(BEFORE)("me", "name=Lena Park", "email=lena@mail.example", "zone=Europe/Rome", "country=IT")
    seguito.json(
        *("add", "--organisation", "O'Neil & Söhne", "--role", 'Head of "PR"', "--when", "2026-12-02T10:00"),
        *("--lasts", "45", "--with", "Zoë Öz <zoe@oneil.example>", "--with", '"Bianchi, Giulia" <g@oneil.example>'),
        *("--with", "bob@oneil.example"),
    )
    return seguito.at(AFTER)


def test_a_name_is_turned_round_and_an_address_alone_is_a_person_without_a_name(told: Seguito) -> None:
    people = told.json("people")["people"]
    assert {(one["name"], one["email"]) for one in people} == {
        ("Zoë Öz", "zoe@oneil.example"),
        ("Giulia Bianchi", "g@oneil.example"),
        ("", "bob@oneil.example"),
    }
    assert "bob@oneil.example" in told("people").out


@pytest.mark.parametrize(
    "panelist", ["A <a@@b>", "<>", "x@nodomain", "José <josé@mail.example>", "a@b.example, c@d.example", "A <a b@c.d>"]
)
def test_an_address_that_cannot_be_mailed_is_said_at_once_and_nothing_is_recorded(
    seguito: Seguito, panelist: str
) -> None:
    answer = seguito(
        *("add", "--organisation", "X", "--when", "2026-12-02T10:00", "--lasts", "5", "--with", panelist, "--json")
    )
    assert (answer.code, answer.json["error"]["code"]) == (2, "address-not-mailable")
    assert seguito.json("plan") == {"follow_ups": []}
    assert seguito.json("people") == {"people": []}


def test_the_hours_are_those_of_tz_where_nobody_told_a_zone(tmp_path: Path) -> None:
    """In a process of its own: what Django does to `TZ` as it starts must not reach the reader."""
    environment = {**os.environ, "TZ": "America/New_York", "SEGUITO_HOME": str(tmp_path), "SEGUITO_NOW": BEFORE}
    words = ["add", "--organisation", "X", "--role", "R", "--when", "2026-12-02T10:00", "--lasts", "30", "--json"]
    done = subprocess.run(
        [sys.executable, "-m", "seguito", *words], env=environment, capture_output=True, text=True, check=True
    )
    (talk,) = json.loads(done.stdout)["interviews"]
    assert talk["ends_at"] == "2026-12-02T10:30:00-05:00"
    assert {one["opens_at"] for one in talk["follow_ups"]} == {"2026-12-02T10:30:00-05:00"}


def test_what_is_next_is_told_by_the_readers_clock(told: Seguito) -> None:
    assert "Next: Wednesday 2 December 2026, 10:45." in told.at(BEFORE)("due").out


def test_an_hour_told_without_an_offset_is_one_of_the_interviews_own_zone(told: Seguito) -> None:
    told("set", "interview", "O'Neil", "zone=America/Chicago")
    known = told.json("set", "interview", "O'Neil", "starts_at=2026-12-02T09:00", "ends_at=2026-12-02T09:50")
    assert known["interview"]["ends_at"] == "2026-12-02T09:50:00-06:00"


@pytest.mark.parametrize(
    ("noun", "field", "code"),
    [
        ("interview", "starts_at=", "bad-value"),
        ("interview", "zone=", "bad-value"),
        ("interview", "ends_at=2026-12-02", "bad-value"),
        ("interview", "ends_at=9999-12-31T23:59+00:00", "year-too-far"),
        ("interview", "ends_at=2026-12-02T09:59", "ends-before-start"),
        ("organisation", "name=", "bad-value"),
        ("organisation", "name=" + "x" * 5000, "bad-value"),
    ],
)
def test_what_no_interview_can_do_without_is_never_taken_away(told: Seguito, noun: str, field: str, code: str) -> None:
    before = told.json("export")
    answer = told("set", noun, "O'Neil", field, "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, code)
    assert len(answer.json["error"]["message"]) < 400
    assert told.json("export") == before


def test_a_debrief_says_why_a_line_found_no_place_and_doubts_a_wrong_weekday(told: Seguito) -> None:
    typed = "Marco: they ship weekly\nGiulia ! an answer by Monday 9 December\n"
    shown = told("debrief", "O'Neil", "--from", "-", typed=typed).out
    assert (
        "“Marco: they ship weekly” is kept, with nobody's name on it. Nobody on this panel is called “Marco”." in shown
    )
    assert "the weekday and the date contradict each other; Wednesday 9 December 2026 is kept" in shown
    assert "Nothing from Zoë Öz and bob@oneil.example yet." in shown


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_as_the_editors_of_the_world_write_it(told: Seguito, tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "said.txt"
    file.write_bytes("Giulia: perché la città è “loro”\r\n\r\n* i più giovani\r\n".encode(encoding))
    details = told.json("debrief", "O'Neil", "--from", file)["details"]
    assert [detail["text"] for detail in details] == ["perché la città è “loro”", "i più giovani"]


def test_a_file_that_is_no_text_is_refused(told: Seguito, tmp_path: Path) -> None:
    file = tmp_path / "said.docx"
    file.write_bytes(b"PK\x03\x04\x14\x00\x00\x00\xff\xfe\x9d")
    answer = told("debrief", "O'Neil", "--from", file, "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "file-unreadable")
    assert told.json("debrief", "O'Neil", "--from", "-", typed="")["details"] == []


def test_the_details_of_a_sheet_come_in_its_order_the_opening_first(told: Seguito) -> None:
    """Also when it is laid out again after more was remembered."""
    told("debrief", "O'Neil", "--from", "-", typed="Zoë ~ sails\nZoë: they rewrote the brief\nGiulia ~ keeps bees\n")
    for more in ("", "Zoë ? how would I measure a press office\nGiulia: the juniors present\n"):
        told("debrief", "O'Neil", "--from", "-", typed=more)
        texts = {one["id"]: one["text"] for one in told.json("debrief", "O'Neil", "--from", "-", typed="")["details"]}
        for note in told.json("draft", "O'Neil")["notes"]:
            places = [note["text"].find(texts[detail]) for detail in note["details"]]
            assert places == sorted(places)


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_file_may_begin_with_its_subject_in_either_language(told: Seguito, tmp_path: Path, end: str) -> None:
    told("draft", "O'Neil")
    file = tmp_path / "note.txt"
    for word in ("Subject", "Oggetto", "oggetto "):
        file.write_bytes(end.join([f"{word}: The  brief", "", "Dear Zoë,", "", "it was good.", ""]).encode())
        note = told.json("edit", "Zoë", "--from", file)["note"]
        assert (note["subject"], note["text"]) == ("The brief", "Dear Zoë,\n\nit was good.\n")


def test_the_same_words_again_are_no_edit(told: Seguito, tmp_path: Path) -> None:
    """A sheet that was only looked at is still laid out anew when more is remembered."""
    (sheet, *_) = told.json("draft", "O'Neil", "--to", "Zoë")["notes"]
    file = tmp_path / "note.txt"
    file.write_text(sheet["text"])
    assert told.json("edit", "Zoë", "--from", file)["note"]["text"] == sheet["text"]
    assert "Nothing was changed in the note to Zoë Öz." in told("edit", "Zoë", "--from", file).out
    told("debrief", "O'Neil", "--from", "-", typed="Zoë ~ sails to Elba\n")
    assert "sails to Elba" in told.json("draft", "O'Neil", "--to", "Zoë")["notes"][0]["text"]


def test_json_is_answered_whatever_was_typed(seguito: Seguito) -> None:
    for words in (["frob"], ["due", "--frob"], ["add"], ["set", "person"], ["--json", "due"]):
        answer = seguito(*words, "--json")
        assert answer.code == 2
        assert answer.json["error"]["message"]


def test_a_name_in_loose_letters_is_kept_in_composed_ones(seguito: Seguito) -> None:
    words = ("add", "--organisation", "X", "--when", "2026-12-02T10:00", "--lasts", "5")
    seguito(*words, "--with", "Nicolo\u0300 D'Amico <n@x.example>")
    assert seguito.json("people")["people"][0]["name"] == "Nicol\u00f2 D'Amico"


def test_of_several_that_fit_each_is_told_with_what_tells_them_apart(told: Seguito) -> None:
    words = ("--when", "2026-12-03T10:00", "--lasts", "5", "--with", "Zoë Öz <zoe@oneil.example>")
    told("add", "--organisation", "Acme", *words)
    for house in ("O'Neil", "Acme"):
        told("draft", house)
    shown = told("check", "Zoë").err
    assert "Zoë Öz, Acme, email" in shown
    assert "Zoë Öz, O'Neil & Söhne, email" in shown


def test_an_answer_is_taken_only_for_a_note_of_the_records(seguito: Seguito, tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("Dear Ms Reed,\n")
    answer = seguito("check", file, "--answer", "abc", "--because", "so", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "answer-without-note")


@pytest.mark.skipif(os.name != "posix" or not shutil.which("iconv"), reason="the editor is a shell script")
def test_a_form_that_was_never_handed_in_takes_out_nothing_that_was_noted_since(
    told: Seguito, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def edits_with(script: str) -> None:
        editor = tmp_path / "editor"
        editor.write_text(f"#!/bin/sh\n{script}\n")
        editor.chmod(0o755)
        monkeypatch.setenv("EDITOR", str(editor))
        monkeypatch.setattr(sys, "stdin", Typewriter())

    monkeypatch.delenv("VISUAL", raising=False)
    edits_with("echo 'Zoë: they rewrote the brief' >> \"$1\"; exit 1")
    assert told("debrief", "O'Neil").code == 2
    told("debrief", "O'Neil", "--from", "-", typed="Giulia ~ keeps bees\n")
    # An editor that saves in another encoding than it was given:
    edits_with('echo \'* perché no\' >> "$1"; iconv -f UTF-8 -t UTF-16 "$1" > "$1.new"; mv "$1.new" "$1"')
    details = told.json("debrief", "O'Neil")["details"]
    assert {one["text"] for one in details} == {"they rewrote the brief", "keeps bees", "perché no"}


class Typewriter:
    """A terminal, as far as an editor asks."""

    def isatty(self) -> bool:
        return True


def test_an_invite_that_ends_before_it_starts_records_nothing(seguito: Seguito, tmp_path: Path) -> None:
    """It is bad input by file as it is by hand: plainly said, nothing half written."""
    turned = (Path(__file__).parents[2] / "examples" / "interview.ics").read_bytes()
    file = tmp_path / "turned.ics"
    file.write_bytes(turned.replace(b"20261202T153000", b"20261202T133000"))
    answer = seguito("add", file, "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "invite-ends-before-start")
    assert seguito.json("people")["people"] == []
    assert seguito.json("plan")["follow_ups"] == []


def test_whoever_bears_my_address_was_me_and_leaves_the_panel(seguito: Seguito) -> None:
    told = ("--organisation", "Northlight Press", "--role", "Editor", "--when", "2026-12-02T10:00", "--lasts", "60")
    panel = ("--with", "Anna Reed <anna.reed@northlight.example>", "--with", "Ada Conti <ada@mail.example>")
    (talk,) = seguito.json("add", *told, *panel)["interviews"]
    assert len(talk["people"]) == 2
    seguito.json("me", "name=Ada Conti", "email=ada@mail.example")
    planned = seguito.json("plan", talk["id"])["follow_ups"]
    assert {one["name"] for follow_up in planned for one in follow_up["about"]["people"]} == {"Anna Reed"}
    assert [one["name"] for one in seguito.json("people")["people"]] == ["Anna Reed"]


def test_somebody_who_was_written_to_stays_though_they_share_my_address(seguito: Seguito) -> None:
    told = ("--organisation", "Northlight Press", "--role", "Editor", "--when", "2026-12-02T10:00", "--lasts", "60")
    (talk,) = seguito.json("add", *told, "--with", "Anna Reed <ours@mail.example>")["interviews"]
    (note,) = seguito.json("draft", talk["id"])["notes"]
    seguito.json("edit", note["id"], "--subject", "Clocks")
    seguito.json("me", "name=Ada Conti", "email=ours@mail.example")
    planned = seguito.json("plan", talk["id"])["follow_ups"]
    assert {one["name"] for follow_up in planned for one in follow_up["about"]["people"]} == {"Anna Reed"}
