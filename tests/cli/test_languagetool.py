"""`seguito languagetool`: who is asked too in the second look, and that no word leaves the machine unsaid."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import Seguito
from tests.walk.keeping import interviewed
from tests.web.serving import served

NOTE = "Dear Ms Reed,\n\nI look forward to meet you about the archive of nine boxes.\n\nBest,\nAda\n"
NOBODY = "http://127.0.0.1:9/v2"  # the port of `discard`, which nothing listens to


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(tmp_path_factory.mktemp("home")) as url:
        yield f"{url}/v2"


@pytest.fixture
def note(tmp_path: Path) -> Path:
    file = tmp_path / "note.txt"
    file.write_text(NOTE)
    return file


def rules(seguito: Seguito, note: Path) -> list[str]:
    """Rules of the second look's findings."""
    answer = seguito("check", note, "--lang", "en", "--json").json
    return [finding["rule"] for finding in answer["looks"][1]["findings"]]


def test_nobody_is_asked_until_somebody_says_so(seguito: Seguito, note: Path) -> None:
    assert seguito.json("languagetool") == {"url": None, "answers_as": None}
    assert "LANGUAGETOOL_SILENT" not in rules(seguito, note)


def test_one_that_answers_is_kept_and_asked(seguito: Seguito, note: Path, server: str) -> None:
    alone = rules(seguito, note)
    answer = seguito.json("languagetool", server)
    assert answer["url"] == server
    assert answer["answers_as"].startswith("Seguito ")
    assert rules(seguito, note) == alone
    assert "✓ Seguito" in seguito("doctor").out


def test_one_that_is_down_is_told_and_the_look_is_made(seguito: Seguito, note: Path) -> None:
    alone = rules(seguito, note)
    assert seguito("languagetool", NOBODY).code == 3
    assert rules(seguito, note) == ["LANGUAGETOOL_SILENT", *alone]
    assert f"LanguageTool at {NOBODY} did not help" in seguito("check", note, "--lang", "en").out
    told = seguito("doctor")
    assert told.code == 1
    assert f"✗ LanguageTool at {NOBODY} does not answer" in told.out
    assert seguito("languagetool", "--off").code == 0
    assert rules(seguito, note) == alone


@pytest.mark.parametrize(
    "url",
    [
        "https://lt.example/v2",
        "http://192.168.1.7:8081/v2",
        "http://localhost.example:80",
        "http://0.0.0.0:81",
        "http://[::2]/v2",
    ],
)
def test_another_machine_takes_a_word_of_its_own(seguito: Seguito, surroundings: Path, url: str) -> None:
    told = seguito("languagetool", url, "--json")
    assert told.code == 2
    assert told.json["error"]["code"] == "languagetool-elsewhere"
    assert not (surroundings / "settings.toml").exists()


def test_no_word_goes_to_another_machine_in_the_clear(seguito: Seguito) -> None:
    told = seguito("languagetool", "http://192.168.1.7:8081/v2", "--elsewhere", "--json")
    assert told.json["error"]["code"] == "languagetool-in-clear"


def test_a_file_that_names_another_machine_without_that_word_is_not_followed(
    seguito: Seguito, note: Path, surroundings: Path
) -> None:
    surroundings.mkdir()
    (surroundings / "settings.toml").write_text('[languagetool]\nurl = "https://lt.example/v2"\n')
    told = seguito("check", note, "--json")
    assert (told.code, told.json["error"]["code"]) == (2, "languagetool-elsewhere")


@pytest.mark.parametrize(
    "url",
    ["", "8081", "ftp://localhost", "http://", "http://a b", "http://u:p@localhost", "http://[", "http://localhost:x"],
)
def test_what_is_no_address_is_told(seguito: Seguito, url: str) -> None:
    told = seguito("languagetool", url or " ", "--json")
    assert told.json["error"]["code"] == "languagetool-url-wrong"


@pytest.mark.parametrize("text", ["[languagetool", "languagetool = 3\n", "[languagetool]\nurl = 3\n"])
def test_a_file_that_cannot_be_read_is_no_crash(seguito: Seguito, note: Path, surroundings: Path, text: str) -> None:
    surroundings.mkdir()
    (surroundings / "settings.toml").write_text(text)
    assert seguito("check", note, "--json").code in (1, 2)


def test_a_note_that_was_read_without_it_is_recorded_and_can_be_approved(seguito: Seguito, tmp_path: Path) -> None:
    interview = interviewed(seguito, tmp_path)
    note = seguito.json("draft", interview["id"])["notes"][0]["id"]
    (tmp_path / "note.txt").write_text(
        "Gentile Giulia,\n\nle pagine che nessuno legge le tolgo anch'io.\n\nAda Conti\n"
    )
    seguito.json("edit", note, "--from", tmp_path / "note.txt")
    assert seguito("languagetool", NOBODY).code == 3
    looks = seguito("check", note, "--json").json["looks"]
    assert [(look["look"], look["passed"]) for look in looks][1] == ("language", True)
    assert looks[1]["findings"][0]["rule"] == "LANGUAGETOOL_SILENT"
    assert seguito("approve", note, "--because", "it says what I mean", "--json").json["note"]["state"] == "approved"
