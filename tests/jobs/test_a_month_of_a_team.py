"""A month of a team of twenty on one PostgreSQL, three workers at once: each follow-up is told once (T1.4).

None is told whose chase is over. Workers are killed on the way, the clock is set back, and every job is laid in twice.
"""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from seguito.actions.done import done
from seguito.actions.outcome import outcome
from seguito.actions.plan import replan
from seguito.actions.reply import reply
from seguito.core.nouns import Appointment, Outcome, Who
from seguito.jobs import queue
from seguito.jobs.tasks import reminders
from seguito.records.database import atomic, open_home, open_workspace
from seguito.records.reads.follow_ups import all_planned, planned_one
from seguito.records.writes.interviews import keep_application, keep_interview
from seguito.records.writes.people import keep_organisation, keep_person

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="needs signals of POSIX"),
    pytest.mark.xdist_group("jobs"),
]
ROOT = Path(__file__).parents[2]
BEGINS = datetime(2026, 10, 5, 6, tzinfo=UTC)  # the clocks change in its midst
DAYS, PEOPLE, WORKERS = 30, 20, 3
HOURS = (6, 17)


class Member:
    """Somebody of the team: interviews early in the month, and what comes of them later."""

    def __init__(self, name: str, home: Path, chance: random.Random) -> None:
        os.environ["SEGUITO_WORKSPACE"] = name
        self.who: Who = open_home(home, BEGINS)
        self.home, self.chance = home, chance
        self.days = sorted(chance.sample(range(22), 3))
        self.talks: list[tuple[str, str]] = []  # an application, somebody of its panel

    def lives(self, day: int, begins: datetime) -> None:
        meets, hears = day in self.days, bool(self.talks) and self.chance.random() < 0.12
        if not meets and not hears:
            return
        open_workspace(self.home, self.who.workspace)
        if meets:
            self._meets(day, begins.replace(hour=self.chance.choice([8, 10, 14, 19])))
        if hears:
            application, person = self.chance.choice(self.talks)
            if self.chance.random() < 0.5:
                reply(self.who, person, None, "Grazie!", True, "email", begins)
            else:
                came = self.chance.choice([Outcome.NO, Outcome.OFFER, Outcome.WITHDRAWN])
                outcome(self.who, application, came, None, (), begins)

    def _meets(self, day: int, at: datetime) -> None:
        with atomic():
            house = keep_organisation(self.who, f"Agenzia {day}")
            person = keep_person(self.who, f"Giulia{day} Neri", [f"g@a{day}.test"], house)
            application = keep_application(self.who, house, "Account manager")
            talk = Appointment(at, at + timedelta(hours=1), "Europe/Rome")
            kept = keep_interview(self.who, application, talk, [person], at - timedelta(days=1))
        replan(self.who, kept.id, at - timedelta(days=1))
        self.talks.append((application.id, person.id))


class Team:
    """Its workers are processes; the test lays their jobs in and moves their clock."""

    def __init__(self, home: Path, stage: Path, chance: random.Random) -> None:
        self.home, self.stage = home, stage
        self.members = {one.who.workspace: one for one in (Member(f"m{n}", home, chance) for n in range(PEOPLE))}
        self.workers: list[subprocess.Popen[bytes]] = []

    @contextmanager
    def at_work(self) -> Iterator[None]:
        queue.laying()
        try:
            for _ in range(WORKERS):
                self.one_more()
            yield
        finally:
            for one in self.workers:
                one.kill()
                one.wait()
            queue.laying().close()
            queue.laying.cache_clear()

    def one_more(self) -> None:
        words = [sys.executable, "-m", "tests.jobs.worker", "queue", str(self.home), str(self.stage), "-"]
        path = f"{self.stage}{os.pathsep}{os.environ['PATH']}"
        surroundings = {**os.environ, "PATH": path, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
        with (self.stage / "log").open("ab") as log:
            self.workers.append(subprocess.Popen(words, env=surroundings, cwd=ROOT, stderr=log))

    def loses_one(self) -> None:
        self.workers.pop(0).kill()
        self.one_more()

    def is_reminded(self, now: datetime) -> None:
        """Every member's job laid in twice, taken by whoever is free."""
        part = self.stage / "now.part"
        part.write_text(now.isoformat(), "ascii")
        part.replace(self.stage / "now")
        for _ in range(2):
            for workspace in self.members:
                reminders.using(backend="team").enqueue(workspace)
        for _ in range(1200):
            left = queue.laying().connector.execute_query_one("SELECT count(*) AS n FROM procrastinate_jobs")["n"]
            if not left:
                return
            time.sleep(0.05)
        raise TimeoutError((self.stage / "log").read_text("utf-8")[-3000:])

    def heard(self) -> list[tuple[str, str, datetime]]:
        """Workspace, follow-up, slot."""
        path = self.stage / "heard"
        lines = (line.split() for line in path.read_text("utf-8").splitlines()) if path.exists() else ()
        return [(workspace, follow_up, datetime.fromisoformat(at)) for workspace, follow_up, at in lines]


def test_in_a_month_of_a_team_everything_is_told_once_and_nothing_after_its_end(
    team_database: str, surroundings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEGUITO_WORKSPACE", "")
    chance = random.Random(8)
    (tmp_path / "notify-send").write_text("#!/bin/sh\nexit 0\n")
    (tmp_path / "osascript").write_text("#!/bin/sh\nexit 0\n")
    for name in ("notify-send", "osascript"):
        (tmp_path / name).chmod(0o700)
    team = Team(surroundings, tmp_path, chance)
    now, known, settled = BEGINS, 0, 0
    with team.at_work():
        for day in range(DAYS):
            begins = BEGINS + timedelta(days=day)
            for member in team.members.values():
                member.lives(day, begins)
            if day % 10 == 7:
                team.loses_one()
            for hour in HOURS if day % 3 == 0 else (chance.choice(HOURS),):
                now = begins.replace(hour=hour, minute=chance.randrange(60))
                team.is_reminded(now)
                heard = team.heard()
                for workspace, follow_up, _ in heard[known:]:
                    who = open_workspace(surroundings, workspace)
                    planned = planned_one(who, follow_up)
                    assert planned is not None
                    assert planned.settled == ""
                    if chance.random() < 0.5:
                        done(who, follow_up, now)
                        settled += 1
                known = len(heard)
            if day % 6 == 5:
                team.is_reminded(now - timedelta(hours=30))  # the clock is set back
    told = Counter(team.heard())
    assert set(told.values()) == {1}
    assert settled > PEOPLE
    for workspace in team.members:
        who = open_workspace(surroundings, workspace)
        reminded = {follow_up for of, follow_up, _ in told if of == workspace}
        plans = all_planned(who)
        late = {one.id for one in plans if not one.settled and one.follow_up.window.opens_at < now - timedelta(days=2)}
        assert {one.id for one in plans if one.settled == "done"} | late <= reminded
