"""Looking through the talent file, so many at a time; and what is to be done about it next (T5.1, T5.3)."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from seguito.actions.plan import Standing, standing_of
from seguito.actions.skills import read_skill
from seguito.actions.talent import Filed, filed_as
from seguito.core.nouns import Who
from seguito.core.talent.leave import WARN_BEFORE
from seguito.languages.search import stems_of
from seguito.records.reads.follow_ups import check_ins
from seguito.records.reads.matching import containing
from seguito.records.reads.talent import Talent, Wanted, over_by, some_talent
from seguito.records.writes.keeping import keep_audit

__all__ = ["Next", "Wanted", "browse", "next_about"]

_AHEAD = timedelta(days=14)
_NEXT = 20


@dataclass(frozen=True, slots=True)
class Next:
    """`check_ins`: due, or within a fortnight. `soon`: their time in the file is over, or nearly."""

    check_ins: tuple[Standing, ...]
    soon: tuple[Talent, ...]


def browse(who: Who, wanted: Wanted, first: int, count: int, now: datetime) -> tuple[Filed, ...]:
    """Files from number `first` (from 0) on, by family name; who looked at whose is written down."""
    if wanted.like:
        wanted = replace(
            wanted, skill=read_skill(who, wanted.like).id, numbers=containing(who, stems_of(wanted.like)[:8])
        )
    found = tuple(filed_as(one, now.date()) for one in some_talent(who, wanted, now.date(), first, count))
    if found:
        keep_audit(who, "listed", "", {"people": [one.talent.person.id for one in found]}, now)
    return found


def next_about(who: Who, now: datetime) -> Next:
    """What is due about the file, the first of it first."""
    planned = tuple(standing_of(one, now) for one in check_ins(who, now + _AHEAD, _NEXT))
    return Next(planned, over_by(who, now.date() + WARN_BEFORE, _NEXT))
