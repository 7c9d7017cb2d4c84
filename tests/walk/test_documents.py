"""The pages for the two perspectives show what the commands really answer."""

import re
import shlex
from pathlib import Path

import pytest

from tests.terminal import Seguito

DOCS = Path(__file__).parents[2] / "docs"
PEOPLE = """Nome;E-mail;Competenze;Consenso fino al;Note
Owen Pryce;owen@people.example;addetto stampa;2027-12-31;Thanked each of us
"""


@pytest.mark.parametrize("page", ["candidate.md", "recruiter.md"])
def test_every_command_of_a_page_answers_as_the_page_shows(
    page: str, seguito: Seguito, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (DOCS / page).read_text("utf-8")
    monkeypatch.chdir(tmp_path)
    Path("people.csv").write_text(PEOPLE, "utf-8")
    for told in re.findall(r"^```toml\n(.*?)^```", text, re.DOTALL | re.MULTILINE):
        Path("opening.toml").write_text(told, "utf-8")
    blocks = re.findall(r"^```console\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    assert blocks
    for command, shown in re.findall(r"^\$ (.*?)\n(.*?)(?=^\$ |\Z)", "".join(blocks), re.DOTALL | re.MULTILINE):
        if command.startswith("export SEGUITO_NOW="):
            seguito.at(command.partition("=")[2])
            continue
        done = seguito(*shlex.split(command)[1:])
        assert (done.code, _without_ids(done.out.rstrip())) == (0, _without_ids(shown.rstrip())), command


def _without_ids(text: str) -> str:
    """Ten letters of an id's alphabet, wherever they stand: a word that is so written goes on both sides."""
    return re.sub(r"\b[0-9a-hjkmnp-tv-z]{10}\b", "ID", text)
