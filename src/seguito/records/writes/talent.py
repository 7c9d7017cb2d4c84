"""The talent file and the openings, kept; the text index and the copied days kept in step with them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from seguito.core.folding import folded
from seguito.core.nouns import Who
from seguito.core.talent.leave import Consent
from seguito.core.talent.ranking import Ask
from seguito.records import models, words_index
from seguito.records.reads.people import person_row
from seguito.records.reads.talent import Opening, Talent, opening_value, talent_row, talent_rows, talent_value
from seguito.records.server import take_turn


@dataclass(frozen=True, slots=True)
class NewSkill:
    id: str
    label: str
    held: bool = True
    evidence: str = ""
    on: date | None = None


def keep_talent(who: Who, person: str, because: str, source: str, keep_until: date, now: datetime) -> Talent:
    """Somebody's place in the file, made now if they have none. What impressed is added, once."""
    row = models.Talent.objects.of(who).filter(person__short=person).first()
    if row is None:
        row = models.Talent.objects.create(
            workspace_id=who.workspace,
            person=person_row(who, person),
            number=next_number(),
            because=because,
            source=source,
            basis="consent",
            keep_until=keep_until,
            added_at=now,
        )
    if because:
        models.Impression.objects.get_or_create(
            workspace_id=who.workspace, talent=row, text=because, defaults={"on": now.date()}
        )
    return talent_value(talent_rows(who).get(id=row.id))


def next_number() -> int:
    take_turn("talent numbers")  # they count through all workspaces
    return (models.Talent.objects.aggregate(last=Max("number"))["last"] or 0) + 1


def keep_skills(who: Who, person: str, skills: Iterable[NewSkill]) -> list[str]:
    """Keep what somebody can or lacks; the ids of what they did not have before come back."""
    row = talent_row(who, person)
    until = _until(row)
    fresh = []
    for skill in skills:
        kept = models.TalentSkill.objects.of(who).filter(talent=row, skill=skill.id).first()
        if kept is None:
            kept = models.TalentSkill(workspace_id=who.workspace, talent=row, skill=skill.id, held=False)
        elif kept.held and (not skill.held or not skill.evidence):
            continue  # what somebody can, they can
        if skill.held and not kept.held:
            fresh.append(skill.id)
            kept.on = skill.on
        kept.label, kept.held, kept.evidence, kept.until = skill.label, skill.held, skill.evidence, until
        kept.save()
    return fresh


def set_talent(who: Who, person: str, told: Mapping[str, object]) -> Talent:
    """Write what was told of somebody's place in the file; what was not named stays."""
    row = talent_row(who, person)
    for field, value in told.items():
        setattr(row, field, value)
    row.save()
    return talent_value(talent_rows(who).get(id=row.id))


def set_consent(who: Who, person: str, consent: Consent, keep_until: date) -> Talent:
    row = talent_row(who, person)
    row.consent_given_on, row.consent_until = consent.given_on, consent.until
    row.consent_words, row.renewal_asked_on, row.ended_on = consent.words, consent.asked_on, consent.ended_on
    row.keep_until = keep_until
    row.save()
    models.TalentSkill.objects.of(who).filter(talent=row).update(until=_until(row))
    return talent_value(talent_rows(who).get(id=row.id))


def index_words(who: Who, person: str, stems: Sequence[str]) -> None:
    """What a search finds of somebody. The index is told what it held, as it asks."""
    row = talent_row(who, person)
    words = " ".join(stems)
    if words == row.words:
        return
    if row.words:
        words_index.take_out(row.number, row.words)
    words_index.add([(row.number, words)])
    models.Talent.objects.of(who).filter(id=row.id).update(words=words)


def keep_opening(
    who: Who, title: str, asks: Sequence[Ask], place: str, languages: Sequence[str], text: str, now: datetime
) -> Opening:
    """An opening by its title and place: told again, it is the same one as it is told now."""
    rows = models.Opening.objects.of(who).filter(folded=folded(title), place=place, closed_on=None)
    row = rows.first() or models.Opening(workspace_id=who.workspace, folded=folded(title), opened_at=now)
    row.title, row.place, row.languages, row.text = title, place, list(languages), text
    row.required = [{"id": ask.id, "label": ask.label} for ask in asks if ask.required]
    row.wished = [{"id": ask.id, "label": ask.label} for ask in asks if not ask.required]
    row.save()
    return opening_value(row)


def close_opening(who: Who, opening_id: str, on: date) -> None:
    models.Opening.objects.of(who).filter(short=opening_id).update(closed_on=on)


def _until(row: models.Talent) -> date | None:
    """The last day on which the file may be read; None while it is closed or nobody gave leave."""
    return None if row.ended_on else row.consent_until
