"""People of a file, kept all together: tens of thousands in one transaction, a few statements for thousands of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection

from seguito.core.folding import folded
from seguito.core.intake.incoming import Incoming
from seguito.core.names import split_name
from seguito.core.nouns import Who
from seguito.core.talent.leave import kept_until
from seguito.records import models, words_index
from seguito.records.models.row import new_id, short_of
from seguito.records.writes.talent import NewSkill, next_number

_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class Prepared:
    """Somebody of a file, with their skills under one name and the stems that a search finds."""

    incoming: Incoming
    skills: tuple[NewSkill, ...]
    stems: tuple[str, ...]


class Roll:
    """Everybody and every house that is known already, by address and by name and house."""

    def __init__(self, who: Who) -> None:
        self.who = who
        addresses = models.EmailAddress.objects.of(who).values_list("folded", "person_id")
        self.by_address = dict(addresses.iterator())
        people = models.Person.objects.of(who).values_list("folded", "organisation_id", "id")
        self.by_name: dict[tuple[str, UUID | None], UUID] = {
            (name, house): key for name, house, key in people.iterator()
        }
        self.houses = dict(models.Organisation.objects.of(who).values_list("folded", "id").iterator())

    def find(self, one: Incoming) -> UUID | None:
        """The key of their record: by address, else as that very name in that house, where they gave no address."""
        for email in one.emails:
            if person := self.by_address.get(email.lower()):
                return person
        if one.emails or not one.name:
            return None
        return self.by_name.get((folded(one.name), self.houses.get(folded(one.organisation))))


def keep_incoming(who: Who, people: Sequence[Prepared], now: datetime, told: Callable[[int], None]) -> tuple[int, int]:
    """Keep everybody; how many are new, and of how many something was added. Run it in a transaction.

    `told`: is called now and then with how many are done. What is known already stays as it is; what is new is added.
    """
    roll = Roll(who)
    known_before = set(roll.by_address.values()) | set(roll.by_name.values())
    new = added = 0
    for start in range(0, len(people), _AT_ONCE):
        batch = people[start : start + _AT_ONCE]
        _keep_houses(who, roll, batch)
        keys, made = _keep_people(who, roll, batch)
        grown = _keep_addresses(who, roll, batch, keys) | _keep_files(who, batch, keys, now)
        new += made
        added += len(grown & known_before)
        told(min(start + _AT_ONCE, len(people)))
    return new, added


def _keep_houses(who: Who, roll: Roll, batch: Iterable[Prepared]) -> None:
    names = {folded(one.incoming.organisation): one.incoming.organisation for one in batch if one.incoming.organisation}
    fresh = [
        models.Organisation(workspace_id=who.workspace, name=name, folded=key)
        for key, name in names.items()
        if key not in roll.houses
    ]
    models.Organisation.objects.bulk_create(fresh)
    roll.houses.update({row.folded: row.id for row in fresh})


def _keep_people(who: Who, roll: Roll, batch: Sequence[Prepared]) -> tuple[list[UUID], int]:
    """The key of each one's record, in the batch's order, and how many were made."""
    keys: list[UUID] = []
    fresh = []
    for one in batch:
        told = one.incoming
        key = roll.find(told)
        if key is None:
            row = _person(who, told, roll.houses.get(folded(told.organisation)))
            fresh.append(row)
            key = row.id
            roll.by_name[(row.folded, row.organisation_id)] = key
            roll.by_address.update({email.lower(): key for email in told.emails})
        keys.append(key)
    models.Person.objects.bulk_create(fresh)
    return keys, len(fresh)


def _person(who: Who, told: Incoming, house: UUID | None) -> models.Person:
    given, family = split_name(told.name)
    return models.Person(
        workspace_id=who.workspace,
        given=given[:200],
        family=family[:200],
        folded=folded(f"{given} {family}")[:401],
        phones=list(told.phones),
        organisation_id=house,
        role=told.role[:300],
        street=told.street[:300],
        postcode=told.postcode[:20],
        city=told.city[:200],
        region=told.region[:200],
        country=told.country,
    )


def _keep_addresses(who: Who, roll: Roll, batch: Sequence[Prepared], keys: Sequence[UUID]) -> set[UUID]:
    """Those who have an address more than before."""
    rows = models.EmailAddress.objects.of(who).filter(person_id__in=set(keys)).values_list("person_id", "folded")
    held: dict[UUID, set[str]] = {}
    for person, address in rows:
        held.setdefault(person, set()).add(address)
    fresh = []
    for one, key in zip(batch, keys, strict=True):
        known = held.setdefault(key, set())
        for email in one.incoming.emails:
            if email.lower() not in known:
                fresh.append(_address(who, key, email, len(known)))
                known.add(email.lower())
                roll.by_address.setdefault(email.lower(), key)
    models.EmailAddress.objects.bulk_create(fresh)
    return {row.person_id for row in fresh}


def _address(who: Who, key: UUID, email: str, position: int) -> models.EmailAddress:
    return models.EmailAddress(
        workspace_id=who.workspace, person_id=key, address=email, folded=email.lower(), position=position
    )


def _keep_files(who: Who, batch: Sequence[Prepared], keys: Sequence[UUID], now: datetime) -> set[UUID]:
    """Those whose file is new, or holds more than before."""
    known = dict(models.Talent.objects.of(who).filter(person_id__in=set(keys)).values_list("person_id", "number"))
    number = next_number()
    fresh: list[models.Talent] = []
    for one, key in zip(batch, keys, strict=True):
        if one.incoming.for_the_file and key not in known:
            fresh.append(_file(who, one, key, number, now))
            known[key] = number
            number += 1
    models.Talent.objects.bulk_create(fresh)
    words_index.add((row.number, row.words) for row in fresh)
    impressed = [row for row in fresh if row.because]
    models.Impression.objects.bulk_create(
        models.Impression(workspace_id=who.workspace, talent=row, text=row.because, on=now.date()) for row in impressed
    )
    return {row.person_id for row in fresh} | _keep_skills(who, batch, keys, known)


def _file(who: Who, one: Prepared, key: UUID, number: int, now: datetime) -> models.Talent:
    told = one.incoming
    return models.Talent(
        workspace_id=who.workspace,
        person_id=key,
        number=number,
        because=told.because,
        source=told.source[:300],
        basis="consent",
        consent_given_on=now.date() if told.consent_until else None,
        consent_until=told.consent_until,
        keep_until=kept_until(now.date(), told.consent_until),
        available=told.available[:200],
        words=" ".join(one.stems),
        added_at=now,
    )


def _keep_skills(who: Who, batch: Sequence[Prepared], keys: Sequence[UUID], files: Mapping[UUID, int]) -> set[UUID]:
    numbers = {files[key] for key in keys if key in files}
    held = set(
        models.TalentSkill.objects.of(who).filter(talent__number__in=numbers).values_list("talent__number", "skill")
    )
    ends = models.Talent.objects.of(who).filter(number__in=numbers, ended_on=None)
    until: dict[int, date | None] = dict(ends.values_list("number", "consent_until"))
    fresh: list[tuple[int | str | bool | None, ...]] = []
    grown = set[UUID]()
    for one, key in zip(batch, keys, strict=True):
        number = files.get(key)
        if number is None:
            continue
        end = until.get(number)
        for skill in one.skills:
            if (number, skill.id) not in held:
                held.add((number, skill.id))
                grown.add(key)
                fresh.append((number, skill.id, skill.label, skill.held, end.isoformat() if end else None))
    _insert_skills(who, fresh)
    return grown


def _insert_skills(who: Who, rows: Sequence[tuple[int | str | bool | None, ...]]) -> None:
    """As plain statements: most of a table is skills, and making objects of them takes five times as long."""
    workspace = UUID(who.workspace).hex
    keyed = [(key.hex, short_of(key), workspace, *row) for row in rows for key in (new_id(),)]
    with connection.cursor() as cursor:
        cursor.executemany(_ADD_SKILL, keyed)


_ADD_SKILL = (
    "INSERT INTO records_talentskill (id, short, workspace_id, talent_id, skill, label, held, until, evidence)"
    " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, '')"
)
