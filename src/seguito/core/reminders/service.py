"""The files by which a system keeps Seguito's watch running in the background: text, and where it belongs."""

import plistlib
from dataclasses import dataclass
from xml.sax.saxutils import escape

from seguito.errors import N_, Problem

LABEL = "io.seguito.watch"  # of the launchd agent
UNIT = "seguito.service"


class NoServiceHere(Problem):
    id = "no-service-here"
    happened = N_("This system ({platform}) has no background service that is known here.")
    safe = N_("Nothing was written.")
    next_step = N_("Let `seguito watch` run in a terminal, or `seguito watch --once` from your own scheduler.")


@dataclass(frozen=True, slots=True)
class Watch:
    """What runs: a command with its arguments; what it finds in its environment; and where its records lie."""

    command: tuple[str, ...]
    environment: tuple[tuple[str, str], ...]
    folder: str


@dataclass(frozen=True, slots=True)
class ServiceFile:
    """`path`: absolute. `points_to`: it is a link, and has no content."""

    path: str
    content: bytes = b""
    points_to: str = ""


@dataclass(frozen=True, slots=True)
class Service:
    """Its files, and what one types to have it run now, and to stop it. At the next log-in it runs by itself, but on
    Windows, where the scheduler has to be told first.
    """

    files: tuple[ServiceFile, ...]
    start: str
    stop: str


def service(platform: str, home: str, config: str, watch: Watch) -> Service:
    """`platform`: as `sys.platform` says it. `home`: the person's folder; `config`: where programs keep settings.

    Raises `NoServiceHere`.
    """
    if platform == "darwin":
        path = f"{home}/Library/LaunchAgents/{LABEL}.plist"
        return Service((ServiceFile(path, _plist(watch)),), f'launchctl load -w "{path}"', f"launchctl remove {LABEL}")
    if platform == "win32":
        path = f"{watch.folder}\\seguito-watch.xml"
        start = f'schtasks /Create /TN Seguito /XML "{path}" /F && schtasks /Run /TN Seguito'
        return Service((ServiceFile(path, _task(watch)),), start, "schtasks /Delete /TN Seguito /F")
    if platform.startswith("linux"):
        path = f"{config}/systemd/user/{UNIT}"
        enabled = ServiceFile(f"{config}/systemd/user/default.target.wants/{UNIT}", points_to=path)
        start = f"systemctl --user daemon-reload && systemctl --user restart {UNIT}"
        return Service((ServiceFile(path, _unit(watch)), enabled), start, f"systemctl --user stop {UNIT}")
    raise NoServiceHere(platform=platform)


def _unit(watch: Watch) -> bytes:
    """A long-running user service (systemd.service, systemd.exec)."""
    command = " ".join(map(_for_systemd, watch.command)).replace("$", "$$")
    lines = [
        "[Unit]",
        "Description=Seguito: reminders and mail",
        "",
        "[Service]",
        f"ExecStart={command}",
        *(f"Environment={_for_systemd(f'{name}={value}')}" for name, value in watch.environment),
        "Restart=on-failure",
        "RestartSec=30",
        "RestartPreventExitStatus=2",
        "TimeoutStopSec=120",
        "",
        "[Install]",
        "WantedBy=default.target",
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _for_systemd(word: str) -> str:
    """One quoted word of a unit: systemd.syntax's escapes, and no specifier."""
    masked = word.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("%", "%%")
    return f'"{masked}"'


def _plist(watch: Watch) -> bytes:
    """A launchd agent (launchd.plist): runs at log-in, and again half a minute after it failed."""
    agent = {
        "Label": LABEL,
        "ProgramArguments": list(watch.command),
        "EnvironmentVariables": dict(watch.environment),
        "RunAtLoad": True,
        "KeepAlive": {"SuccessfulExit": False},
        "ThrottleInterval": 30,
        "ExitTimeOut": 120,
        "ProcessType": "Background",
    }
    return plistlib.dumps(agent)


def _task(watch: Watch) -> bytes:
    """A task of Windows' scheduler (Task Scheduler schema 1.2). It finds the person's own environment."""
    program, *arguments = watch.command
    return f"""<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>Seguito: reminders and mail</Description></RegistrationInfo>
  <Triggers><LogonTrigger><Enabled>true</Enabled></LogonTrigger></Triggers>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
    <RestartOnFailure><Interval>PT1M</Interval><Count>999</Count></RestartOnFailure>
  </Settings>
  <Actions>
    <Exec>
      <Command>{escape(program)}</Command>
      <Arguments>{escape(" ".join(map(_for_windows, arguments)))}</Arguments>
    </Exec>
  </Actions>
</Task>
""".replace("\n", "\r\n").encode("utf-16")


def _for_windows(word: str) -> str:
    """As the runtime of C takes arguments apart again: a quote is masked, and so are the strokes before it."""
    if word and not set(word) & set(' \t"'):
        return word
    masked, strokes = "", 0
    for letter in word:
        if letter == "\\":
            strokes += 1
            continue
        masked += "\\" * (strokes * 2 + 1 if letter == '"' else strokes) + letter
        strokes = 0
    return '"' + masked + "\\" * (strokes * 2) + '"'
