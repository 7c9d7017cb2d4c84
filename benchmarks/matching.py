"""How the talent file grows: `match`, one opening re-run, `due` under cadence, and taking in a table.

    python benchmarks/matching.py [PEOPLE …]      # default: 1,000 10,000 100,000; 1,000,000 takes a quarter of an hour

Prints one row a size: how long the import took, p50 and p95 of `match` over 50 openings, the re-run after one person's
change, the peak of memory. A last row is `due` with 20,000 people on the short list. All times are processor time, so
that they can be compared whatever else the machine does; the write of the audit's line to disk comes on top.
"""

import csv
import os
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

NOW = datetime(2026, 12, 2, 10, tzinfo=UTC)
OPENINGS = 50
ROUNDS = 4
ON_SHORT_LIST = 20_000


def main(sizes: list[int]) -> None:
    print(f"{'people':>10} {'import s':>9} {'match p50':>10} {'match p95':>10} {'re-run':>8} {'peak MB':>8}")
    for size in sizes:
        _apart(lambda size=size: _one_size(size))
    _apart(_due)


def _one_size(size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home, told = Path(folder) / "home", Path(folder) / "imported"
        table = _table(Path(folder) / "people.csv", size)
        _apart(lambda: told.write_text(str(_import(home, table))))
        _apart(lambda: _match(home, size, float(told.read_text())))


def _apart(run: Callable[[], object]) -> None:
    """In a process of its own, which begins with nothing imported: its peak of memory is its own."""
    if os.fork() == 0:
        run()
        sys.stdout.flush()
        os._exit(0)
    os.wait()


def _import(home: Path, table: Path) -> float:
    from seguito.actions.openings import record_opening
    from seguito.actions.session import begin
    from seguito.actions.take_in import Wishes, take_in
    from seguito.core.talent.opening_form import read_opening

    who = begin(home, NOW).who
    took = _seconds(lambda: take_in(who, table, Wishes({}), home, NOW, lambda _done: None))
    for told in _openings():
        record_opening(who, read_opening(told, {}), NOW)
    return took


def _match(home: Path, size: int, imported: float) -> None:
    from seguito.actions.openings import all_openings, closer, match
    from seguito.actions.session import begin

    who = begin(home, NOW).who
    ids = [one.id for one in all_openings(who)]
    match(who, ids[0], NOW)
    took = [_seconds(lambda one=one: match(who, one, NOW)) for _ in range(ROUNDS) for one in ids]
    person = match(who, ids[0], NOW)[0].person.id
    again = statistics.median(_seconds(lambda: closer(who, person, ["seo"], NOW)) for _ in range(20))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    p50, p95 = statistics.median(took), statistics.quantiles(took, n=20)[18]
    print(
        f"{size:>10,} {imported:>9.1f} {p50 * 1000:>7.1f} ms {p95 * 1000:>7.1f} ms"
        f" {again * 1000:>5.1f} ms {peak:>8.0f}",
        flush=True,
    )


def _due() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        table = _table(Path(folder) / "people.csv", ON_SHORT_LIST)
        from seguito.actions.due import due
        from seguito.actions.session import begin
        from seguito.actions.take_in import Wishes, take_in
        from seguito.core.cadence.short_list import ShortListed, check_in_with
        from seguito.records.database import atomic
        from seguito.records.reads.talent import whole_file
        from seguito.records.writes.follow_ups import keep_check_in
        from seguito.reference.playbooks import playbook

        who = begin(home, NOW).who
        chance = random.Random(2)
        take_in(who, table, Wishes({}), home, NOW, lambda _done: None)
        with atomic():
            for file in whole_file(who):
                began = NOW - timedelta(days=chance.randrange(90))
                listed = ShortListed(file.person.id, file.person.name, began, file.consent.until)
                keep_check_in(who, file.person.id, check_in_with(listed, playbook()))
        took = [_seconds(lambda: due(who, NOW + timedelta(hours=36))) for _ in range(20)]
        count = len(due(who, NOW + timedelta(hours=36)).now)
        print(
            f"due, {ON_SHORT_LIST:,} under cadence, {count} due: p50 {statistics.median(took) * 1000:.0f} ms,"
            f" p95 {statistics.quantiles(took, n=20)[18] * 1000:.0f} ms",
            flush=True,
        )


def _seconds(run: Callable[[], object]) -> float:
    started = time.process_time()
    run()
    return time.process_time() - started


def _skills() -> list[str]:
    from seguito.reference.skills import shipped_vocabulary

    labels = shipped_vocabulary().labels
    return [labels[skill][language] for skill in sorted(labels) for language in ("en", "it")]


def _table(path: Path, size: int) -> Path:
    """Everybody with three to seven skills; a few skills are common and most are rare, as they are."""
    chance = random.Random(1)
    skills = _skills()
    chance.shuffle(skills)
    weights = [1 / (place + 2) for place in range(len(skills))]
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["name", "email", "skills", "languages", "city", "because", "consent_until"])
        writer.writerows(_rows(size, skills, weights, chance))
    return path


def _rows(size: int, skills: list[str], weights: list[float], chance: random.Random) -> Iterator[list[str]]:
    places = ["Milano", "Roma", "Torino", "Chicago", "Atlanta", "Bologna"]
    said = "calm rewrote the archive newspaper valley brief launch readers garden numbers patience plain".split()
    for number in range(size):
        held = dict.fromkeys(chance.choices(skills, weights, k=chance.randint(3, 7)))
        yield [
            f"Person{number} Family{number % 9973}",
            f"p{number}@people.example",
            "; ".join(held),
            chance.choice(["italiano", "inglese", "italiano; inglese"]),
            chance.choice(places),
            " ".join(chance.choices(said, k=6)),
            "2027-12-31",
        ]


def _openings() -> Iterator[dict[str, object]]:
    chance = random.Random(3)
    skills = _skills()
    for number in range(OPENINGS):
        told: dict[str, object] = {
            "title": f"Opening {number}",
            "required": chance.sample(skills, 4),
            "wished": chance.sample(skills, 2),
            "language": "Italian",
            "place": "Milano",
        }
        if number % 2:
            told["text"] = "someone calm with numbers who rewrote an archive"
        yield told


if __name__ == "__main__":
    main([int(one) for one in sys.argv[1:]] or [1_000, 10_000, 100_000])
