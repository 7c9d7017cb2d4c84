"""An engine at work: its workers as processes of their own, and the stage that they play on."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from seguito.actions.plan import replan
from seguito.core.nouns import Appointment, Who
from seguito.jobs import queue
from seguito.jobs.tasks import bring, reminders
from seguito.records.database import atomic
from seguito.records.writes.interviews import keep_application, keep_interview
from seguito.records.writes.people import keep_organisation, keep_person
from tests.jobs.worker import doing
from tests.mail.cast import a_home

EMBEDDED, TEAM = "embedded", "team"
ROOT = Path(__file__).parents[2]
MORNING = datetime(2026, 9, 2, 7, 0, tzinfo=UTC)


class Engine:
    def __init__(self, kind: str, home: Path, stage: Path) -> None:
        self.kind, self.home, self.stage = kind, home, stage
        self.workers: list[subprocess.Popen[bytes]] = []
        self.who: Who = a_home(home)
        self.is_it(MORNING)

    @contextmanager
    def ready(self) -> Iterator["Engine"]:
        """A desktop that shows what it is told; at the end no worker is left."""
        for name in ("notify-send", "osascript"):
            program = self.stage / name
            program.write_text("#!/bin/sh\nexit 0\n")
            program.chmod(0o700)
        try:
            yield self
        finally:
            for one in self.workers:
                one.kill()
                one.wait()
            if queue.laying.cache_info().currsize:
                queue.laying().close()
                queue.laying.cache_clear()

    def is_it(self, now: datetime) -> None:
        part = self.stage / "now.part"
        part.write_text(now.isoformat(), "ascii")
        part.replace(self.stage / "now")

    def meet(self, name: str, ends: datetime) -> None:
        """An interview that is over at `ends`: what follows it is planned."""
        with atomic():
            house = keep_organisation(self.who, f"Agenzia {name}")
            person = keep_person(self.who, f"Giulia {name}", [f"{name.lower()}@corp.test"], house)
            application = keep_application(self.who, house, "Account manager")
            talk = Appointment(ends - timedelta(hours=1), ends, "Europe/Rome")
            kept = keep_interview(self.who, application, talk, [person], MORNING)
        replan(self.who, kept.id, MORNING)

    def worker(self) -> subprocess.Popen[bytes]:
        words = [sys.executable, "-m", "tests.jobs.worker", self.kind, str(self.home), str(self.stage)]
        path = f"{self.stage}{os.pathsep}{os.environ['PATH']}"
        surroundings = {**os.environ, "PATH": path, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
        with (self.stage / "log").open("ab") as log:
            one = subprocess.Popen([*words, self.who.workspace], env=surroundings, cwd=ROOT, stderr=log)
        self.workers.append(one)
        return one

    def lay_in(self) -> None:
        """Ask for the reminders' job as any process may."""
        bring(doing(self.home, self.stage))
        reminders.using(backend="team" if self.kind == TEAM else "default").enqueue(self.who.workspace)

    def end(self, worker: subprocess.Popen[bytes]) -> int:
        worker.send_signal(signal.SIGTERM)
        return worker.wait(20)

    def heard(self) -> Counter[str]:
        return Counter(self._lines("heard"))

    def done(self) -> Counter[str]:
        return Counter(self._lines("done"))

    def until(self, is_so: Callable[[], object]) -> None:
        for _ in range(600):
            if is_so():
                return
            time.sleep(0.05)
        raise TimeoutError((self.stage / "log").read_text("utf-8")[-3000:])

    def rounds(self, number: int = 3) -> None:
        """Let so many rounds go by: `retention` is not asked for that often, `calendar` is."""
        before = self.done()
        self.until(lambda: (self.done() - before).total() >= number)

    def _lines(self, file: str) -> list[str]:
        path = self.stage / file
        return path.read_text("utf-8").splitlines() if path.exists() else []
