"""What one has learned since, held against what was missing (T5.4)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from seguito.actions.cadence import stay_in_touch_everywhere
from seguito.actions.skills import read_skill, vocabulary
from seguito.core.nouns import Application, Who
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.keeping import Lack, Learned, all_lacked, all_learned
from seguito.records.writes.keeping import keep_learned


class NothingLearned(Problem):
    id = "nothing-learned"
    happened = N_("Nothing is said of what was learned.")
    safe = N_("Nothing was changed.")
    next_step = N_('Say it in your own words: seguito learned "…" --skill "…".')
    on_page = N_("Say it in your own words.")


class LearnedLater(Problem):
    id = "learned-later"
    happened = N_("{day} has not come yet.")
    safe = N_("Nothing was changed.")
    next_step = N_("Say when it really was, or leave --on out: then it is today.")


@dataclass(frozen=True, slots=True)
class Progress:
    """What was missing for one application: `grown`, each with what shows it; and what is missing still."""

    application: Application
    grown: tuple[tuple[Lack, Learned], ...]
    missing: tuple[Lack, ...]


@dataclass(frozen=True, slots=True)
class Grown:
    learned: tuple[Learned, ...]
    progress: tuple[Progress, ...]


def learned(who: Who, text: str, skill: str, on: date | None, now: datetime) -> Grown:
    """Note something new. Said twice, it is noted once."""
    if not text.strip():
        raise NothingLearned
    if on is not None and on > now.date():
        raise LearnedLater(day=on)
    found = read_skill(who, skill) if skill.strip() else read_skill(who, text)
    known = bool(skill.strip()) or found.id in vocabulary(who).labels
    with atomic():
        keep_learned(who, text.strip(), found.id if known else "", found.label if known else "", on or now.date(), now)
        stay_in_touch_everywhere(who)
    return grown(who)


def grown(who: Who) -> Grown:
    """Everything learned, and beside it what was missing: what one could now write about."""
    known = all_learned(who)
    return Grown(known, tuple(progress(application, lacks, known) for application, lacks in all_lacked(who)))


def progress(application: Application, lacks: Sequence[Lack], known: Sequence[Learned]) -> Progress:
    """What was missing for one application, held against everything learned; the latest shows it."""
    latest = {one.skill: one for one in known if one.skill}
    return Progress(
        application=application,
        grown=tuple((lack, latest[lack.skill]) for lack in lacks if lack.skill in latest),
        missing=tuple(lack for lack in lacks if lack.skill not in latest),
    )
