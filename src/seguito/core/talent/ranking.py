"""Who to call first, and why (T5.2).

The database only filters; what somebody's matches weigh, the order and every tie are decided here, so that the order is
the same on any engine. Nobody is refused: whoever has something of what is asked is ranked, with what is missing.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

RRF_K = 60  # reciprocal rank fusion: Cormack, Clarke, Büttcher (2009)
_SKILLS, _WORDS = 2, 1  # what the two lists count: what is asked by name comes before what a text happens to say
_REQUIRED = 2  # what is required weighs twice what is wished


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing that an opening asks for: a skill, a language, a place, by its id."""

    id: str
    label: str
    required: bool = True


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a ranking knows of somebody. `held`: ids of what they have of it. `found`: stems of theirs that were
    searched for. `regard`: how they followed up, in points. `number`: settles what nothing else does.
    """

    number: int
    held: frozenset[str]
    found: frozenset[str] = frozenset()
    regard: int = 0
    last_contact: date | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """`score` orders and is never shown by itself; `matched`, `missing`: of what is asked, in its order."""

    candidate: Candidate
    score: float
    matched: tuple[Ask, ...]
    missing: tuple[Ask, ...]


@dataclass(frozen=True, slots=True)
class Weights:
    """What each ask and each searched stem weighs: the rarer, the more (whole numbers, alike on every machine)."""

    asks: Mapping[str, int]
    stems: Mapping[str, int] = field(default_factory=dict)


def weights(asks: Iterable[Ask], holders: Mapping[str, int], stems: Mapping[str, int], people: int) -> Weights:
    """`holders`: by ask, how many have it; `stems`: by stem, in how many files it stands; `people`: in all."""
    return Weights(
        {ask.id: _rarity(holders.get(ask.id, 0), people) * (_REQUIRED if ask.required else 1) for ask in asks},
        {stem: _rarity(count, people) for stem, count in stems.items()},
    )


def rank(asks: Sequence[Ask], candidates: Iterable[Candidate], weigh: Weights) -> tuple[Ranked, ...]:
    """Best first: what matches, then how they followed up, then the last contact."""
    near = [one for one in candidates if one.held or one.found]
    by_skill = _places({one.number: sum(weigh.asks.get(held, 0) for held in one.held) for one in near})
    by_words = _places({one.number: sum(weigh.stems.get(stem, 0) for stem in one.found) for one in near})
    ranked = [_ranked(asks, one, _fused(by_skill[one.number], by_words[one.number])) for one in near]
    return tuple(sorted(ranked, key=_order))


def _ranked(asks: Sequence[Ask], one: Candidate, score: float) -> Ranked:
    matched = tuple(ask for ask in asks if ask.id in one.held)
    return Ranked(one, score, matched, tuple(ask for ask in asks if ask.id not in one.held))


def _order(one: Ranked) -> tuple[float, int, int, int, int]:
    last = one.candidate.last_contact
    required = sum(ask.required for ask in one.matched)
    return (-one.score, -required, -one.candidate.regard, -(last.toordinal() if last else 0), one.candidate.number)


def _rarity(holders: int, people: int) -> int:
    return max(1, round(1000 * math.log(1 + people / max(holders, 1))))


def _places(sums: Mapping[int, int]) -> dict[int, int]:
    """Each one's place, from 1; equals share it. Who has nothing has none: 0."""
    places: dict[int, int] = {}
    for count, weight in enumerate(sorted(sums.values(), reverse=True), start=1):
        places.setdefault(weight, count)
    return {number: places[weight] if weight else 0 for number, weight in sums.items()}


def _fused(by_skill: int, by_words: int) -> float:
    """A list that somebody is not in adds nothing."""
    lists = ((_SKILLS, by_skill), (_WORDS, by_words))
    return sum(counts / (RRF_K + place) for counts, place in lists if place)
