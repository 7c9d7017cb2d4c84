"""What the database lets through to a ranking is the same as if everybody had been weighed (T5.2)."""

import csv
import random
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from seguito.actions.openings import match, record_opening
from seguito.actions.session import begin
from seguito.actions.take_in import Wishes, take_in
from seguito.core.talent.opening_form import read_opening
from seguito.core.talent.ranking import Candidate, rank, weights
from seguito.records import models
from seguito.records.reads import matching

NOW = datetime(2026, 12, 2, 10, tzinfo=UTC)
SKILLS = ["seo", "excel", "press office", "payroll", "java", "law", "sales", "design"]


def _people(path: Path, chance: random.Random, count: int) -> Path:
    with path.open("w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["name", "email", "skills", "languages", "city", "consent_until"])
        for number in range(count):
            held = [skill for place, skill in enumerate(SKILLS) if chance.random() < 1 / (place + 2)]
            until = chance.choice(["2027-06-30", "2027-06-30", "2026-12-02", "2026-12-01"])
            spoken, city = chance.choice(["italiano", "inglese"]), chance.choice(["Milano", "Roma"])
            writer.writerow([f"P{number} Q", f"p{number}@x.example", "; ".join(held), spoken, city, until])
    return path


def _everybody(today: date) -> list[Candidate]:
    held: dict[int, set[str]] = {}
    for number, skill in models.TalentSkill.objects.filter(held=True).values_list("talent__number", "skill"):
        held.setdefault(number, set()).add(skill)
    rows = models.Talent.objects.filter(consent_until__gte=today).values_list("number", "regard", "last_contact_on")
    return [Candidate(number, frozenset(held.get(number, ())), frozenset(), regard, on) for number, regard, on in rows]


@pytest.mark.parametrize("seed", [1, 2])
def test_a_search_that_skips_most_ranks_as_one_that_weighs_everybody(
    surroundings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    chance = random.Random(seed)
    who = begin(surroundings, NOW).who
    take_in(who, _people(tmp_path / "people.csv", chance, 500), Wishes({}), surroundings, NOW, lambda _done: None)
    rows = list(models.Talent.objects.all())
    for row in rows:
        row.regard, row.last_contact_on = chance.randint(0, 2), chance.choice([None, date(2026, 11, 3), NOW.date()])
    models.Talent.objects.bulk_update(rows, ["regard", "last_contact_on"])
    everybody, numbers = _everybody(NOW.date()), dict(models.Talent.objects.values_list("person__short", "number"))
    for number, at_once in enumerate([1, 60, 60, 10_000]):
        monkeypatch.setattr(matching, "_AT_ONCE", at_once)
        monkeypatch.setattr(matching, "_SOUNDED", chance.choice([7, 40]))
        monkeypatch.setattr(matching, "_LOOKING_UP", chance.choice([0, 14]))
        asked = chance.sample(SKILLS, chance.randint(1, 6))
        told = {"title": f"O{number}", "required": asked[:3], "wished": asked[3:], "language": "Italian"}
        place = record_opening(who, read_opening({**told, "place": "Milano"}, {}), NOW)
        counts, people = matching.holders(who, (ask.id for ask in place.asks), NOW.date())
        asks = frozenset(ask.id for ask in place.asks)
        weighed = [replace(one, held=one.held & asks) for one in everybody]
        whole = rank(place.asks, weighed, weights(place.asks, counts, {}, people))
        found = [numbers[one.person.id] for one in match(who, place.id, NOW)]
        assert found == [one.candidate.number for one in whole[:50]]
