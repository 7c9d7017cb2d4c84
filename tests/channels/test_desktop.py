"""A notification: words are words, to whatever program shows them."""

import os
import sys
from pathlib import Path

import pytest

from seguito.channels.desktop import call_for, notify

WORDS = '"; rm -rf ~ & $(id) `id` <b>'


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32", "freebsd14"])
def test_no_word_becomes_part_of_a_command(platform: str) -> None:
    call = call_for(platform, WORDS, f"-{WORDS}")
    script = [part for part in call.arguments if "\n" in part or "display" in part]
    assert not [part for part in script if "rm -rf" in part]
    given = [*call.arguments, *call.environment.values()]
    assert WORDS in given
    assert any("rm -rf" in one and one.startswith("-") for one in given)


@pytest.mark.skipif(sys.platform == "win32", reason="a file with #! is no program there")
def test_a_real_program_gets_title_and_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / Path(call_for(sys.platform, "", "").arguments[0]).name
    program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{tmp_path}/shown"\n')
    program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    assert notify("Nota, Giulia", "Scrivi & manda") is None
    assert (tmp_path / "shown").read_text().splitlines()[-2:] == [
        "Nota, Giulia",
        "Scrivi &amp; manda" if sys.platform.startswith("linux") else "Scrivi & manda",
    ]


def test_a_machine_without_the_program_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    why = notify("a", "b")
    assert why is not None
    assert why.values["program"] in call_for(sys.platform, "", "").arguments
