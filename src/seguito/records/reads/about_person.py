"""Everything that the records hold about one person, as plain values."""

from typing import Any

from seguito.core.nouns import Person, Who
from seguito.records import models
from seguito.records.reads.people import person_row, person_value
from seguito.records.reads.talent import Talent, talent_of

Rows = list[dict[str, Any]]


def held_of(who: Who, wanted: str) -> tuple[Person, Talent | None, dict[str, Rows]]:
    """The person, their file, and by kind what is kept of them elsewhere."""
    row = person_row(who, wanted)
    notes = models.Note.objects.of(who).filter(to=row).select_related("current").order_by("id")
    return (
        person_value(row),
        talent_of(who, row.short),
        {
            "interviews": _listed(
                models.Interview.objects.of(who).filter(seats__person=row).order_by("starts_at"),
                ("starts_at", "ends_at", "place", "application__organisation__name", "application__role"),
            ),
            "said": _listed(
                models.Detail.objects.of(who).filter(person=row).order_by("id"), ("kind", "text", "due_on")
            ),
            "written": [
                {
                    "channel": one.channel,
                    "state": one.state,
                    "sent_at": one.sent_at,
                    "subject": one.current.subject if one.current else "",
                    "text": one.current.text if one.current else "",
                }
                for one in notes
            ],
            "contacts": _listed(
                models.Contact.objects.of(who).filter(person=row).order_by("at"), ("at", "direction", "channel", "text")
            ),
            "deliveries": _listed(
                models.Delivery.objects.of(who).filter(note__to=row).order_by("id"), ("state", "handed_at")
            ),
            "planned": _listed(
                models.FollowUp.objects.of(who)
                .filter(follow_up_people__person=row, state="planned")
                .order_by("opens_at"),
                ("kind", "opens_at", "closes_at"),
            ),
        },
    )


def _listed(rows: Any, names: tuple[str, ...]) -> Rows:  # a queryset of any of the tables
    return [{name.rpartition("__")[2]: value for name, value in row.items()} for row in rows.values(*names)]
