"""What was said, kept. A line that is there stays there: nothing typed is ever lost."""

from collections.abc import Sequence
from datetime import datetime

from seguito.core.debrief.reading import Heard
from seguito.core.nouns import Detail, Who
from seguito.records import models
from seguito.records.reads.interviews import details, interview_row
from seguito.records.reads.people import people_rows
from seguito.records.writes.interviews import mark_debriefed


def add_details(who: Who, interview_id: str, heard: Sequence[Heard], now: datetime) -> tuple[Detail, ...]:
    """Keep what is new (identical details once) and return everything that the interview holds."""
    row = interview_row(who, interview_id)
    present = {_key(d) for d in details(who, interview_id)}
    people = {p.short: p for p in people_rows(who).filter(short__in={h.person for h in heard if h.person})}
    position = row.details.count()
    for one in heard:
        key = one.key
        if key in present:
            continue
        present.add(key)
        models.Detail.objects.create(
            workspace_id=who.workspace,
            interview=row,
            person=people[one.person] if one.person else None,
            kind=one.kind,
            by=one.by,
            text=one.text,
            due_on=one.due_on,
            position=position,
        )
        position += 1
    mark_debriefed(who, row.short, now)
    return details(who, interview_id)


def replace_details(who: Who, interview_id: str, heard: Sequence[Heard], now: datetime) -> tuple[Detail, ...]:
    """Keep exactly what an edited form holds. Lines that stayed keep their ids, and what was said about them."""
    keep = {h.key for h in heard}
    gone = [d.id for d in details(who, interview_id) if _key(d) not in keep]
    models.Detail.objects.of(who).filter(interview__short=interview_id, short__in=gone).delete()
    kept = add_details(who, interview_id, heard, now)
    order = {h.key: place for place, h in reversed(list(enumerate(heard)))}
    for detail in kept:
        place = order[_key(detail)]
        models.Detail.objects.of(who).filter(short=detail.id).update(position=place)
    return details(who, interview_id)


def _key(detail: Detail) -> tuple[str | None, str, str, str]:
    return (detail.person, detail.kind.value, detail.by.value, detail.text)
