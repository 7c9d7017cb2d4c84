"""Whom the database lets through to a ranking: it filters, and decides nothing (T5.2).

What an opening asks for and many people have says little of anybody. So the rarer asks are searched first; of those
found, as many are kept as could still be among the best once the common asks are counted, and only these are looked at.
The outcome is the same as if everybody had been.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Q

from seguito.core.nouns import Who
from seguito.core.talent.ranking import Candidate
from seguito.records import models, words_index

_MOST = 200  # candidates that come to a ranking; equals at its end are settled as the ranking settles them
_MOST_BY_WORDS = 500
_COMMON = 10  # an ask that more than one file in so many holds is common

# A skill's holders lie together in one index, with the day until which they may be read: no file is opened here.
_HOLDERS = (
    "SELECT talent_id AS number, {weight:d} AS weight, {bit:d} AS bit FROM records_talentskill"
    " WHERE workspace_id = %s AND skill = %s AND held = 1 AND until >= %s"
)
_HOW_MANY_HOLD = (
    "SELECT COUNT(*) FROM records_talentskill WHERE workspace_id = %s AND skill = %s AND held = 1 AND until >= %s"
)
_SUMS = """
WITH sums AS MATERIALIZED (SELECT number, SUM(weight) AS weight, SUM(bit) AS bits FROM ({parts}) GROUP BY number),
     last AS (SELECT weight FROM sums ORDER BY weight DESC LIMIT 1 OFFSET {most:d})
SELECT number, weight, bits, (SELECT weight FROM last)
FROM sums WHERE weight >= COALESCE((SELECT weight FROM last), 0) - {slack:d}
"""


@dataclass(slots=True)
class _Near:
    """Somebody who has something of it, while the common asks are still being counted."""

    weight: int
    held: set[str]


def holders(who: Who, asks: Iterable[str], today: date) -> tuple[dict[str, int], int]:
    """How many open files hold each of the asks, and how many files there are."""
    counts: dict[str, int] = {}
    with connection.cursor() as cursor:
        for ask in asks:
            cursor.execute(_HOW_MANY_HOLD, [_workspace(who), ask, today.isoformat()])
            counts[ask] = cursor.fetchone()[0]
    return counts, models.Talent.objects.of(who).count()


def holding(
    who: Who, weights: Mapping[str, int], held_by: Mapping[str, int], people: int, today: date
) -> tuple[Candidate, ...]:
    """The candidates who have something of what is asked and weigh most, as many as a ranking needs.

    `held_by`: how many hold each ask, of so many `people`.
    """
    if not weights:
        return ()
    common = [ask for ask in weights if held_by.get(ask, 0) * _COMMON > people]
    rare = {ask: weight for ask, weight in weights.items() if ask not in common}
    slack = sum(weights[ask] for ask in common)
    near, last = _found(who, rare, slack, today) if rare and common else ({}, 0)
    if last <= slack:  # somebody who has the common asks alone may be among the best
        near, _ = _found(who, weights, 0, today)
    else:
        _count_common(who, near, {ask: weights[ask] for ask in common}, today)
    return _best(who, near)


def held_by_these(who: Who, numbers: Sequence[int], asks: Sequence[str]) -> list[tuple[int, str, str, date | None]]:
    """What these people hold of the asks: number, ask, what shows it, since when.

    The plus keeps SQLite from walking through everybody who holds an ask: these few people are looked up instead.
    """
    if not numbers or not asks:
        return []
    statement = (
        'SELECT talent_id, skill, evidence, "on" FROM records_talentskill WHERE workspace_id = %s AND held = 1'  # noqa: S608
        f" AND talent_id IN ({','.join(map(str, numbers))}) AND +skill IN ({','.join(['%s'] * len(asks))})"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [_workspace(who), *asks])
        return list(cursor.fetchall())


def in_how_many(stems: Sequence[str]) -> dict[str, int]:
    """In how many files each stem stands."""
    counts: dict[str, int] = {}
    with connection.cursor() as cursor:
        for stem in stems:
            cursor.execute(words_index.HOW_MANY, [stem])
            row = cursor.fetchone()
            counts[stem] = row[1] if row else 0
    return counts


def saying(who: Who, stems: Sequence[str], counts: Mapping[str, int], today: date) -> dict[int, frozenset[str]]:
    """By number: which of the stems an open file holds. All of them together first, else the rarest ones."""
    known = sorted((stem for stem in stems if counts.get(stem)), key=lambda stem: (counts[stem], stem))
    if not known:
        return {}
    numbers = _find(" AND ".join(map(_quoted, known)))
    if len(numbers) < _MOST:
        rare: list[str] = []
        room = _MOST_BY_WORDS
        for stem in known:
            if rare and counts[stem] > room:
                break
            rare.append(stem)
            room -= counts[stem]
        numbers = sorted({*numbers, *_find(" OR ".join(map(_quoted, rare)))})
    rows = models.Talent.objects.of(who).filter(number__in=numbers[:_MOST_BY_WORDS], consent_until__gte=today)
    wanted = frozenset(known)
    open_ones = rows.filter(Q(ended_on=None) | Q(ended_on__gt=today)).values_list("number", "words")
    return {number: wanted & frozenset(words.split()) for number, words in open_ones}


def candidates(who: Who, numbers: Iterable[int], asks: Sequence[str]) -> dict[int, Candidate]:
    """These ones, whatever brought them: what they have of the asks."""
    wanted = list(numbers)
    held: dict[int, set[str]] = {number: set() for number in wanted}
    for number, skill, _, _ in held_by_these(who, wanted, asks):
        held[number].add(skill)
    known = models.Talent.objects.of(who).filter(number__in=wanted).values_list("number", "regard", "last_contact_on")
    return {n: Candidate(n, frozenset(held[n]), frozenset(), regard, last) for n, regard, last in known}


def _found(who: Who, weights: Mapping[str, int], slack: int, today: date) -> tuple[dict[int, _Near], int]:
    """By number, whoever weighs as much as the last of the most, less `slack`; and what that last one weighs."""
    asks = list(weights)
    parts = " UNION ALL ".join(_HOLDERS.format(weight=weights[ask], bit=1 << n) for n, ask in enumerate(asks))
    values = [value for ask in asks for value in (_workspace(who), ask, today.isoformat())]
    with connection.cursor() as cursor:
        cursor.execute(_SUMS.format(parts=parts, most=_MOST - 1, slack=slack), values)
        rows = cursor.fetchall()
    near = {n: _Near(weight, {ask for k, ask in enumerate(asks) if bits >> k & 1}) for n, weight, bits, _ in rows}
    return near, rows[0][3] or 0 if rows else 0


def _count_common(who: Who, near: Mapping[int, _Near], weights: Mapping[str, int], today: date) -> None:
    """Add the common asks that those who are near have as well."""
    numbers = ",".join(map(str, near))
    statement = (
        f"SELECT talent_id FROM records_talentskill WHERE workspace_id = %s AND skill = %s AND held = 1"  # noqa: S608
        f" AND until >= %s AND talent_id IN ({numbers})"
    )
    with connection.cursor() as cursor:
        for ask, weight in weights.items():
            cursor.execute(statement, [_workspace(who), ask, today.isoformat()])
            for (number,) in cursor.fetchall():
                near[number].weight += weight
                near[number].held.add(ask)


def _best(who: Who, near: Mapping[int, _Near]) -> tuple[Candidate, ...]:
    """Those who weigh most; among equals at the end of them, as the ranking orders equals."""
    heaviest = sorted((one.weight for one in near.values()), reverse=True)[:_MOST]
    least = heaviest[-1] if heaviest else 0
    wanted = [number for number, one in near.items() if one.weight >= least]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT number, regard, last_contact_on FROM records_talent"  # noqa: S608 (numbers of our own)
            f" WHERE number IN ({','.join(map(str, wanted))})"
        )
        rows = cursor.fetchall()
    found = [Candidate(n, frozenset(near[n].held), frozenset(), regard, last) for n, regard, last in rows]
    found.sort(key=lambda one: (-near[one.number].weight, -one.regard, -_day(one.last_contact), one.number))
    return tuple(found[:_MOST])


def _day(day: date | None) -> int:
    return day.toordinal() if day else 0


def _workspace(who: Who) -> str:
    return UUID(who.workspace).hex


def _find(query: str) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(words_index.FIND, [query, _MOST_BY_WORDS])
        return [row[0] for row in cursor.fetchall()]


def _quoted(stem: str) -> str:
    return json.dumps(stem, ensure_ascii=False)
