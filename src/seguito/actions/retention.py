"""How long people are kept: who is to be erased is told first, and erased when one says so."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from seguito.actions.erase import erase
from seguito.core.nouns import Who
from seguito.core.talent.leave import Leave
from seguito.records.reads.talent import Held, Talent, over_by, whole_file


def expire(who: Who, home: Path, now: datetime, yes: bool) -> tuple[Talent, ...]:
    """Those whose time in the file is over, told; with `yes`, erased."""
    gone = over_by(who, now.date())
    if yes:
        for one in gone:
            erase(who, one.person.id, home, now)
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
