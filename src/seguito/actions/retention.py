"""How long people are kept: whose time ends is told first, and erased after; at once where one says so."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from seguito.actions.erase import erase_all
from seguito.core.nouns import Who
from seguito.core.talent.leave import WARN_BEFORE, Leave, to_be_erased, to_be_warned_of
from seguito.records.database import atomic
from seguito.records.reads.audit import warned
from seguito.records.reads.talent import Held, Talent, over_by, whole_file
from seguito.records.writes.keeping import keep_audit


@dataclass(frozen=True, slots=True)
class Retained:
    """`soon`: whose time ends within 30 days, or is over and not erased yet. `erased`: whose time was over."""

    soon: tuple[Talent, ...]
    erased: tuple[Talent, ...]


def keep_to_retention(who: Who, home: Path, now: datetime) -> Retained:
    """The job that keeps to how long people may be kept: it warns, and a week later at the earliest erases.

    Run as often as one likes: a warning is written down once for each last day, and what is gone is gone.
    """
    today = now.date()
    near = [one for one in over_by(who, today + WARN_BEFORE) if to_be_warned_of(one.keep_until, today)]
    if not near:
        return Retained((), ())
    told = warned(who, [one.person.id for one in near])
    over, soon = list[Talent](), list[Talent]()
    with atomic():
        for one in near:
            at = told.get((one.person.id, one.keep_until.isoformat()))
            if at is None:
                facts = {"until": one.keep_until.isoformat()}
                keep_audit(who, "retention-warned", one.person.id, facts, now)
            gone = to_be_erased(one.keep_until, at.astimezone(now.tzinfo).date() if at else None, today)
            (over if gone else soon).append(one)
    if over:
        erase_all(who, [one.person for one in over], home, now)
    return Retained(tuple(soon), tuple(over))


def expire(who: Who, home: Path, now: datetime, yes: bool) -> tuple[Talent, ...]:
    """Those whose time in the file is over, told; with `yes`, erased at once."""
    gone = over_by(who, now.date())
    if yes and gone:
        erase_all(who, [one.person for one in gone], home, now)
    return gone


def talent_rows(who: Who, now: datetime) -> Iterator[dict[str, str]]:
    """The open files as rows of a table; closed ones are left out."""
    for file in whole_file(who):
        if file.consent.stands(now.date()) is not Leave.CLOSED:
            yield _row(file)


def _row(file: Talent) -> dict[str, str]:
    person, address = file.person, file.person.address
    skills = [one for one in file.skills if ":" not in one.id]
    return {
        "name": person.name,
        "given": "",
        "email": "; ".join(person.emails),
        "phone": "; ".join(person.phones),
        "organisation": person.organisation,
        "role": person.role,
        "street": address.street,
        "postcode": address.postcode,
        "city": address.city,
        "region": address.region,
        "country": address.country,
        "skills": _listed(one for one in skills if one.held),
        "missing": _listed(one for one in skills if not one.held),
        "languages": _listed(one for one in file.skills if one.id.startswith("language:")),
        "because": file.because,
        "source": file.source,
        "available": file.available,
        "consent_until": file.consent.until.isoformat() if file.consent.until else "",
    }


def _listed(skills: Iterator[Held]) -> str:
    return "; ".join(one.label for one in skills)
