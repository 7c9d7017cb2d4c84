"""Whom the database lets through to a ranking: it filters, and decides nothing (T5.2).

The asks are searched from the rarest on, until nobody who has none of those searched could still be
among the best; the others are then looked up for those alone who could (Turtle and Flood's MaxScore, 1995). The outcome
is the same as if everybody had been weighed.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from heapq import nlargest
from uuid import UUID

from django.db import connection
from django.db.models import Q

from seguito.core.nouns import Who
from seguito.core.talent.ranking import Candidate
from seguito.records import models, words_index

Standing = tuple[int, int, date | None]  # number, how they followed up, last contact

_MOST = 200  # candidates that come to a ranking; equals at its end are settled as the ranking settles them
_MOST_BY_WORDS = 500
_PLAIN = 5  # what more than one in so many have says as little of anybody as if just one in so many had it

# A skill's holders lie together in one index, with the day until which they may be read: no file is opened here.
_HOLDERS = (
    "SELECT talent_id FROM records_talentskill WHERE workspace_id = %s AND skill = %s AND held = TRUE AND until >= %s"
)
# The cross join keeps SQLite from walking through all who hold it: these few people are looked up instead.
_THESE = {
    "sqlite": (
        "SELECT k.talent_id FROM json_each(%s) n CROSS JOIN records_talentskill k"
        " ON k.workspace_id = %s AND k.talent_id = n.value AND k.skill = %s WHERE k.held = TRUE"
    ),
    "postgresql": (
        "SELECT k.talent_id FROM json_array_elements_text(%s::json) n JOIN records_talentskill k"
        " ON k.workspace_id = %s AND k.talent_id = n.value::bigint AND k.skill = %s WHERE k.held = TRUE"
    ),
}
# A file's numbers count its people, as one file is one person's; a server's count those of every workspace.
_PEOPLE = {
    "sqlite": "SELECT -1 AS place, MAX(number) FROM records_talent WHERE workspace_id = %s",
    "postgresql": "SELECT -1 AS place, COUNT(*) FROM records_talent WHERE workspace_id = %s",
}
_AT_ONCE = 10_000  # holders that are fetched in one go, whether they will be needed or not


def holders(who: Who, asks: Iterable[str], today: date) -> tuple[dict[str, int], int]:
    """How many open files hold each of the asks, counted up to one in five; and how many files there may be."""
    wanted = list(asks)
    with connection.cursor() as cursor:
        cursor.execute(_PEOPLE[connection.vendor], [_workspace(who)])
        people = cursor.fetchone()[1] or 0
        most = max(1, people // _PLAIN)
        parts = [f"SELECT {place}, COUNT(*) FROM ({_HOLDERS} LIMIT {most}) few" for place in range(len(wanted))]  # noqa: S608
        values = [value for ask in wanted for value in (_workspace(who), ask, today.isoformat())]
        cursor.execute(" UNION ALL ".join(parts) or "SELECT 0, 0 WHERE FALSE", values)
        found = dict(cursor.fetchall())
    return {wanted[place]: count for place, count in found.items()}, people


def holding(who: Who, weights: Mapping[str, int], held_by: Mapping[str, int], today: date) -> tuple[Standing, ...]:
    """Those who have something of what is asked and weigh most, as many as a ranking needs.

    `held_by`: how many hold each ask.
    """
    order = sorted(weights, key=lambda ask: (held_by.get(ask, 0), -weights[ask], ask))
    few = _few(order, held_by)
    near: dict[int, int] = {}
    for place, number in _holders_of(who, few, today):
        near[number] = near.get(number, 0) + weights[few[place]]
    searched, rest = len(few), sum(weights[ask] for ask in order[len(few) :])
    while searched < len(order) and _least(near) <= rest:
        ask = order[searched]
        for _, number in _holders_of(who, [ask], today):
            near[number] = near.get(number, 0) + weights[ask]
        rest -= weights[ask]
        searched += 1
    for ask in order[searched:]:
        least = _least(near)
        near = {number: weight for number, weight in near.items() if weight + rest >= least}
        for number in _holders_among(who, ask, near, held_by.get(ask, 0), today):
            near[number] += weights[ask]
        rest -= weights[ask]
    return _best(who, near)


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
    who: Who, standing: Iterable[Standing], by_words: Mapping[int, frozenset[str]], asks: Sequence[str]
) -> tuple[Candidate, ...]:
    """These ones, whatever brought them: what they have of the asks, and which of the stems stand with them."""
    known = list(standing)
    held: dict[int, set[str]] = {number: set() for number, _, _ in known}
    for number, ask, _, _ in held_by_these(who, list(held), asks):
        held[number].add(ask)
    return tuple(
        Candidate(number, frozenset(held[number]), by_words.get(number, frozenset()), regard, last)
        for number, regard, last in known
    )


def _holders_of(who: Who, asks: Sequence[str], today: date) -> list[tuple[int, int]]:
    """Who holds any of the asks: the ask's place among them, and the number."""
    parts = [_HOLDERS.replace("SELECT ", f"SELECT {place}, ", 1) for place in range(len(asks))]
    values = [value for ask in asks for value in (_workspace(who), ask, today.isoformat())]
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts), values)
        return list(cursor.fetchall())


def _holders_among(who: Who, ask: str, near: Mapping[int, int], hold: int, today: date) -> list[int]:
    """Those of `near` who hold it: looked up one by one where they are few, else found among all who do."""
    if len(near) * 4 > hold:
        return [number for _, number in _holders_of(who, [ask], today) if number in near]
    with connection.cursor() as cursor:
        cursor.execute(_THESE[connection.vendor], [json.dumps(list(near)), _workspace(who), ask])
        return [number for (number,) in cursor.fetchall()]


def _least(near: Mapping[int, int]) -> int:
    """What the last of the best weighs; 0 while there are fewer."""
    return nlargest(_MOST, near.values())[-1] if len(near) >= _MOST else 0


def _best(who: Who, near: Mapping[int, int]) -> tuple[Standing, ...]:
    """Those who weigh most; among equals at the end of them, as the ranking orders equals."""
    least = _least(near)
    wanted = [number for number, weight in near.items() if weight >= least]
    if not wanted:
        return ()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number, regard, last_contact_on FROM records_talent"  # noqa: S608 (numbers of our own)
            f" WHERE number IN ({','.join(map(str, wanted))})"
        )
        rows = sorted(cursor.fetchall(), key=lambda row: (-near[row[0]], -row[1], -_day(row[2]), row[0]))
    return tuple(rows[:_MOST])


def _day(day: date | None) -> int:
    return day.toordinal() if day else 0


def _workspace(who: Who) -> str:
    return UUID(who.workspace).hex
