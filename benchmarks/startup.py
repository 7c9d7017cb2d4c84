"""How long a fresh process takes, as ratios against an empty Python in the same run.

    python benchmarks/startup.py [RUNS]

Each command is run RUNS times (default 15) in turn with `python -c pass`; the table shows the medians. `due` is shown
with ten interviews and with ten thousand.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from seguito.actions.add import Told, add_by_hand
from seguito.actions.session import begin
from seguito.core.nouns import Appointment

_NOW = datetime(2026, 12, 2, 12, 0, tzinfo=UTC)
_NOTE = "Dear Ms Reed,\n\nYour question about the archive followed me home. I counted ours: nine boxes.\n\nBest,\nAda\n"


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    with tempfile.TemporaryDirectory() as folder:
        few, many = Path(folder, "few"), Path(folder, "many")
        fill(few, 10)
        fill(many, 10_000)
        note = Path(folder, "note.txt")
        note.write_text(_NOTE)
        seguito = [sys.executable, "-m", "seguito"]
        commands = {
            "python -c pass": ([sys.executable, "-c", "pass"], few),
            "--version": ([*seguito, "--version"], few),
            "--help": ([*seguito, "--help"], few),
            "advise": ([*seguito, "advise", "--end", "2026-12-02T11:30+01:00"], few),
            "check FILE": ([*seguito, "check", str(note), "--lang", "en"], few),
            "due, 10 interviews": ([*seguito, "due"], few),
            "due, 10,000 interviews": ([*seguito, "due"], many),
        }
        show(measured(commands, runs))


def fill(home: Path, interviews: int) -> None:
    """Interviews one a day, the latest today: most are over and done with, as in a real folder."""
    from seguito.records.database import atomic
    from seguito.records.models import FollowUp

    who = begin(home, _NOW).who
    with atomic():
        for n in range(interviews):
            start = _NOW - timedelta(days=n, hours=3)
            facts = Appointment(starts_at=start, ends_at=start + timedelta(hours=1), zone="Europe/Rome")
            panel = [(f"Anna Rossi{n}", f"anna{n}@house.example")]
            add_by_hand(who, facts, panel, Told(organisation=f"House {n}", role="Editor"), start)
    FollowUp.objects.of(who).filter(opens_at__lt=_NOW - timedelta(days=3)).update(state="done", done_at=_NOW)


def measured(commands: dict[str, tuple[list[str], Path]], runs: int) -> dict[str, float]:
    """Median seconds of each, the commands taking turns."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(runs):
        for name, (words, home) in commands.items():
            environment = {**os.environ, "SEGUITO_HOME": str(home), "SEGUITO_NOW": _NOW.isoformat()}
            begun = time.perf_counter()
            subprocess.run(words, env=environment, stdout=subprocess.DEVNULL, check=False)
            times[name].append(time.perf_counter() - begun)
    return {name: statistics.median(taken) for name, taken in times.items()}


def show(medians: dict[str, float]) -> None:
    empty = medians["python -c pass"]
    print("| command | ms | times an empty Python |\n| --- | --- | --- |")
    for name, taken in medians.items():
        print(f"| {name} | {taken * 1000:.0f} | {taken / empty:.1f} |")
    ratio = medians["due, 10,000 interviews"] / medians["due, 10 interviews"]
    print(f"\n`due` with 10,000 interviews takes {ratio:.2f} times `due` with ten.")


if __name__ == "__main__":
    main()
