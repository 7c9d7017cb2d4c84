"""`seguito reminders` and `seguito watch`, as typed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mail.cast import a_home
from tests.terminal import Seguito

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX")


@pytest.fixture
def elena(seguito: Seguito, surroundings: Path) -> Seguito:
    a_home(surroundings)
    seguito.at("2026-12-02T09:00:00-05:00")
    seguito("me", "name=Elena Ferri", "email=elena.ferri@mail.example", "zone=America/New_York")
    seguito.json("add", ROOT / "examples" / "interview.ics")
    return seguito


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop that writes down what it shows: a line for each notification, its title."""
    shown = tmp_path / "shown"
    shown.touch()
    for name, title in (("notify-send", 3), ("osascript", 7)):
        program = tmp_path / name
        program.write_text(f'#!/bin/sh\nprintf "%s\\n" "${title}" >> "{shown}"\n')
        program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return shown


def titles(shown: Path) -> list[str]:
    return shown.read_text("utf-8").splitlines()


def test_it_says_how_reminders_come_and_what_comes_next(elena: Seguito) -> None:
    told = elena.json("reminders")
    assert (told["reminders"]["by"], told["reminders"]["quiet"]) == (["desktop"], "21:30-07:30")
    assert [(one["occasion"], one["at"]) for one in told["next"]][:2] == [
        ("opens", "2026-12-02T15:30:00-05:00"),
        ("opens", "2026-12-02T16:00:00-05:00"),
    ]
    assert "from 21:30 to 07:30" in elena("reminders").out


def test_ways_and_hours_are_chosen_and_kept(elena: Seguito) -> None:
    elena.json("reminders", "--by", "mail, desktop", "--quiet", "none")
    told = elena.json("reminders")["reminders"]
    assert (told["by"], told["quiet"], told["chosen"]) == (["mail", "desktop"], None, True)
    elena.json("reminders", "--by", "none", "--quiet", "22:00-06:00")
    told = elena.json("reminders")
    assert (told["reminders"]["by"], told["reminders"]["quiet"], told["next"]) == ([], "22:00-06:00", [])
    for wrong in (("--by", "pigeon"), ("--quiet", "evening")):
        assert elena("reminders", *wrong).code == 2


def test_the_account_then_the_calendar_take_over(elena: Seguito) -> None:
    elena("account", "set", "--from", "Elena <elena.ferri@mail.example>", "--smtp", "smtps://smtp.mail.example")
    assert elena.json("reminders")["reminders"]["by"] == ["mail"]


def test_what_is_due_is_told_once_and_what_comes_next_in_its_turn(elena: Seguito, desktop: Path) -> None:
    for now in ("15:29", "15:31", "15:31", "16:01", "16:05", "16:21"):
        elena.at(f"2026-12-02T{now}:00-05:00").json("watch", "--once")
    first, second, third = titles(desktop)
    assert first == "Debrief, Rosalind Avery and Marcus Bell: its time has come"
    assert second in {f"Note, {name}: its time has come (and 1 more)" for name in ("Marcus Bell", "Rosalind Avery")}
    assert "its best time ends at 16:30 (and 2 more)" in third


def test_nothing_is_told_of_what_was_done_or_called_off(elena: Seguito, desktop: Path) -> None:
    elena.at("2026-12-02T15:45:00-05:00")
    elena("debrief", "Peach", "--from", ROOT / "examples" / "debrief.txt")
    elena.json("outcome", "Peach", "--withdrawn")
    elena.at("2026-12-02T16:10:00-05:00").json("watch", "--once")
    assert not [title for title in titles(desktop) if title.startswith(("Debrief", "Note"))]


def test_after_a_long_sleep_one_message_says_that_it_is_late(elena: Seguito, desktop: Path) -> None:
    told = elena.at("2026-12-03T22:00:00-05:00").json("watch", "--once")
    assert told["told"] == []  # at night nothing rings
    told = elena.at("2026-12-04T09:00:00-05:00").json("watch", "--once")["told"][0]["reminders"]
    assert {one["late"] for one in told} == {True}
    assert len(told) == len({one["follow_up"] for one in told}) == 3
    [title] = titles(desktop)
    assert "late, it closed" in title
    elena.at("2026-12-02T17:00:00-05:00").json("watch", "--once")  # a clock that was set right again
    elena.at("2026-12-04T09:30:00-05:00").json("watch", "--once")
    assert titles(desktop) == [title]


def test_a_desktop_that_shows_nothing_is_tried_again(
    elena: Seguito, desktop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    elena.at("2026-12-02T15:31:00-05:00")
    with monkeypatch.context() as without:
        without.setenv("PATH", "/nowhere")
        assert elena("watch", "--once").code == 1
    assert elena("watch", "--once").code == 0
    assert len(titles(desktop)) == 1


def test_install_writes_the_files_and_remove_takes_them_away(
    elena: Seguito, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    service = elena.json("reminders", "install")["reminders"]["service"]
    unit, link = map(Path, service["files"])
    assert service["installed"]
    assert str(tmp_path / "home") in unit.read_text("utf-8")
    assert link.resolve() == unit.resolve()
    assert elena("reminders", "install").code == 0  # twice is once
    assert not elena.json("reminders", "remove")["reminders"]["service"]["installed"]
    assert not link.is_symlink()
    assert elena("reminders", "remove").code == 0


def watching() -> "subprocess.Popen[str]":
    process = subprocess.Popen(
        [sys.executable, "-m", "seguito", "watch"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert "Watching" in process.stdout.readline()
    return process


def test_one_watch_a_folder_and_it_ends_cleanly_when_asked(elena: Seguito, desktop: Path) -> None:
    elena.at("2026-12-02T15:31:00-05:00")
    first = watching()
    try:
        second = elena("watch", "--once")
        assert (second.code, "Another" in second.err) == (2, True)
        assert first.stdout is not None
        assert "Reminded by desktop" in first.stdout.readline()
    finally:
        first.send_signal(signal.SIGTERM)
        _, err = first.communicate(timeout=20)
    assert (first.returncode, err) == (0, "")
    assert elena.json("watch", "--once") == {"told": []}
    assert len(titles(desktop)) == 1


def test_a_killed_watch_is_followed_by_another(elena: Seguito, desktop: Path) -> None:
    elena.at("2026-12-02T15:31:00-05:00")
    first = watching()
    assert first.stdout is not None
    first.stdout.readline()
    first.kill()
    first.communicate(timeout=20)
    elena.json("watch", "--once")
    elena.at("2026-12-02T16:01:00-05:00").json("watch", "--once")
    assert len(titles(desktop)) == 2
