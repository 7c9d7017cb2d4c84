"""The demo, seen from one's own page: a second program tells it in a throw-away folder of its own.

It never meets one's own records: one process serves one folder. It ends with the page that opened it.
"""

import json
import os
import subprocess
import sys
from threading import Lock

from seguito.errors import N_, Problem

_lock = Lock()
_running: "list[_Story]" = []


class StoryNotTold(Problem):
    id = "story-not-told"
    exit_code = 3
    happened = N_("The story could not be opened.")
    safe = N_("Your own records have nothing to do with it.")
    next_step = N_("Try it in a terminal: seguito demo")


class _Story:
    """The program that tells it. `address`: with its one-time token the first time, without it afterwards."""

    def __init__(self, language: str) -> None:
        # Its input is held open from here: when this page ends, however it ends, that input ends, and the story too.
        self._program = subprocess.Popen(
            [sys.executable, "-m", "seguito", "demo", "--json", "--until-input-ends"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "SEGUITO_LANG": language},
        )
        line = self._program.stdout.readline() if self._program.stdout else ""
        try:
            self._address = str(json.loads(line)["url"])
        except (ValueError, KeyError) as error:
            self.end()
            raise StoryNotTold from error

    @property
    def goes_on(self) -> bool:
        return self._program.poll() is None

    def address(self) -> str:
        told, self._address = self._address, self._address.partition("?")[0]
        return told

    def end(self) -> None:
        if self._program.stdin:
            self._program.stdin.close()
        try:
            self._program.wait(5)
        except subprocess.TimeoutExpired:
            self._program.kill()
            self._program.wait()
        if self._program.stdout:
            self._program.stdout.close()


def story_address(language: str) -> str:
    """Where the story is told; it is begun now if nobody has yet. Raises StoryNotTold."""
    with _lock:
        _running[:] = [one for one in _running if one.goes_on]
        if not _running:
            _running.append(_Story(language))
        return _running[0].address()


def end_story() -> None:
    """With the page that opened it."""
    with _lock:
        while _running:
            _running.pop().end()
