"""Whom the database lets through to a ranking: it filters, and decides nothing (T5.2).

The asks are searched from the rarest on, until nobody who has none of those searched could still be among the best; the
others are then looked up for those alone who could, from the heaviest on (Turtle and Flood's MaxScore, 1995). The
outcome is the same as if everybody had been weighed.
"""

import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from heapq import heapreplace
from itertools import repeat
from uuid import UUID

from django.db import connection
from django.db.models import Q

from seguito.core.nouns import Who
from seguito.core.talent.ranking import Candidate
from seguito.records import models, words_index
from seguito.records.reads.matching_sql import MATCHING

Standing = tuple[int, int, date | None]  # number, how they followed up, last contact

_MOST = 200  # candidates that come to a ranking; equals at its end are settled as the ranking settles them
_MOST_BY_WORDS = 500

_AT_ONCE = 10_000  # holders that are fetched in one go, whether they will be needed or not
_SOUNDED = 400  # people who are looked up in one go
_LOOKING_UP = 14  # to look somebody up takes as long as to fetch so many in a row


def holders(who: Who, asks: Iterable[str], today: date) -> tuple[dict[str, int], int]:
    """How many open files hold each of the asks, counted up to one in five; and how many files there may be."""
    wanted, sql, workspace = list(asks), MATCHING[connection.vendor], _workspace(who)
    parts = [sql.people.format(workspace=workspace)]
    parts += [sql.how_many_hold.format(place=place, workspace=workspace) for place in range(len(wanted))]
    values = [value for ask in wanted for value in (ask, today.isoformat())]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        found = dict(cursor.fetchall())
    people = found.pop(-1) or 0
    return {wanted[place]: count for place, count in found.items()}, people


def holding(who: Who, weights: Mapping[str, int], held_by: Mapping[str, int], today: date) -> tuple[Standing, ...]:
    """Those who have something of what is asked and weigh most, as many as a ranking needs, in no order.

    `held_by`: how many hold each ask.
    """
    order = sorted(weights, key=lambda ask: (held_by.get(ask, 0), -weights[ask], ask))
    few = _few(order, held_by)
    search = _Search(who, weights, today)
    search.take_holders(few)
    left = order[len(few) :]
    while left:
        search.sound(left)
        unseen, open_ones = sum(weights[ask] for ask in left), search.open_ones(left)
        if search.least > unseen and open_ones * _LOOKING_UP <= sum(held_by.get(ask, 0) for ask in left):
            break
        search.take_holders(left[:1])
        left = left[1:]
    search.settle(left)
    return _best(search)


@dataclass(slots=True)
class _Search:
    """`near`: what people weigh by the asks searched so far; `known`: those of whom every ask has been looked up.

    `best`: a heap of the highest of `known`, as many as a ranking needs.
    """

    who: Who
    weights: Mapping[str, int]
    today: date
    near: dict[int, int] = field(default_factory=dict)
    known: dict[int, int] = field(default_factory=dict)
    best: list[int] = field(default_factory=lambda: [0] * _MOST)

    @property
    def least(self) -> int:
        """What the last of the best weighs as far as is known; 0 while there are fewer."""
        return self.best[0]

    def take_holders(self, asks: Sequence[str]) -> None:
        """Everybody who holds one of the asks comes near by it."""
        near, known = self.near, self.known
        for place, numbers in _holders_of(self.who, asks, self.today).items():
            weight = self.weights[asks[place]]
            fresh = [number for number in numbers if number not in known] if known else numbers
            near.update(zip(fresh, map(weight.__add__, map(near.get, fresh, repeat(0))), strict=True))

    def sound(self, left: Sequence[str]) -> None:
        """Look up the most promising ones: what they weigh in all tells how much somebody must weigh at least."""
        self._look_up(sorted(self.near, key=self.near.__getitem__, reverse=True)[:_SOUNDED], left)

    def open_ones(self, left: Sequence[str]) -> int:
        """Of how many it is not known yet whether they are among the best."""
        needed = self.least - sum(self.weights[ask] for ask in left)
        return len(self.near) - bisect_left(sorted(self.near.values()), needed)

    def settle(self, left: Sequence[str]) -> None:
        """Look up everybody who may still be among the best, from the heaviest on."""
        unseen = sum(self.weights[ask] for ask in left)
        heaviest = sorted(self.near, key=self.near.__getitem__, reverse=True)
        for start in range(0, len(heaviest), _SOUNDED):
            if self.near[heaviest[start]] + unseen < self.least:
                return
            self._look_up(heaviest[start : start + _SOUNDED], left)

    def _look_up(self, numbers: Sequence[int], asks: Sequence[str]) -> None:
        found = {number: self.near.pop(number) for number in sorted(numbers)}
        for number, ask in _held_among(list(found), asks) if asks else ():
            found[number] += self.weights[ask]
        for weight in found.values():
            if weight > self.best[0]:
                heapreplace(self.best, weight)
        self.known |= found


def _few(order: Sequence[str], held_by: Mapping[str, int]) -> list[str]:
    """The first of the asks, as many as have few holders together."""
    found, room = list[str](), _AT_ONCE
    for ask in order:
        room -= held_by.get(ask, 0)
        if found and room < 0:
            break
        found.append(ask)
    return found


def held_by_these(who: Who, numbers: Sequence[int], asks: Sequence[str]) -> list[tuple[int, str, str, date | None]]:
    """What these people hold of the asks: number, ask, what shows it, since when.

    What is added to the skill keeps SQLite from walking through everybody who holds an ask: these few are looked up.
    """
    if not numbers or not asks:
        return []
    statement = (
        'SELECT talent_id, skill, evidence, "on" FROM records_talentskill WHERE workspace_id = %s AND held = TRUE'  # noqa: S608
        f" AND talent_id IN ({','.join(map(str, numbers))}) AND skill || '' IN ({','.join(['%s'] * len(asks))})"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [_workspace(who), *asks])
        return list(cursor.fetchall())


def in_how_many(who: Who, stems: Sequence[str]) -> dict[str, int]:
    """In how many files each stem stands."""
    found = words_index.in_how_many(who, stems)
    return {stem: found.get(stem, 0) for stem in stems}


def saying(
    who: Who, stems: Sequence[str], counts: Mapping[str, int], today: date
) -> dict[int, tuple[Standing, frozenset[str]]]:
    """By number: which of the stems an open file holds. All of them together first, else the rarest ones."""
    known = sorted((stem for stem in stems if counts.get(stem)), key=lambda stem: (counts[stem], stem))
    if not known:
        return {}
    numbers = words_index.holding_all(who, known, _MOST_BY_WORDS)
    if len(numbers) < _MOST:
        rare: list[str] = []
        room = _MOST_BY_WORDS
        for stem in known:
            if rare and counts[stem] > room:
                break
            rare.append(stem)
            room -= counts[stem]
        numbers = sorted({*numbers, *words_index.holding_any(who, rare, _MOST_BY_WORDS)})
    rows = models.Talent.objects.of(who).filter(number__in=numbers[:_MOST_BY_WORDS], consent_until__gte=today)
    wanted = frozenset(known)
    open_ones = rows.filter(Q(ended_on=None) | Q(ended_on__gt=today))
    return {
        number: ((number, regard, last), wanted & frozenset(words.split()))
        for number, regard, last, words in open_ones.values_list("number", "regard", "last_contact_on", "words")
    }


def containing(who: Who, stems: Sequence[str]) -> tuple[int, ...]:
    """Numbers of files that hold all these stems, so many at most; of none: nobody's."""
    return tuple(words_index.holding_all(who, stems, _MOST_BY_WORDS)) if stems else ()


def candidates(
    standing: Iterable[Standing], by_words: Mapping[int, frozenset[str]], asks: Sequence[str]
) -> tuple[Candidate, ...]:
    """These ones, whatever brought them: what they have of the asks, and which of the stems stand with them."""
    known = list(standing)
    held: dict[int, set[str]] = {number: set() for number, _, _ in known}
    for number, ask in _held_among(list(held), asks) if asks else ():
        held[number].add(ask)
    return tuple(
        Candidate(number, frozenset(held[number]), by_words.get(number, frozenset()), regard, last)
        for number, regard, last in known
    )


def _holders_of(who: Who, asks: Sequence[str], today: date) -> dict[int, list[int]]:
    """By the ask's place among them: the numbers of those who hold it."""
    sql, workspace = MATCHING[connection.vendor], _workspace(who)
    parts = [sql.holders.format(place=place, workspace=workspace) for place in range(len(asks))]
    values = [value for ask in asks for value in (ask, today.isoformat())]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        return {place: json.loads(numbers) for place, numbers in cursor.fetchall()}


def _held_among(numbers: Sequence[int], asks: Sequence[str]) -> list[tuple[int, str]]:
    """What these few people hold of the asks."""
    statement = MATCHING[connection.vendor].these.format(asks=", ".join(["%s"] * len(asks)))
    with connection.cursor() as cursor:
        cursor.execute(statement, [json.dumps(numbers), *asks])
        return list(cursor.fetchall())


def _best(search: _Search) -> tuple[Standing, ...]:
    """Those who weigh most; of equals at the end of them, whom the ranking puts first among equals."""
    above = [number for number, weight in search.known.items() if weight > search.least]
    equals = [number for number, weight in search.known.items() if weight == search.least]
    return (*_standing(above, len(above)), *_standing(equals, _MOST - len(above)))


def _standing(numbers: Sequence[int], count: int) -> list[Standing]:
    with connection.cursor() as cursor:
        cursor.execute(MATCHING[connection.vendor].standing, [json.dumps(numbers), count])
        return list(cursor.fetchall())


def _workspace(who: Who) -> str:
    return UUID(who.workspace).hex
