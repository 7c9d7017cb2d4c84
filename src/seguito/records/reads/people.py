"""People and organisations, as values."""

from collections.abc import Iterable

from django.db.models import OuterRef, Q, QuerySet, Subquery

from seguito.core.folding import folded
from seguito.core.nouns import Address, Form, Gender, Organisation, Pace, Person, Who
from seguito.records import models
from seguito.records.reads.one import the_one
from seguito.records.reads.problems import NoSuchOrganisation, NoSuchPerson


def person_value(row: models.Person) -> Person:
    return Person(
        id=row.short,
        given=row.given,
        family=row.family,
        title=row.title,
        gender=Gender(row.gender) if row.gender else None,
        form=Form(row.form) if row.form else None,
        emails=tuple(email.address for email in row.emails.all()),
        phones=tuple(row.phones),
        also=tuple(row.also),
        address=Address(row.street, row.postcode, row.city, row.region, row.country),
        organisation=row.organisation.name if row.organisation else "",
        role=row.role,
        zone=row.zone,
        languages=tuple(row.languages),
        prefers=row.prefers,
        initials=row.initials,
    )


def organisation_value(row: models.Organisation) -> Organisation:
    return Organisation(
        id=row.short,
        name=row.name,
        also=tuple(row.also),
        prefers=row.prefers,
        pace=Pace(row.pace or Pace.UNKNOWN),
        country=row.country,
        city=row.city,
    )


def people_rows(who: Who) -> QuerySet[models.Person]:
    return models.Person.objects.of(who).select_related("organisation").prefetch_related("emails")


def first_address(who: Who) -> Subquery:
    """Where notes to a row's `person` go, for a query that reads plain values."""
    emails = models.EmailAddress.objects.of(who).filter(person=OuterRef("person")).order_by("position")
    return Subquery(emails.values("address")[:1])


def me(who: Who) -> Person | None:
    """The person whose workspace this is, once they have said who they are."""
    row = people_rows(who).filter(id=models.Workspace.objects.filter(id=who.workspace).values("me")[:1]).first()
    return person_value(row) if row else None


def person_row(who: Who, wanted: str) -> models.Person:
    """Whom `wanted` means: an id, its beginning, an address, or a name (full, given, family) when it is clear."""
    name = folded(wanted)
    named = Q(folded=name) | Q(folded__startswith=name + " ") | Q(folded__endswith=" " + name) | Q(emails__folded=name)
    return the_one(people_rows(who), wanted, named, NoSuchPerson, _shown)


def person(who: Who, wanted: str) -> Person:
    return person_value(person_row(who, wanted))


def organisation_row(who: Who, wanted: str) -> models.Organisation:
    name = folded(wanted)
    named = Q(folded=name) | Q(folded__startswith=name + " ")
    rows = models.Organisation.objects.of(who)
    return the_one(rows, wanted, named, NoSuchOrganisation, lambda row: row.name)


def people_by_address(who: Who, addresses: Iterable[str]) -> dict[str, Person]:
    """Who is known under these addresses, by address in small letters."""
    wanted = {address.lower() for address in addresses}
    rows = people_rows(who).filter(emails__folded__in=wanted)
    return {email.folded: person_value(row) for row in rows for email in row.emails.all() if email.folded in wanted}


def _shown(row: models.Person) -> str:
    """With what tells namesakes apart."""
    person = person_value(row)
    return ", ".join(filter(None, (person.name, person.organisation, person.email)))
