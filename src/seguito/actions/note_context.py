"""What is known when a note of the records is read: the facts that the looks hold it against."""

from datetime import datetime

from seguito.core.looks.context import Context, Known, PanelNote, Said
from seguito.core.nouns import Detail, Form, Interview, Note, Person, Who
from seguito.records.reads.interviews import details, former_names, interview
from seguito.records.reads.notes import earlier_notes, notes_of_interview
from seguito.records.reads.people import me


def context_of(who: Who, note: Note, now: datetime) -> Context:
    """Roster, house, role, author, what was said, the panel's other notes, and what may be left over from elsewhere."""
    author = me(who)
    if note.interview is None:
        return Context(
            candidate=author.name if author else "",
            to=note.to.name,
            interviewers=(_known(note.to),),
            written_at=now,
            channel=note.channel,
            purpose=note.purpose,
        )
    talk = interview(who, note.interview)
    names = {person.id: person.name for person in talk.panel}
    house = talk.application.organisation
    heard = details(who, talk.id)
    return Context(
        organisation=house.name,
        organisation_also=house.also,
        role=talk.application.role,
        candidate=author.name if author else "",
        to=note.to.name,
        interviewers=tuple(map(_known, talk.panel)),
        known_names=_known_names(talk, author),
        former_names=former_names(who, talk.application.id),
        interview=talk.starts_at,
        written_at=now.astimezone(talk.starts_at.tzinfo),
        channel=note.channel,
        purpose=note.purpose,
        details=tuple(_said(detail, names) for detail in heard) if heard or talk.debriefed else None,
        panel_notes=_panel_notes(who, note),
        earlier_notes=earlier_notes(who, talk.id),
        used=note.used,
    )


def _known(person: Person) -> Known:
    return Known(
        name=person.name,
        title=person.title,
        gender=person.gender,
        email=person.email,
        also=person.also,
        formal=None if person.form is None else person.form is Form.LEI,
    )


def _known_names(talk: Interview, author: Person | None) -> tuple[str, ...]:
    names = [talk.place, talk.application.organisation.city, *(author.also if author else ())]
    return tuple(name for name in names if name)


def _said(detail: Detail, names: dict[str, str]) -> Said:
    return Said(person=names.get(detail.person or ""), kind=detail.kind, text=detail.text, id=detail.id)


def _panel_notes(who: Who, note: Note) -> tuple[PanelNote, ...]:
    """The other notes to this panel that somebody wrote: an untouched sheet is nobody's words yet (T3.2)."""
    return tuple(
        PanelNote(to=other.to.name, text=other.text, id=other.id)
        for other in notes_of_interview(who, note.interview or "")
        if other.id != note.id and other.touched
    )
