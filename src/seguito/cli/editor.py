"""The person's own editor. What they typed lies in the data folder until it is kept: nothing typed is ever lost."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

from seguito.core.decoding import decoded
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem


class NoEditor(Problem):
    id = "no-editor"
    happened = N_("No editor could be started ({command}).")
    safe = N_("Nothing was changed; the text lies in {path}.")
    next_step = N_("Set EDITOR to one that you have, or give a file with --from.")


class NoTerminal(Problem):
    id = "no-terminal"
    happened = N_("There is no terminal to open an editor in.")
    safe = N_("Nothing was changed.")
    next_step = N_("Give a file with --from (or - for standard input).")


class FileUnreadable(Problem):
    id = "file-unreadable"
    happened = N_("{path} could not be read: {reason}.")
    safe = N_("Nothing was changed.")
    next_step = N_("Name a text file that this account may read, or - for standard input.")


_LARGEST = 1_000_000  # bytes; a note or a debrief is a few thousand


def read_text(path: str) -> str:
    """The words of a file, or of standard input (`-`): UTF-8, else what a byte order mark says, else Windows-1252."""
    try:
        if path == "-":
            data = sys.stdin.buffer.read(_LARGEST + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(_LARGEST + 1)
    except OSError as error:
        raise FileUnreadable(path=path, reason=error.strerror or error) from error
    if len(data) > _LARGEST:
        raise FileUnreadable(path=path, reason=Reason("", N_("it is larger than {most} bytes"), {"most": _LARGEST}))
    text, guessed = decoded(data)
    if guessed and "\0" in text:
        raise FileUnreadable(path=path, reason=Reason("", N_("it is no text")))
    return text


def written(text: str, path: Path) -> str:
    """`text` as the person left it in their editor. `path` keeps it until the caller removes it."""
    if not sys.stdin.isatty():
        raise NoTerminal
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():  # left from before: what was typed then was never kept
        path.write_text(text, "utf-8")
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ("notepad" if os.name == "nt" else "nano")
    try:
        failed = subprocess.run([*shlex.split(command), str(path)], check=False).returncode != 0
    except OSError:
        failed = True
    if failed:
        raise NoEditor(command=command, path=path)
    return decoded(path.read_bytes())[0].replace("\r\n", "\n")
