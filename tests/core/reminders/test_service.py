"""The files of a background service: what each system reads, with words that would break a careless one."""

import configparser
import plistlib
import shlex
from xml.etree import ElementTree as ET

import pytest

from seguito.core.reminders.service import NoServiceHere, Watch, service

NASTY = '/home/ada/my "own" 100% $HOME\\folder'
WATCH = Watch((f"{NASTY}/python", "-m", "seguito", "watch"), (("SEGUITO_HOME", NASTY), ("SEGUITO_LANG", "it")), NASTY)


def unmasked(words: str) -> list[str]:
    """As systemd reads quoted words (systemd.syntax, systemd.unit: specifiers)."""
    return [word.replace("%%", "%").replace("$$", "$") for word in shlex.split(words)]


def test_a_systemd_unit_runs_the_watch_and_is_enabled() -> None:
    found = service("linux", "/home/ada", "/home/ada/.config", WATCH)
    unit, link = found.files
    assert unit.path == "/home/ada/.config/systemd/user/seguito.service"
    assert (link.path, link.points_to) == (
        "/home/ada/.config/systemd/user/default.target.wants/seguito.service",
        unit.path,
    )
    lines = unit.content.decode().splitlines()
    [command] = [line.removeprefix("ExecStart=") for line in lines if line.startswith("ExecStart=")]
    assert unmasked(command) == list(WATCH.command)
    environment = [line.removeprefix("Environment=") for line in lines if line.startswith("Environment=")]
    assert [word for one in environment for word in unmasked(one)] == [f"SEGUITO_HOME={NASTY}", "SEGUITO_LANG=it"]
    parsed = configparser.ConfigParser(strict=False, interpolation=None)
    parsed.read_string(unit.content.decode())
    assert parsed["Service"]["Restart"] == "on-failure"
    assert parsed["Install"]["WantedBy"] == "default.target"


def test_a_launchd_agent_runs_the_watch_at_log_in() -> None:
    [file] = service("darwin", "/Users/ada", "", WATCH).files
    assert file.path == "/Users/ada/Library/LaunchAgents/io.seguito.watch.plist"
    agent = plistlib.loads(file.content)
    assert agent["ProgramArguments"] == list(WATCH.command)
    assert agent["EnvironmentVariables"] == dict(WATCH.environment)
    assert agent["RunAtLoad"] is True
    assert agent["KeepAlive"] == {"SuccessfulExit": False}


def test_a_windows_task_runs_the_watch_at_log_on() -> None:
    folder = "C:\\Users\\Ada & Bob\\Seguito"
    watch = Watch((f"{folder}\\pythonw.exe", "-m", "seguito", 'a "b"\\', "plain\\"), (), folder)
    found = service("win32", "C:\\Users\\Ada", "", watch)
    [file] = found.files
    assert file.path == f"{folder}\\seguito-watch.xml"
    assert file.path in found.start
    space = {"t": "http://schemas.microsoft.com/windows/2004/02/mit/task"}
    task = ET.fromstring(file.content)  # noqa: S314 (our own file)
    assert task.findtext(".//t:Command", namespaces=space) == watch.command[0]
    assert task.findtext(".//t:Arguments", namespaces=space) == r'-m seguito "a \"b\"\\" plain' + "\\"
    assert task.find(".//t:LogonTrigger", space) is not None


def test_a_system_that_is_not_known_is_told() -> None:
    with pytest.raises(NoServiceHere):
        service("emscripten", "/", "/", WATCH)
