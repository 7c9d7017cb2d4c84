"""Two records of the same person, or of the same house, made one: whatever refers to the other refers to the one.

Rows that said the same of both (a seat at the same interview, the same address) stay once. That nothing is left behind
is seen from the models themselves: every foreign key to the record is followed, whichever table it stands in.
"""

from collections.abc import Iterable
from typing import Any

from django.db import IntegrityError, models as fields, transaction

from seguito.core.folding import folded
from seguito.core.nouns import Who
from seguito.records import models
from seguito.records.reads.people import organisation_row, person_row

_PERSON_FIELDS = (
    *("title", "gender", "form", "role", "zone", "prefers", "initials", "organisation"),
    *("given", "family", "languages"),
)
_ADDRESS = ("street", "postcode", "city", "region", "country")
_HOUSE_FIELDS = ("prefers", "pace", "country", "city")
# Where two rows can say the same of both, one of them is enough.
_SAYS_THE_SAME = (models.EmailAddress, models.Seat, models.FollowUpPerson)


def merge_people(who: Who, kept_id: str, other_id: str) -> str:
    """Everything of `other_id` is `kept_id`'s from now on; the key (hex) of the record that went."""
    kept, other = person_row(who, kept_id), person_row(who, other_id)
    _number_addresses(who, kept, other)
    _merge_talents(who, kept, other)
    _rename_keys(who, kept.short, other.short)
    _point_to(who, kept, other)
    models.AuditEntry.objects.of(who).filter(about=other.short).update(about=kept.short)
    name = f"{other.given} {other.family}".strip()
    kept.also = _names(kept.also, [name, *other.also], f"{kept.given} {kept.family}")
    kept.phones = list(dict.fromkeys([*kept.phones, *other.phones]))
    _fill(kept, other, _PERSON_FIELDS)
    if not any(getattr(kept, field) for field in _ADDRESS):
        _fill(kept, other, _ADDRESS)
    kept.folded = folded(f"{kept.given} {kept.family}")
    kept.save()
    gone = other.id.hex
    other.delete()
    return gone


def merge_organisations(who: Who, kept_id: str, other_id: str) -> None:
    """Everything of the house `other_id` is `kept_id`'s from now on; its name stays as another name."""
    kept, other = organisation_row(who, kept_id), organisation_row(who, other_id)
    _point_to(who, kept, other)
    kept.also = _names(kept.also, [other.name, *other.also], kept.name)
    _fill(kept, other, _HOUSE_FIELDS)
    kept.save()
    other.delete()


def _point_to(who: Who, kept: models.Row, other: models.Row) -> None:
    """Every row of the workspace that refers to `other` refers to `kept`."""
    for relation in type(other)._meta.related_objects:
        table: Any = relation.related_model
        if not issubclass(table, models.Row):
            continue  # the workspace's own person is never merged
        name = relation.field.name
        for row in table.objects.of(who).filter(**{name: other}):
            _point_one(table.objects.of(who).filter(id=row.id), name, kept)


def _point_one(row: "fields.QuerySet[Any]", name: str, kept: models.Row) -> None:
    try:
        with transaction.atomic():
            row.update(**{name: kept})
    except IntegrityError:
        if row.model not in _SAYS_THE_SAME:
            raise
        row.delete()


def _number_addresses(who: Who, kept: models.Person, other: models.Person) -> None:
    """The other's addresses come after one's own: notes go where they went."""
    first = kept.emails.count()
    for position, row in enumerate(models.EmailAddress.objects.of(who).filter(person=other), start=first):
        models.EmailAddress.objects.of(who).filter(id=row.id).update(position=position)


def _merge_talents(who: Who, kept: models.Person, other: models.Person) -> None:
    """Two places in the recruiter's file become one. Leave was given for each; the stricter day of keeping counts."""
    rows = {row.person_id: row for row in models.Talent.objects.of(who).filter(person__in=[kept, other])}
    one, two = rows.get(kept.id), rows.get(other.id)
    if one is None or two is None:
        return
    models.Impression.objects.of(who).filter(talent=two).update(talent=one)
    models.FollowUp.objects.of(who).filter(talent=two).update(talent=one)
    for skill in models.TalentSkill.objects.of(who).filter(talent=two):
        known = models.TalentSkill.objects.of(who).filter(talent=one, skill=skill.skill).first()
        if known is None:
            models.TalentSkill.objects.of(who).filter(id=skill.id).update(talent=one, until=_until(one))
        elif skill.held and not known.held:
            known.held, known.evidence, known.on, known.label = True, skill.evidence, skill.on, skill.label
            known.save()
    one.because = "\n".join(dict.fromkeys(filter(None, (one.because, two.because))))
    one.keep_until = min(one.keep_until, two.keep_until)
    one.short_list = one.short_list or two.short_list
    one.save()
    two.delete()


def _until(row: models.Talent) -> Any:
    return None if row.ended_on else row.consent_until


def _rename_keys(who: Who, kept: str, other: str) -> None:
    """A follow-up's key names its person. What was done with the one is done with both."""
    for row in models.FollowUp.objects.of(who).filter(key__contains=other):
        key = "/".join(kept if part == other else part for part in row.key.split("/"))
        same = models.FollowUp.objects.of(who).filter(key=key).exclude(id=row.id).first()
        if same is None:
            models.FollowUp.objects.of(who).filter(id=row.id).update(key=key)
            continue
        if row.state == "done" and same.state != "done":
            models.FollowUp.objects.of(who).filter(id=same.id).update(state="done", done_at=row.done_at)
        row.delete()


def _fill(kept: models.Row, other: models.Row, names: Iterable[str]) -> None:
    """What was not known of the one is taken from the other."""
    for name in names:
        if not getattr(kept, name) and getattr(other, name):
            setattr(kept, name, getattr(other, name))


def _names(known: Iterable[str], more: Iterable[str], own: str) -> list[str]:
    """Each other name once, one's own left out."""
    found = {folded(name): name for name in (*more, *known) if name}
    found.pop(folded(own), None)
    return [name for name in dict.fromkeys((*known, *more)) if found.get(folded(name)) == name]
