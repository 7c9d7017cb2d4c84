"""A year of one busy candidate on a simulated clock: each follow-up is told once, and none whose chase is over (T1.4)."""

import os
import random
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from seguito.actions.done import done
from seguito.actions.outcome import outcome
from seguito.actions.plan import replan
from seguito.actions.remind import Reminding, Words, remind
from seguito.actions.reply import reply
from seguito.actions.sending import Outside
from seguito.core.nouns import Appointment, Outcome, Who
from seguito.core.reminders.due import Ring
from seguito.core.reminders.quiet import Quiet
from seguito.records.database import atomic
from seguito.records.reads.follow_ups import all_planned, planned_one
from seguito.records.writes.interviews import keep_application, keep_interview
from seguito.records.writes.people import keep_organisation, keep_person
from tests.mail.cast import a_home

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="a file with #! is no program there")
ROME = ZoneInfo("Europe/Rome")
BEGINS = datetime(2026, 9, 1, 6, tzinfo=UTC)  # both changes of the clocks lie ahead
INTERVIEWS = 60


class Candidate:
    """She does most of what she is reminded of, is answered now and then, and forgets the rest."""

    def __init__(self, home: Path, chance: random.Random) -> None:
        self.who: Who = a_home(home)
        self.outside, self.chance = Outside(home), chance
        self.heard: list[tuple[datetime, str, Ring]] = []
        self.interviews: dict[str, str] = {}
        self.people: dict[str, str] = {}

    def meets(self, number: int, at: datetime) -> None:
        with atomic():
            house = keep_organisation(self.who, f"Agenzia {number}")
            panel = [
                keep_person(self.who, f"Giulia{number} Neri{seat}", [f"g{seat}@a{number}.test"], house)
                for seat in range(self.chance.choice([1, 2]))
            ]
            application = keep_application(self.who, house, "Account manager")
            talk = Appointment(at, at + timedelta(hours=1), "Europe/Rome")
            kept = keep_interview(self.who, application, talk, panel, at - timedelta(days=2))
        replan(self.who, kept.id, at - timedelta(days=2))
        self.interviews[kept.id] = application.id
        self.people[kept.id] = panel[0].id

    def is_reminded(self, now: datetime) -> None:
        def speak(due: Sequence[Reminding]) -> Words:
            self.heard += [(now, one.planned.id, one.ring) for one in due]
            return Words("x", "x", "x")

        for told in remind(self.who, ROME, now, self.outside, speak):
            assert told.trouble is None
            for one in told.reminders:
                planned = planned_one(self.who, one.planned.id)
                assert planned is not None
                assert planned.settled == ""
                if self.chance.random() < 0.6:
                    done(self.who, one.planned.id, now)

    def lives(self, now: datetime) -> None:
        """Something comes from outside, about one of the interviews of late."""
        past = list(self.interviews)[-6:]
        if not past or self.chance.random() > 0.06:
            return
        talk = self.chance.choice(past)
        if self.chance.random() < 0.5:
            reply(self.who, self.people[talk], None, "Grazie!", True, "email", now)
        else:
            came = self.chance.choice([Outcome.NO, Outcome.OFFER, Outcome.WITHDRAWN, Outcome.SILENCE])
            outcome(self.who, self.interviews[talk], came, None, (), now)


@pytest.fixture
def shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop that counts what it shows."""
    shown = tmp_path / "shown"
    for name in ("notify-send", "osascript"):
        program = tmp_path / name
        program.write_text(f'#!/bin/sh\necho . >> "{shown}"\n')
        program.chmod(0o700)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    return shown


def test_in_a_year_everything_is_told_once_and_nothing_after_its_end(shown: Path, surroundings: Path) -> None:
    chance = random.Random(8)
    elena = Candidate(surroundings, chance)
    interviews = sorted(chance.sample(range(1, 350), INTERVIEWS))
    now = BEGINS
    for day in range(365):
        begins = BEGINS + timedelta(days=day)
        asleep = chance.random() < 0.1  # the machine, a whole day long
        if interviews and interviews[0] == day:
            at = begins.replace(hour=chance.choice([8, 10, 14, 19]), minute=chance.choice([0, 30]))
            elena.meets(day, at)
            interviews.pop(0)
        for hour in (6, 11, 19):
            now = begins.replace(hour=hour, minute=chance.randrange(60))
            elena.lives(now)
            if not asleep:
                elena.is_reminded(now)
                if chance.random() < 0.1:
                    elena.is_reminded(now - timedelta(hours=chance.choice([0, 1, 30])))  # the clock is set back
    assert interviews == []

    told = Counter((follow_up, ring.at) for _, follow_up, ring in elena.heard)
    assert set(told.values()) == {1}
    assert not [at for at, _, _ in elena.heard if Quiet().holds(at, ROME)]

    reminded = {follow_up for follow_up, _ in told}
    open_still = [one for one in all_planned(elena.who) if not one.settled]
    forgotten = [one.id for one in open_still if one.follow_up.window.opens_at < now - timedelta(days=2)]
    kept = [one.id for one in all_planned(elena.who) if one.settled == "done"]
    assert len(kept) > 2 * INTERVIEWS
    assert set(forgotten) | set(kept) <= reminded
    assert len(shown.read_text().splitlines()) <= len(elena.heard)
