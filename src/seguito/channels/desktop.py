"""A notification on this machine's own desktop, by the program that the system brings for it.

Words reach that program as arguments, or in its environment, and never as part of a command line.
"""

import os
import subprocess
import sys
from dataclasses import dataclass, field
from html import escape

from seguito.core.reasons import Reason
from seguito.errors import N_

_AT_MOST = 20.0  # seconds
_MOST_LETTERS = 1_000

_ON_A_MAC = (
    "on run argv",
    "display notification (item 2 of argv) with title (item 1 of argv)",
    "end run",
)
# Windows.UI.Notifications wants the id of a known program: PowerShell's own is on every machine.
_ON_WINDOWS = r"""
[void][Windows.UI.Notifications.ToastNotificationManager,Windows.UI.Notifications,ContentType=WindowsRuntime]
$kind = [Windows.UI.Notifications.ToastTemplateType]::ToastText02
$toast = [Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent($kind)
$words = $toast.GetElementsByTagName('text')
[void]$words.Item(0).AppendChild($toast.CreateTextNode($env:SEGUITO_TITLE))
[void]$words.Item(1).AppendChild($toast.CreateTextNode($env:SEGUITO_TEXT))
$id = '{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\WindowsPowerShell\v1.0\powershell.exe'
$note = [Windows.UI.Notifications.ToastNotification]::new($toast)
[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier($id).Show($note)
"""


@dataclass(frozen=True, slots=True)
class Call:
    """A program with its arguments, and what it finds in its environment."""

    arguments: tuple[str, ...]
    environment: dict[str, str] = field(default_factory=dict)


def call_for(platform: str, title: str, text: str) -> Call:
    """How a notification is shown. `platform`: as `sys.platform` says it."""
    title, text = _bare(title), _bare(text)
    match platform:
        case "darwin":
            script = tuple(part for line in _ON_A_MAC for part in ("-e", line))
            return Call(("osascript", *script, title, text))
        case "win32":
            command = ("powershell.exe", "-NoProfile", "-NonInteractive", "-Command", _ON_WINDOWS)
            return Call(command, {"SEGUITO_TITLE": title, "SEGUITO_TEXT": text})
        case _:  # the words are mark-up to some desktops (Desktop Notifications, 1.2)
            return Call(("notify-send", "--app-name=Seguito", "--", title, escape(text, quote=False)))


def notify(title: str, text: str) -> Reason | None:
    """Show it. None: it is shown; else why not."""
    call = call_for(sys.platform, title, text)
    try:
        done = subprocess.run(
            call.arguments,
            env={**os.environ, **call.environment},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_AT_MOST,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return _why(call, str(error))
    return _why(call, done.stderr.decode("utf-8", "replace")) if done.returncode else None


def _bare(words: str) -> str:
    """Without what ends a string in C, and not longer than anybody reads."""
    return words.replace("\0", "")[:_MOST_LETTERS]


def _why(call: Call, said: str) -> Reason:
    told = {"program": call.arguments[0], "reply": " ".join(said.split())[:300]}
    return Reason("", N_("{program} showed no notification: {reply}"), told)
