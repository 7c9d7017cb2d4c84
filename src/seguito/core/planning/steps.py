"""The one step that comes next: a command, and what it is for (T1.4)."""

from seguito.core.planning.facts import InterviewFacts, NoteAtHand, NoteStage, Panelist
from seguito.core.planning.follow_up import NextStep
from seguito.core.reasons import Reason
from seguito.errors import N_


def debrief_step(interview: str) -> NextStep:
    return NextStep(
        f"seguito debrief {interview or 'INTERVIEW'}", N_("Write down what was said, while you still hear it.")
    )


def note_step(facts: InterviewFacts, person: Panelist, channel: str) -> NextStep:
    """What brings the note to this person one step nearer, from wherever it stands."""
    at_hand = person.notes.get(channel)
    return draft_step(facts.id, person, channel) if at_hand is None else step_on(at_hand, _name(person), channel)


def step_on(at_hand: NoteAtHand, person: str | Reason, channel: str) -> NextStep:
    """What brings a note that exists one step nearer to its reader."""
    if at_hand.stage is NoteStage.APPROVED:
        return _out_step(at_hand, person, channel)
    if at_hand.stage is NoteStage.CHECKED:
        message = N_("Read it once more and say yes, if it is what you want to say to {person}.")
        return NextStep(f"seguito approve {at_hand.id}", message, {"person": person})
    if at_hand.stage is NoteStage.SHEET:
        message = N_("Write to {person}: the sheet holds what they said.")
        return NextStep(f"seguito edit {at_hand.id}", message, {"person": person})
    message = N_("Look the note to {person} over: names, language, substance.")
    return NextStep(f"seguito check {at_hand.id}", message, {"person": person})


def draft_step(interview: str, person: Panelist, channel: str) -> NextStep:
    command = f"seguito draft {interview or 'INTERVIEW'} --to {person.id or 'PERSON'} --channel {channel}"
    return NextStep(command, N_("Begin the note to {person}, from what was said."), {"person": _name(person)})


def question_step(interview: str, person: Panelist | None) -> NextStep:
    """A short question after a silence."""
    reader = person.id if person and person.id else "PERSON"
    command = f"seguito draft {interview or 'INTERVIEW'} --to {reader} --purpose nudge"
    return NextStep(command, N_("Ask {person} in one or two lines where things stand."), {"person": _name(person)})


def call_step(interview: str, person: Panelist) -> NextStep:
    message = N_("Call {person}: no written word can be there in time.")
    return NextStep(f"seguito plan {interview or 'INTERVIEW'}", message, {"person": _name(person)})


def promise_step(interview: str, text: str) -> NextStep:
    return NextStep(
        f"seguito plan {interview or 'INTERVIEW'}", N_("Keep what you promised: {promise}"), {"promise": text}
    )


def arrival_step(note: str, person: Panelist) -> NextStep:
    message = N_("The card to {person} should be there by now. If you hear of it, say on which day it came.")
    return NextStep(f"seguito arrived {note} --on DATE", message, {"person": _name(person)})


def _out_step(note: NoteAtHand, person: str | Reason, channel: str) -> NextStep:
    if channel == "card":
        message = N_("Print it, copy it by hand, post it to {person}; then `seguito posted {note}`.")
        return NextStep(f"seguito card {note.id} -o card.pdf", message, {"person": person, "note": note.id})
    return NextStep(f"seguito send {note.id}", N_("Send it to {person}."), {"person": person})


def _name(person: Panelist | None) -> str | Reason:
    return person.name if person and person.name else Reason("T1.4", N_("the person you spoke with"))
