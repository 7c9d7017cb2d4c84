"""People of a file, kept all together: tens of thousands in one transaction, a few statements for thousands of them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from seguito.core.folding import folded
from seguito.core.intake.incoming import Incoming
from seguito.core.names import split_name
from seguito.core.nouns import Who
from seguito.core.talent.leave import kept_until
from seguito.records import models, words_index
from seguito.records.models.row import new_id
from seguito.records.writes.plain_rows import insert
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
            key, house = new_id(), roll.houses.get(folded(told.organisation))
            given, family = split_name(told.name)
            name = folded(f"{given} {family}")[:401]
            fresh.append((key, (given[:200], family[:200], name, house, *_told(told))))
            roll.by_name[(name, house)] = key
            roll.by_address.update({email.lower(): key for email in told.emails})
        keys.append(key)
    insert(who, models.Person, _PERSON, fresh)
    return keys, len(fresh)


_PERSON = (
    *("given", "family", "folded", "organisation"),
    *("phones", "role", "street", "postcode", "city", "region", "country"),
)


def _told(one: Incoming) -> tuple[object, ...]:
    return (
        one.phones,
        one.role[:300],
        one.street[:300],
        one.postcode[:20],
        one.city[:200],
        one.region[:200],
        one.country,
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
                fresh.append((new_id(), (key, email, email.lower(), len(known))))
                known.add(email.lower())
                roll.by_address.setdefault(email.lower(), key)
    insert(who, models.EmailAddress, ("person", "address", "folded", "position"), fresh)
    return {person for _, (person, *_rest) in fresh}


def _keep_files(who: Who, batch: Sequence[Prepared], keys: Sequence[UUID], now: datetime) -> set[UUID]:
    """Those whose file is new, or holds more than before."""
    known = dict(models.Talent.objects.of(who).filter(person_id__in=set(keys)).values_list("person_id", "number"))
    number = next_number()
    fresh: dict[UUID, tuple[UUID, int, Prepared]] = {}
    for one, key in zip(batch, keys, strict=True):
        if one.incoming.for_the_file and key not in known:
            fresh[key] = (new_id(), number, one)
            known[key] = number
            number += 1
    files = [(file, (person, number, *_file(one, now))) for person, (file, number, one) in fresh.items()]
    insert(who, models.Talent, _FILE, files)
    words_index.add((number, " ".join(one.stems)) for _, number, one in fresh.values())
    said = [
        (new_id(), (file, one.incoming.because, now.date())) for file, _, one in fresh.values() if one.incoming.because
    ]
    insert(who, models.Impression, ("talent", "text", "on"), said)
    return {*fresh} | _keep_skills(who, batch, keys, known)


_FILE = (
    *("person", "number", "because", "source", "basis", "consent_given_on", "consent_until"),
    *("keep_until", "available", "words", "added_at"),
)


def _file(one: Prepared, now: datetime) -> tuple[object, ...]:
    told = one.incoming
    return (
        told.because,
        told.source[:300],
        "consent",
        now.date() if told.consent_until else None,
        told.consent_until,
        kept_until(now.date(), told.consent_until),
        told.available[:200],
        " ".join(one.stems),
        now,
    )


def _keep_skills(who: Who, batch: Sequence[Prepared], keys: Sequence[UUID], files: Mapping[UUID, int]) -> set[UUID]:
    numbers = {files[key] for key in keys if key in files}
    held = set(
        models.TalentSkill.objects.of(who).filter(talent__number__in=numbers).values_list("talent__number", "skill")
    )
    ends = models.Talent.objects.of(who).filter(number__in=numbers, ended_on=None)
    until: dict[int, date | None] = dict(ends.values_list("number", "consent_until"))
    fresh = []
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
                fresh.append((new_id(), (number, skill.id, skill.label, skill.held, end)))
    insert(who, models.TalentSkill, ("talent", "skill", "label", "held", "until"), fresh)
    return grown
