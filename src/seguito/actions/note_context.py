"""What is known when a note of the records is read: the facts that the looks hold it against."""

from dataclasses import dataclass, replace
from datetime import datetime

from seguito.core.looks.context import Context, Known, PanelNote, Said
from seguito.core.nouns import Detail, Form, Interview, Note, Person, Who
from seguito.records.reads.interviews import details, former_names, interview
from seguito.records.reads.notes import earlier_notes, notes_of_interview
from seguito.records.reads.people import me


@dataclass(frozen=True, slots=True)
class Around:
    """What surrounds a note: its author, the interview, what was said there, the notes to the same panel, and before.

    `panel`: the note itself among them. `former`, `earlier`: names and notes of other applications.
    """

    author: Person | None
    talk: Interview | None
    heard: tuple[Detail, ...] = ()
    panel: tuple[Note, ...] = ()
    former: tuple[str, ...] = ()
    earlier: tuple[str, ...] = ()


def around(who: Who, note: Note, panel: tuple[Note, ...] | None = None) -> Around:
    """`panel`: the notes of its interview, where somebody has them already."""
    beside = beside_the_letter(who, note, panel)
    if beside.talk is None:
        return beside
    former, earlier = former_names(who, beside.talk.application.id), earlier_notes(who, beside.talk.id)
    return replace(beside, former=former, earlier=earlier)


def beside_the_letter(who: Who, note: Note, panel: tuple[Note, ...] | None = None) -> Around:
    """What its reader and the people beside them are told by; nothing of other applications."""
    author = me(who)
    if note.interview is None:
        return Around(author, None)
    talk = interview(who, note.interview)
    notes = notes_of_interview(who, talk.id) if panel is None else panel
    return Around(author=author, talk=talk, heard=details(who, talk.id), panel=notes)


def context_of(who: Who, note: Note, now: datetime) -> Context:
    """Roster, house, role, author, what was said, the panel's other notes, and what may be left over from elsewhere."""
    return context_in(around(who, note), note, now)


def context_in(here: Around, note: Note, now: datetime) -> Context:
    author, talk = here.author, here.talk
    if talk is None:
        return Context(
            candidate=author.name if author else "",
            to=note.to.name,
            to_id=note.to.id,
            interviewers=(_known(note.to),),
            written_at=now,
            channel=note.channel,
            purpose=note.purpose,
        )
    names = {person.id: person.name for person in talk.panel}
    house = talk.application.organisation
    return Context(
        organisation=house.name,
        organisation_also=house.also,
        role=talk.application.role,
        candidate=author.name if author else "",
        to=note.to.name,
        to_id=note.to.id,
        interviewers=tuple(map(_known, talk.panel)),
        known_names=_known_names(talk, author),
        former_names=here.former,
        interview=talk.starts_at,
        written_at=now.astimezone(talk.starts_at.tzinfo),
        channel=note.channel,
        purpose=note.purpose,
        details=tuple(_said(detail, names) for detail in here.heard) if here.heard or talk.debriefed else None,
        panel_notes=tuple(PanelNote(to=o.to.name, text=o.text, id=o.id) for o in others_of(here, note)),
        earlier_notes=here.earlier,
        used=note.used,
    )


def others_of(here: Around, note: Note) -> tuple[Note, ...]:
    """The other notes to this panel that somebody wrote: an untouched sheet is nobody's words yet (T3.2)."""
    return tuple(other for other in here.panel if other.id != note.id and other.touched)


def _known(person: Person) -> Known:
    return Known(
        name=person.name,
        title=person.title,
        gender=person.gender,
        email=person.email,
        also=person.also,
        formal=None if person.form is None else person.form is Form.LEI,
        id=person.id,
        family=person.family,
    )


def _known_names(talk: Interview, author: Person | None) -> tuple[str, ...]:
    names = [talk.place, talk.application.organisation.city, *(author.also if author else ())]
    return tuple(name for name in names if name)


def _said(detail: Detail, names: dict[str, str]) -> Said:
    return Said(
        person=names.get(detail.person or ""),
        kind=detail.kind,
        text=detail.text,
        id=detail.id,
        person_id=detail.person or "",
    )
