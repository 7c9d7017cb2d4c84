"""Who to write to: the people worth keeping, the last contact, what they care about, the next good occasion (T5.4)."""

from dataclasses import dataclass
from datetime import datetime

from seguito.actions.plan import Standing, standing_of
from seguito.core.nouns import Who
from seguito.records.reads.acquaintance import Acquaintance, lately_in_touch, these_acquaintances
from seguito.records.reads.follow_ups import occasions

_OCCASIONS, _OTHERS = 40, 20


@dataclass(frozen=True, slots=True)
class Kept:
    """Somebody worth keeping; `occasion`: the next one, or None while there is no reason to write."""

    acquaintance: Acquaintance
    occasion: Standing | None


def worth_keeping(who: Who, now: datetime) -> tuple[Kept, ...]:
    """Whoever there is an occasion to write to, the nearest first; then those with whom one was in touch lately."""
    nearest: dict[str, Standing] = {}
    for planned in occasions(who, _OCCASIONS):
        for person in planned.follow_up.people:
            nearest.setdefault(person, standing_of(planned, now))
    ids = [*nearest, *(one for one in lately_in_touch(who, _OTHERS) if one not in nearest)]
    known = these_acquaintances(who, ids)
    return tuple(Kept(known[one], nearest.get(one)) for one in ids if one in known)
