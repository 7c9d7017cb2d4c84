"""What has been told of somebody or something: as fields for `--json`, as lines for a person."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from seguito.core.nouns import Application, Interview, Organisation, Person
from seguito.speech import Speaker

Fields = Mapping[str, object]


def me_fields(me: Person) -> Fields:
    return {
        "id": me.id,
        "name": me.name,
        "email": list(me.emails),
        "phone": list(me.phones),
        **_place(me),
        "zone": me.zone,
        "lang": me.languages[0] if me.languages else "",
        "initials": me.initials,
    }


def person_fields(person: Person) -> Fields:
    return {
        "id": person.id,
        "name": person.name,
        "given": person.given,
        "family": person.family,
        "title": person.title,
        "gender": person.gender,
        "form": person.form,
        "also": list(person.also),
        "email": list(person.emails),
        "phone": list(person.phones),
        "organisation": person.organisation,
        "role": person.role,
        **_place(person),
        "zone": person.zone,
        "lang": person.languages[0] if person.languages else "",
        "prefers": person.prefers,
    }


def organisation_fields(organisation: Organisation) -> Fields:
    return {
        "id": organisation.id,
        "name": organisation.name,
        "also": list(organisation.also),
        "prefers": organisation.prefers,
        "pace": organisation.pace,
        "country": organisation.country,
        "city": organisation.city,
    }


def application_fields(application: Application) -> Fields:
    return {
        "id": application.id,
        "organisation": application.organisation.name,
        "role": application.role,
        "stage": application.stage,
        "pace": application.pace,
        "decision_by": application.decision_by,
        "promised_on": application.promised_on,
        "outcome": application.outcome,
        "playbook": application.playbook,
    }


def interview_fields(interview: Interview) -> Fields:
    return {
        "id": interview.id,
        "organisation": interview.application.organisation.name,
        "role": interview.application.role,
        "starts_at": interview.starts_at,
        "ends_at": interview.ends_at,
        "zone": interview.zone,
        "place": interview.place,
        "state": "cancelled" if interview.cancelled else "planned",
    }


def told_lines(fields: Fields, speaker: Speaker) -> Iterator[str]:
    """One line a field that holds something; the field's name is what one types to change it."""
    width = max(map(len, fields))
    for name, value in fields.items():
        if value:
            yield f"{name:<{width}}  {_shown(value, speaker)}"


def _shown(value: object, speaker: Speaker) -> str:
    match value:
        case list():
            return ", ".join(map(str, value))
        case datetime():
            return speaker.moment(value)
        case _:
            return str(value)


def _place(person: Person) -> Fields:
    address = person.address
    return {
        "street": address.street,
        "postcode": address.postcode,
        "city": address.city,
        "region": address.region,
        "country": address.country,
    }
