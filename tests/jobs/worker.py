"""A worker for the tests: the real engine and the real reminders, on a stage that the test sets.

    python -m tests.jobs.worker embedded|team|queue HOME STAGE WORKSPACE

`team` keeps time as well, `queue` takes only what the test lays in.

On the stage: `now`, the time; `heard`, a line for each reminder put into words; `done`, a line for each other job;
`kill`, which has the worker killed once, between claiming and telling; `fail`, while which mail and calendar fail.
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from seguito.actions.remind import Reminding, Words, remind
from seguito.actions.rounds import watch
from seguito.actions.sending import Outside
from seguito.actions.session import begin_for
from seguito.jobs.embedded import rounds_for
from seguito.jobs.tasks import PERIODS, Doing, bring

ROME = ZoneInfo("Europe/Rome")
_FASTER = 300  # half a minute in a tenth of a second, five minutes in one


def doing(home: Path, stage: Path) -> dict[str, Doing]:
    def write(file: str, line: str) -> None:
        with (stage / file).open("a", encoding="utf-8") as lines:
            lines.write(line + "\n")

    def other(name: str) -> Doing:
        def run(workspace: str) -> bool:
            if (stage / "fail").exists() and name in ("sync", "calendar"):
                write("done", f"{name} failed")
                if name == "calendar":
                    return False  # trouble outside
                raise RuntimeError("a defect")
            write("done", name)
            return True

        return run

    def reminders(workspace: str) -> bool:
        def speak(due: Sequence[Reminding]) -> Words:
            if (stage / "kill").exists():
                (stage / "kill").unlink()
                os.kill(os.getpid(), signal.SIGKILL)
            for one in due:
                write("heard", f"{workspace} {one.planned.id} {one.ring.at.isoformat()}")
            return Words("x", "x", "x")

        who = begin_for(home, workspace).who
        told = remind(who, ROME, now_on(stage), Outside(home), speak)
        return not any(one.trouble for one in told)

    return {"reminders": reminders, **{name: other(name) for name in ("sync", "calendar", "retention")}}


def now_on(stage: Path) -> datetime:
    return datetime.fromisoformat((stage / "now").read_text("ascii"))


def main() -> None:
    engine, home, stage, workspace = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4]
    bring(doing(home, stage))
    if engine == "embedded":
        ended = threading.Event()
        signal.signal(signal.SIGTERM, lambda *_: ended.set())
        watch(rounds_for(workspace), lambda _: ended.wait(0.05), lambda: time.monotonic() * _FASTER)
        return
    from seguito.actions.team import open_for_the_team
    from seguito.jobs.worker import Pace, work

    open_for_the_team(home)
    often = tuple((task, every / _FASTER) for task, every in PERIODS) if engine == "team" else ()
    work(home, Pace(timedelta(seconds=0.1), timedelta(seconds=1), timedelta(seconds=1.5), often))


if __name__ == "__main__":
    main()
