"""Outcomes, what was lacked and learned, contacts: kept. Saying it twice is saying it once."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from seguito.core.nouns import Application, Outcome, Who
from seguito.records import models
from seguito.records.reads.interviews import application_row, application_value
from seguito.records.reads.keeping import Lack, Learned
from seguito.records.reads.people import person_row


def keep_outcome(
    who: Who, wanted: str, outcome: Outcome, at: datetime | None, lacks: Sequence[Lack], now: datetime
) -> Application:
    """What came of an application. The same word again keeps the day of the first, unless another one is told."""
    row = application_row(who, wanted)
    if row.outcome != outcome or (at is not None and row.outcome_at != at):
        row.outcome, row.outcome_at = outcome, at or now
        row.save()
        models.OutcomeStep.objects.create(
            workspace_id=who.workspace, application=row, outcome=outcome, at=row.outcome_at, noted_at=now
        )
    for lack in lacks:
        models.Lacked.objects.get_or_create(
            workspace_id=who.workspace, application=row, skill=lack.skill, defaults={"label": lack.label}
        )
    return application_value(row)


def keep_learned(who: Who, text: str, skill: str, label: str, on: date, now: datetime) -> Learned:
    row, _ = models.Learned.objects.get_or_create(
        workspace_id=who.workspace, text=text, skill=skill, on=on, defaults={"label": label, "noted_at": now}
    )
    return Learned(row.short, row.text, row.skill, row.label, row.on, row.noted_at)


def keep_contact(who: Who, person: str, at: datetime, incoming: bool, channel: str, text: str) -> None:
    models.Contact.objects.get_or_create(
        workspace_id=who.workspace,
        person=person_row(who, person),
        at=at,
        direction="in" if incoming else "out",
        channel=channel,
        defaults={"text": text},
    )


def keep_audit(who: Who, what: str, about: str, facts: Mapping[str, object], now: datetime) -> None:
    """Write down who saw or changed what. `facts`: counts and days, never a name."""
    models.AuditEntry.objects.create(workspace_id=who.workspace, at=now, what=what, about=about, facts=dict(facts))
