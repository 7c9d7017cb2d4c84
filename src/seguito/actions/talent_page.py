"""What stands beside one file: its check-ins, and the words that passed (T5.3)."""

from dataclasses import dataclass
from datetime import datetime

from seguito.actions.plan import Standing, standing_of
from seguito.core.nouns import Who
from seguito.records.reads.contacts import Passed, passed_between
from seguito.records.reads.follow_ups import planned_with

_LATEST = 20


@dataclass(frozen=True, slots=True)
class Beside:
    """`thread`: the latest contacts, the latest first."""

    check_ins: tuple[Standing, ...]
    thread: tuple[Passed, ...]


def beside(who: Who, person_id: str, now: datetime) -> Beside:
    planned = tuple(standing_of(one, now) for one in planned_with(who, [person_id]))
    return Beside(planned, passed_between(who, person_id, _LATEST))
