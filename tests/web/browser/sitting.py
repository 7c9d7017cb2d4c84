"""A running page, and one person at one browser."""

import json
import os
import re
import subprocess
import sys
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from seguito.reference.demo import story

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

LETTER = story()["interview"][-1]["note"][0]["text"].lstrip()


@dataclass
class Served:
    """A running `seguito web`. `stop` kills it as a power cut would; `start` serves the same folder on the same port."""

    home: Path
    now: str
    port: int = 0
    address: str = ""
    base: str = ""
    process: "subprocess.Popen[str] | None" = None
    language: str = "en"
    environment: dict[str, str] = field(default_factory=dict)
    cookies: list[Any] = field(default_factory=list)
    _note: str = ""

    def admit(self, browser: "Browser") -> None:
        """Turn the launch token into a cookie, for every browser that is opened on this page."""
        context = browser.new_context()
        page = context.new_page()
        page.goto(self.address)
        self.cookies = [one for one in context.cookies() if "csrf" not in one["name"]]
        context.close()

    def peach(self) -> str:
        """The address of the story's last interview."""
        told = self._ask("/interviews")
        interview = re.search(r'href="(/interviews/\w+)">Peach', told)
        assert interview, told
        return interview[1]

    def someone(self) -> str:
        """The address of one of the people."""
        return self.first("/people")

    def first(self, listed: str, place: int = 0) -> str:
        """The address that a list leads to at that place."""
        found = re.findall(rf'href="({listed}/\w+(?:/facts)?)"', self._ask(listed))
        assert found, listed
        return str(found[place])

    def both_sides(self) -> list[str]:
        """An application, the files (an open one and a closed one), an opening and a story of the demo."""
        story = self._first("/stories", r"/stories/\w{10}")
        amelia, davide = (self._first(f"/talent?q={one}", rf"(/talent/\w+)\">{one}") for one in ("Amelia", "Davide"))
        opening = self._first("/openings", r"/openings/\w{10}")
        application = self._first("/growing", r"/applications/\w{10}")
        return [application, amelia, f"{amelia}/theirs", davide, opening, story, f"{story}/share"]

    def _first(self, page: str, pattern: str) -> str:
        found = re.search(pattern, self._ask(page))
        assert found, (page, pattern)
        return found[1] if found.groups() else found[0]

    def rosalinds_note(self) -> str:
        if not self._note:
            note = re.search(r'href="(/notes/\w+)"', self._ask(self.peach()))
            assert note
            self._note = note[1]
        return self._note

    def _ask(self, address: str) -> str:
        cookies = "; ".join(f"{one['name']}={one['value']}" for one in self.cookies)
        request = urllib.request.Request(self.base + address, headers={"Cookie": cookies})  # noqa: S310 (loopback)
        with urllib.request.urlopen(request) as answer:  # noqa: S310
            return str(answer.read().decode())

    def start(self) -> "Served":
        environment = {
            **os.environ,
            "SEGUITO_HOME": str(self.home),
            "SEGUITO_NOW": self.now,
            "SEGUITO_LANG": self.language,
            "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
            **self.environment,
        }
        command = [sys.executable, "-m", "seguito", "web", "--json", "--port", str(self.port)]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment)
        assert self.process.stdout is not None
        self.address = json.loads(self.process.stdout.readline())["url"]
        self.base = self.address.partition("/?")[0]
        self.port = int(self.base.rpartition(":")[2])
        return self

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            if self.process.stdout:
                self.process.stdout.close()
            self.process = None


@dataclass
class Sitting:
    """One person at one browser."""

    served: Served
    context: "BrowserContext"
    page: "Page"
    complaints: list[str] = field(default_factory=list)

    def go(self, address: str) -> "Page":
        self.page.goto(self.served.base + address)
        return self.page

    def ready(self) -> None:
        """The page's scripts have run."""
        self.page.wait_for_load_state("load")

    def settled(self) -> None:
        """The scripts of the note have run."""
        self.page.wait_for_selector("[data-count]:not(:empty)")
