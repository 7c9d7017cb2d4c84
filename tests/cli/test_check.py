"""`seguito check`: the three looks over a file, over stdin, over many notes, one a line."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.terminal import Seguito

CONTEXT = {
    "organisation": "Fonderia Bellandi",
    "role": "Responsabile Qualità",
    "candidate": "Elena Savoldi",
    "to": "Anna Marchetti",
    "interviewers": [
        {"name": "Anna Marchetti", "title": "dott.ssa", "gender": "f", "email": "a.marchetti@bellandi.example"},
        {"name": "Marco Tiraboschi", "title": "ing.", "gender": "m"},
    ],
    "interview": "2026-12-02T10:00:00+01:00",
}
RIGHT = """Gentile dottoressa Marchetti,

non guardo più un bullone allo stesso modo, dopo la sua storia della pressa che cantava. In Fonderia Bellandi verrei
proprio per questo: da voi si ascolta anche una macchina.

Cordiali saluti,
Elena Savoldi
"""
WRONG = RIGHT.replace("Marchetti", "Marcheti")


def names(answer: Any) -> Any:
    return next(look for look in answer["looks"] if look["look"] == "names")


@pytest.fixture
def note(tmp_path: Path) -> Path:
    (tmp_path / "context.json").write_text(json.dumps(CONTEXT), "utf-8")
    (tmp_path / "note.txt").write_text(WRONG, "utf-8")
    return tmp_path / "note.txt"


def test_the_json_has_the_fields_of_the_contract(seguito: Seguito, note: Path, surroundings: Path) -> None:
    answer = seguito("check", note, "--context", note.with_name("context.json"), "--json")
    assert answer.code == 1
    assert list(answer.json) == ["id", "lang", "ready", "looks"]
    assert (answer.json["lang"], answer.json["ready"]) == ("it", False)
    assert [look["look"] for look in answer.json["looks"]] == ["names", "language", "substance"]
    look = names(answer.json)
    assert list(look) == ["look", "passed", "findings"]
    assert not look["passed"]
    (finding,) = look["findings"]
    assert {
        name: finding[name] for name in "rule severity start end quote suggestions".split()
    } == {
        "rule": "NAME_TYPO",
        "severity": "stop",
        "start": WRONG.index("Marcheti"),
        "end": WRONG.index("Marcheti") + len("Marcheti"),
        "quote": "Marcheti",
        "suggestions": ["Marchetti"],
    }  # fmt: skip
    assert finding["id"]
    assert "Marchetti" in finding["message"]
    assert not surroundings.exists(), "checking a file records nothing"


def test_a_note_that_every_look_lets_pass_is_ready(seguito: Seguito, note: Path) -> None:
    note.write_text(RIGHT, "utf-8")
    answer = seguito("check", note, "--context", note.with_name("context.json"))
    assert (answer.code, answer.out.splitlines()[-1]) == (0, "Ready to go.")


def test_a_person_sees_the_words_marked_in_their_line(seguito: Seguito, note: Path) -> None:
    lines = seguito("check", note, "--context", note.with_name("context.json")).out.splitlines()
    shown = next(n for n, line in enumerate(lines) if line.endswith("dottoressa Marcheti,"))
    assert lines[shown + 1].index("^") == lines[shown].index("Marcheti")
    assert lines[shown + 1].count("^") == len("Marcheti")


def test_the_findings_speak_the_language_of_the_interface(
    seguito: Seguito, note: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEGUITO_LANG", "it")
    answer = seguito("check", note, "--context", note.with_name("context.json"), "--json")
    (finding,) = names(answer.json)["findings"]
    assert finding["message"] == "«Marcheti» è scritto male: il nome è Marchetti."


def test_stdin_is_read_like_a_file(seguito: Seguito) -> None:
    answer = seguito("check", "-", "--json", typed="Dear Ms Kearny,\n\nthank you for [detail].\n")
    assert answer.json["lang"] == "en"
    assert [f["rule"] for f in names(answer.json)["findings"]] == ["NO_ROSTER", "PLACEHOLDER"]


def test_one_s_own_words_are_right_as_they_stand(seguito: Seguito, note: Path, surroundings: Path) -> None:
    surroundings.mkdir()
    (surroundings / "words.txt").write_text("Marcheti\n", "utf-8")
    answer = seguito("check", note, "--context", note.with_name("context.json"), "--json")
    assert names(answer.json)["findings"] == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_any_usual_encoding_is_read_and_places_are_those_of_the_text(
    seguito: Seguito, note: Path, encoding: str
) -> None:
    note.write_bytes(WRONG.encode(encoding))
    answer = seguito("check", note, "--context", note.with_name("context.json"), "--json")
    (finding,) = names(answer.json)["findings"]
    assert finding["start"] == WRONG.index("Marcheti")
    assert ("Windows-1252" in answer.err) == (encoding == "cp1252")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("check", "missing.txt"), "file-unreadable"),
        (("check",), "nothing-to-check"),
        (("check", "-", "--lang", "tlh"), "language-unknown"),
        (("check", "-", "--context", "missing.json"), "file-unreadable"),
    ],
)
def test_wrong_use_is_an_error_with_exit_code_2(seguito: Seguito, words: tuple[str, ...], code: str) -> None:
    answer = seguito(*words, "--json", typed="Dear Anna,")
    assert (answer.code, answer.json["error"]["code"]) == (2, code)


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"interviewers": "Anna"}, "interviewers"),
        ({"interview": "yesterday"}, "interview"),
        ({"role": 3}, "role"),
        ({"channel": "pigeon"}, "channel"),
        ([], "context"),
    ],
)
def test_a_context_of_the_wrong_kind_is_named(seguito: Seguito, note: Path, told: Any, field: str) -> None:
    note.with_name("context.json").write_text(json.dumps(told), "utf-8")
    answer = seguito("check", note, "--context", note.with_name("context.json"), "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "context-unclear")
    assert field in answer.json["error"]["message"]


def test_a_context_that_is_no_json_is_told_with_its_line(seguito: Seguito, note: Path) -> None:
    note.with_name("context.json").write_text('{\n"role": \n}', "utf-8")
    answer = seguito("check", note, "--context", note.with_name("context.json"), "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "context-no-json")
    assert "line 3" in answer.json["error"]["message"]


def test_a_note_longer_than_any_is_refused(seguito: Seguito, note: Path) -> None:
    note.write_text("a " * 10_001, "utf-8")
    answer = seguito("check", note, "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, "note-too-long")


def test_lines_are_answered_in_order_and_a_bad_one_with_its_error(seguito: Seguito, tmp_path: Path) -> None:
    lines = [
        json.dumps({"id": "a", "text": WRONG, "lang": "it", "context": CONTEXT}),
        "{no json",
        "",
        json.dumps({"id": 7, "text": None}),
        json.dumps({"id": "b", "text": RIGHT, "context": {"interview": 3}}),
        json.dumps({"id": "c", "text": "Dear \ud800 Anna,\x00 hello", "lang": "en"}),
        json.dumps({"id": "d", "text": RIGHT, "context": CONTEXT}),
    ]
    (tmp_path / "notes.jsonl").write_text("\n".join(lines), "utf-8")
    answer = seguito("check", "--jsonl", tmp_path / "notes.jsonl")
    answers = [json.loads(line) for line in answer.out.splitlines()]
    assert [(a["id"], "error" in a) for a in answers] == [
        ("a", False), (None, True), (7, True), ("b", True), ("c", False), ("d", False),
    ]  # fmt: skip
    assert (answers[0]["ready"], answers[-1]["ready"], answers[-1]["lang"]) == (False, True, "it")
    assert answer.code == 1, "a note was held back"


def test_lines_that_are_all_ready_end_with_0(seguito: Seguito) -> None:
    answer = seguito("check", "--jsonl", "-", typed=json.dumps({"id": 1, "text": RIGHT, "context": CONTEXT}) + "\n")
    assert (answer.code, json.loads(answer.out)["ready"]) == (0, True)


def test_an_answer_goes_out_before_the_next_line_has_come_in() -> None:
    command = [sys.executable, "-m", "seguito", "check", "--jsonl", "-"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdin
        assert running.stdout
        for number in (1, 2):
            running.stdin.write(json.dumps({"id": number, "text": "Hello."}) + "\n")
            running.stdin.flush()
            assert json.loads(running.stdout.readline())["id"] == number
        running.stdin.close()
        running.wait(timeout=60)


def test_checking_a_file_starts_neither_django_nor_the_other_language(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(RIGHT, "utf-8")
    program = (
        "import sys; from seguito.cli import main; main(sys.argv[1:]);"
        "sys.exit(any(name.startswith(('django', 'seguito.languages.en.', 'harper')) for name in sys.modules))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program, "check", str(tmp_path / "note.txt"), "--lang", "it"],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
