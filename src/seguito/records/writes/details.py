"""What was said, kept. A line that is there stays there: nothing typed is ever lost."""

from collections.abc import Sequence
from datetime import datetime

from seguito.core.debrief.changes import Changes, new_among
from seguito.core.debrief.reading import Heard
from seguito.core.nouns import Detail, Who
from seguito.records import models
from seguito.records.reads.interviews import details, interview_row
from seguito.records.reads.people import people_rows
from seguito.records.writes.interviews import mark_debriefed


def add_details(who: Who, interview_id: str, heard: Sequence[Heard], now: datetime) -> tuple[Detail, ...]:
    """Keep what is new (identical details once) and return everything that the interview holds."""
    _create(who, interview_id, new_among(heard, details(who, interview_id)))
    mark_debriefed(who, interview_id, now)
    return details(who, interview_id)


def change_details(who: Who, interview_id: str, changes: Changes, order: Sequence[Heard], now: datetime) -> None:
    """Keep what an edited form changed, in the form's order. A mended line keeps its id, and what notes know of it."""
    rows = models.Detail.objects.of(who).filter(interview__short=interview_id)
    rows.filter(short__in=[detail.id for detail in changes.removed]).delete()
    for detail in changes.changed:
        _write(who, rows.get(short=detail.id), detail)
    _create(who, interview_id, changes.added)
    places = {one.key: place for place, one in reversed(list(enumerate(order)))}
    for detail in details(who, interview_id):
        key = (detail.person, detail.kind.value, detail.by.value, detail.text)
        rows.filter(short=detail.id).update(position=places.get(key, len(places)))
    mark_debriefed(who, interview_id, now)


def _create(who: Who, interview_id: str, heard: Sequence[Heard]) -> None:
    interview = interview_row(who, interview_id)
    position = interview.details.count()
    for place, one in enumerate(heard, start=position):
        _write(who, models.Detail(workspace_id=who.workspace, interview=interview, position=place), one)


def _write(who: Who, row: models.Detail, said: Heard | Detail) -> None:
    row.person = people_rows(who).get(short=said.person) if said.person else None
    row.kind, row.by, row.text, row.due_on = said.kind, said.by, said.text, said.due_on
    row.save()
