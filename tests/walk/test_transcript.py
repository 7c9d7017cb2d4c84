"""A transcript offers details, its reader takes or leaves them, and nothing else of it is kept (T1.3)."""

from pathlib import Path

import pytest

from tests.core.transcripts.saved import ALL, MEET
from tests.terminal import Seguito


@pytest.fixture
def talk(seguito: Seguito) -> str:
    seguito.at("2026-12-02T16:30:00+01:00")
    seguito("me", "name=Ada Conti", "zone=Europe/Rome")
    added = seguito.json(
        "add", "--organisation", "Izaguirre", "--role", "Press Officer", "--when", "2026-12-02T15:00", "--lasts", "60",
        "--with", "Giulia Bianchi <giulia@izaguirre.example>", "--with", "Marco Rossi <marco@izaguirre.example>",
    )  # fmt: skip
    return str(added["interviews"][0]["id"])


def details(seguito: Seguito, talk: str, tmp_path: Path) -> list[tuple[str | None, str, str, str | None]]:
    (tmp_path / "none.txt").write_text("")
    held = seguito.json("debrief", talk, "--from", str(tmp_path / "none.txt"))["details"]
    return [(one["person"] and one["person"]["name"], one["kind"], one["by"], one["due_on"]) for one in held]


def trouble(seguito: Seguito, *words: str) -> str:
    answer = seguito(*words, "--json")
    assert answer.code == 2
    return str(answer.json["error"]["code"])


def test_what_is_taken_becomes_details_and_the_rest_is_gone(seguito: Seguito, talk: str, tmp_path: Path) -> None:
    file = tmp_path / "meet.txt"
    file.write_text(MEET + "Giulia Bianchi: My daughter sails a dinghy on the reservoir.\n", "utf-8")
    offered = seguito.json("transcript", talk, str(file))["suggestions"]
    assert details(seguito, talk, tmp_path) == []
    assert [(one["kind"], one["by"], one["taken"]) for one in offered] == [
        ("insight", "them", False), ("promise", "me", False), ("aside", "them", False),
    ]  # fmt: skip
    for _ in range(2):  # twice is once
        seguito("transcript", talk, str(file), "--take", "1-2")
    assert details(seguito, talk, tmp_path) == [
        ("Giulia Bianchi", "insight", "them", None), (None, "promise", "me", "2026-12-03"),
    ]  # fmt: skip
    kept = [one for one in tmp_path.rglob("*") if one.is_file() and one != file and b"dinghy" in one.read_bytes()]
    assert kept == []


def test_a_voice_without_a_name_is_told_whose_it_is(seguito: Seguito, talk: str, tmp_path: Path) -> None:
    file = tmp_path / "voices.txt"
    text = ALL["lines with a time"].replace("Giulia Bianchi", "Speaker 1").replace("Ada Conti", "Speaker 2")
    file.write_text(text + text.replace("Thursday", "Friday"), "utf-8")
    told = seguito.json("transcript", talk, str(file), "--who", "Speaker 1=giulia", "--who", "Speaker 2=me")
    assert [(one["person"] and one["person"]["name"], one["me"]) for one in told["voices"]] == [
        ("Giulia Bianchi", False), (None, True),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "what"),
    [
        (("--who", "Speaker 9=giulia"), "nobody-called-so"),
        (("--who", "Giulia Bianchi=Zeno"), "nobody-called-so"),
        (("--who", "Giulia Bianchi"), "whose-voice"),
        (("--take", "7"), "no-such-suggestion"),
        (("--take", "0"), "no-such-suggestion"),
        (("--take", "one"), "no-such-suggestion"),
        (("--take", "2-1"), "no-such-suggestion"),
    ],
)
def test_a_slip_in_the_command_takes_nothing(
    seguito: Seguito, talk: str, tmp_path: Path, words: tuple[str, str], what: str
) -> None:
    file = tmp_path / "meet.txt"
    file.write_text(MEET)
    assert trouble(seguito, "transcript", talk, str(file), *words) == what
    assert details(seguito, talk, tmp_path) == []


@pytest.mark.parametrize("text", ["", "\n\n", "WEBVTT\n\n"])
def test_a_file_in_which_nobody_speaks_is_said_so(seguito: Seguito, talk: str, tmp_path: Path, text: str) -> None:
    (tmp_path / "empty.vtt").write_text(text)
    assert trouble(seguito, "transcript", talk, str(tmp_path / "empty.vtt")) == "no-transcript"
