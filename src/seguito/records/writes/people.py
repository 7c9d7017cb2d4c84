"""People and organisations, kept."""

from collections.abc import Mapping, Sequence

from seguito.core.folding import folded
from seguito.core.names import split_name
from seguito.core.nouns import Organisation, Person, Who
from seguito.records import models
from seguito.records.reads.people import (
    organisation_row,
    organisation_value,
    people_rows,
    person_row,
    person_value,
)

# Fields of a person that are told under another name than their column's, or kept elsewhere.
_LISTS = {"phone": "phones", "also": "also"}


def keep_organisation(who: Who, name: str) -> Organisation:
    """The organisation of that name (or one of its other names), recorded now if nobody knew it."""
    key = folded(name)
    rows = models.Organisation.objects.of(who)
    row = rows.filter(folded=key).first() or next(
        (o for o in rows.exclude(also=[]) if key in map(folded, o.also)), None
    )
    if row is None:
        row = rows.create(workspace_id=who.workspace, name=name, folded=key)
    return organisation_value(row)


def set_organisation(who: Who, wanted: str, told: Mapping[str, object]) -> Organisation:
    row = organisation_row(who, wanted)
    for field, value in told.items():
        setattr(row, field, list(value) if isinstance(value, tuple) else (value or ""))
    row.folded = folded(row.name)
    row.save()
    return organisation_value(row)


def keep_person(
    who: Who, name: str, emails: Sequence[str], organisation: Organisation | None, title: str = ""
) -> Person:
    """A person of that address, else of that very name in that house; recorded now if nobody knew them."""
    row = _known(who, name, emails, organisation)
    if row is None:
        given, family = split_name(name)
        row = models.Person.objects.create(
            workspace_id=who.workspace,
            given=given,
            family=family,
            folded=folded(f"{given} {family}"),
            title=title,
            organisation=organisation_row(who, organisation.id) if organisation else None,
        )
    elif not row.folded and name:
        row.given, row.family = split_name(name)
        row.folded = folded(name)
        row.save()
    _add_addresses(who, row, emails)
    return person_value(people_rows(who).get(id=row.id))


def set_person(who: Who, wanted: str, told: Mapping[str, object]) -> Person:
    """Write what was told about a person; what was not named stays."""
    row = person_row(who, wanted)
    _apply(who, row, told)
    return person_value(people_rows(who).get(id=row.id))


def set_me(who: Who, told: Mapping[str, object]) -> Person:
    """Write what was told about oneself."""
    workspace = models.Workspace.objects.get(id=who.workspace)
    if workspace.me is None:
        workspace.me = models.Person.objects.create(workspace_id=who.workspace, folded="")
        workspace.save()
    _apply(who, workspace.me, told)
    return person_value(people_rows(who).get(id=workspace.me.id))


def _known(who: Who, name: str, emails: Sequence[str], organisation: Organisation | None) -> models.Person | None:
    addresses = [address.lower() for address in emails]
    by_address = people_rows(who).filter(emails__folded__in=addresses).first() if addresses else None
    if by_address or not name:
        return by_address
    # Without an address a namesake in the same house is taken for the same person; elsewhere never.
    same_name = people_rows(who).filter(folded=folded(name))
    if organisation is not None:
        same_name = same_name.filter(organisation__short=organisation.id)
    if addresses:
        same_name = same_name.filter(emails=None)
    return same_name.first()


def _apply(who: Who, row: models.Person, told: Mapping[str, object]) -> None:
    for field, value in told.items():
        match field:
            case "name":
                row.given, row.family = split_name(str(value or ""))
            case "email":
                row.emails.all().delete()
                _add_addresses(who, row, value if isinstance(value, tuple) else ())
            case "lang":
                row.languages = [value] if value else []
            case "phone" | "also":
                setattr(row, _LISTS[field], list(value) if isinstance(value, tuple) else [])
            case _:
                setattr(row, field, value or "")
    row.folded = folded(f"{row.given} {row.family}")
    row.save()


def _add_addresses(who: Who, row: models.Person, emails: Sequence[object]) -> None:
    known = {email.folded for email in row.emails.all()}
    fresh = [str(address) for address in emails if str(address).lower() not in known]
    for position, address in enumerate(fresh, start=len(known)):
        models.EmailAddress.objects.create(
            workspace_id=who.workspace, person=row, address=address, folded=address.lower(), position=position
        )
