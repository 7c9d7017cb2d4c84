"""The talent file and the openings, as values; and whom the database lets through to a ranking."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import connection
from django.db.models import Q, QuerySet

from seguito.core.folding import folded
from seguito.core.nouns import Person, Who
from seguito.core.talent.leave import Consent
from seguito.core.talent.ranking import Ask, Candidate
from seguito.errors import N_, Problem
from seguito.records import models, words_index
from seguito.records.reads.one import the_one
from seguito.records.reads.people import people_rows, person_value

_MOST = 200  # candidates that come to a ranking; equals at its end are settled as the ranking settles them
_MOST_BY_WORDS = 1000


class NotInTheFile(Problem):
    id = "not-in-the-file"
    happened = N_("Nobody called “{wanted}” is in the talent file.")
    safe = N_("Nothing was changed.")
    next_step = N_("`seguito talent` lists it; `seguito talent add PERSON --because …` adds somebody.")


class NoSuchOpening(Problem):
    id = "no-such-opening"
    happened = N_("No opening here answers to “{wanted}”.")
    safe = N_("Nothing was changed.")
    next_step = N_("`seguito opening` lists them; `seguito opening FILE.toml` records one.")


@dataclass(frozen=True, slots=True)
class Held:
    """A skill, a language or a place of somebody's; or, `held` False, one that was missing. `on`: since when."""

    id: str
    label: str
    held: bool
    evidence: str
    on: date | None


@dataclass(frozen=True, slots=True)
class Talent:
    number: int
    person: Person
    because: str
    impressions: tuple[tuple[date, str], ...]
    skills: tuple[Held, ...]
    source: str
    basis: str
    consent: Consent
    notice_given_on: date | None
    keep_until: date
    short_list: bool
    available: str
    regard: int
    last_contact_on: date | None
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Opening:
    id: str
    title: str
    asks: tuple[Ask, ...]
    place: str
    languages: tuple[str, ...]
    text: str
    opened_at: datetime
    closed_on: date | None


def talent_value(row: models.Talent) -> Talent:
    return Talent(
        number=row.number,
        person=person_value(row.person),
        because=row.because,
        impressions=tuple((one.on, one.text) for one in row.impressions.all()),
        skills=tuple(Held(one.skill, one.label, one.held, one.evidence, one.on) for one in row.skills.all()),
        source=row.source,
        basis=row.basis,
        consent=Consent(row.consent_given_on, row.consent_until, row.consent_words, row.renewal_asked_on, row.ended_on),
        notice_given_on=row.notice_given_on,
        keep_until=row.keep_until,
        short_list=row.short_list,
        available=row.available,
        regard=row.regard,
        last_contact_on=row.last_contact_on,
        added_at=row.added_at,
    )


def talent_rows(who: Who) -> QuerySet[models.Talent]:
    rows = models.Talent.objects.of(who).select_related("person__organisation")
    return rows.prefetch_related("person__emails", "impressions", "skills")


def talent_row(who: Who, wanted: str) -> models.Talent:
    name = folded(wanted)
    key = wanted.strip().lower()
    person = Q(person__folded=name) | Q(person__folded__startswith=name + " ") | Q(person__folded__endswith=" " + name)
    named = person | Q(person__emails__folded=name) | Q(person__short=key)
    if len(key) >= 4:
        named |= Q(person__short__startswith=key)
    return the_one(talent_rows(who), wanted, named, NotInTheFile, lambda row: person_value(row.person).name)


def talent(who: Who, wanted: str) -> Talent:
    return talent_value(talent_row(who, wanted))


def talent_of(who: Who, person_id: str) -> Talent | None:
    row = talent_rows(who).filter(person__short=person_id).first()
    return talent_value(row) if row else None


def whole_file(who: Who) -> tuple[Talent, ...]:
    return tuple(map(talent_value, talent_rows(who).order_by("person__family", "person__given", "number")))


def by_number(who: Who, numbers: Iterable[int]) -> dict[int, Talent]:
    return {row.number: talent_value(row) for row in talent_rows(who).filter(number__in=list(numbers))}


def over_by(who: Who, day: date) -> tuple[Talent, ...]:
    """Those whose time in the file is over by `day`, the soonest first."""
    return tuple(map(talent_value, talent_rows(who).filter(keep_until__lt=day).order_by("keep_until", "number")))


def opening_value(row: models.Opening) -> Opening:
    asks = [Ask(one["id"], one["label"]) for one in row.required]
    wished = [Ask(one["id"], one["label"], required=False) for one in row.wished]
    return Opening(
        id=row.short,
        title=row.title,
        asks=(*asks, *wished),
        place=row.place,
        languages=tuple(row.languages),
        text=row.text,
        opened_at=row.opened_at,
        closed_on=row.closed_on,
    )


def opening(who: Who, wanted: str) -> Opening:
    name = folded(wanted)
    named = Q(folded=name) | Q(folded__startswith=name + " ")
    return opening_value(the_one(models.Opening.objects.of(who), wanted, named, NoSuchOpening, lambda row: row.title))


def openings(who: Who) -> tuple[Opening, ...]:
    """The open ones first, then as they were opened, the latest first."""
    rows = models.Opening.objects.of(who).order_by("-closed_on", "-opened_at", "id")
    return tuple(sorted(map(opening_value, rows), key=lambda one: one.closed_on is not None))


def holders(who: Who, asks: Iterable[str], today: date) -> tuple[dict[str, int], int]:
    """How many open files hold each of the asks, and how many files there are."""
    rows = models.TalentSkill.objects.of(who).filter(held=True, until__gte=today)
    counts = {ask: rows.filter(skill=ask).count() for ask in asks}
    return counts, models.Talent.objects.of(who).count()


def holding(who: Who, weights: Mapping[str, int], today: date) -> tuple[Candidate, ...]:
    """The candidates who have something of what is asked and weigh most, as many as a ranking needs."""
    if not weights:
        return ()
    asks = list(weights)
    parts = " UNION ALL ".join([_HOLDERS.format(weight=weights[ask], bit=1 << n) for n, ask in enumerate(asks)])
    day, workspace = today.isoformat(), models.Workspace._meta.pk.get_db_prep_value(who.workspace, connection)
    values = [value for ask in asks for value in (workspace, ask, day)]
    with connection.cursor() as cursor:
        cursor.execute(_BEST.format(parts=parts, most=_MOST - 1), values)
        rows = cursor.fetchall()
    return tuple(
        Candidate(
            number=number,
            held=frozenset(ask for n, ask in enumerate(asks) if bits >> n & 1),
            regard=regard,
            last_contact=last,
        )
        for number, bits, regard, last in rows
    )


# A skill's holders lie together in one index, with the day until which they may be read: no file is opened here.
_HOLDERS = (
    "SELECT talent_id AS number, {weight:d} AS weight, {bit:d} AS bit FROM records_talentskill"
    " WHERE workspace_id = %s AND skill = %s AND held = 1 AND until >= %s"
)
# Everybody who weighs as much as the last of the most comes along; among those equals the ranking's own order counts.
_BEST = """
WITH sums AS MATERIALIZED (SELECT number, SUM(weight) AS weight, SUM(bit) AS bits FROM ({parts}) GROUP BY number),
     last AS (SELECT weight FROM sums ORDER BY weight DESC LIMIT 1 OFFSET {most:d})
SELECT sums.number, sums.bits, talent.regard, talent.last_contact_on
FROM sums JOIN records_talent AS talent ON talent.number = sums.number
WHERE sums.weight >= COALESCE((SELECT weight FROM last), 0)
ORDER BY sums.weight DESC, talent.regard DESC, talent.last_contact_on DESC, sums.number
LIMIT {most:d}
"""


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
        rare, room = [], _MOST_BY_WORDS
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
    rows = models.TalentSkill.objects.of(who).filter(talent__in=wanted, skill__in=list(asks), held=True)
    for number, skill in rows.values_list("talent_id", "skill"):
        held[number].add(skill)
    known = models.Talent.objects.of(who).filter(number__in=wanted).values_list("number", "regard", "last_contact_on")
    return {n: Candidate(n, frozenset(held[n]), frozenset(), regard, last) for n, regard, last in known}


def _find(query: str) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(words_index.FIND, [query, _MOST_BY_WORDS])
        return [row[0] for row in cursor.fetchall()]


def _quoted(stem: str) -> str:
    return json.dumps(stem, ensure_ascii=False)


def people_in_file(who: Who) -> QuerySet[models.Person]:
    return people_rows(who).select_related("talent").prefetch_related("talent__skills").order_by("id")
