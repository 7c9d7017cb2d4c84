"""Writing in a note: what its author typed becomes its next revision."""

from datetime import datetime

from seguito.actions.plan import replan_note
from seguito.core.lines import one_line
from seguito.core.nouns import Note, NoteState, Who
from seguito.core.words import note_words
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.notes import note
from seguito.records.writes.notes import revise


class AlreadySent(Problem):
    id = "note-already-sent"
    happened = N_("The note to {person} has been sent; what was sent stays as it is.")
    safe = N_("What you typed was not put into it.")
    next_step = N_("Lay out another note with `seguito draft`, or write the next one when it is due.")
    on_page = N_("Begin another note, or write the next one when it is due.")


class ChangedElsewhere(Problem):
    id = "note-changed-elsewhere"
    exit_code = 1
    happened = N_("The note to {person} was changed in another window while you wrote in this one.")
    safe = N_("Both texts are here: yours in the letter, the other one beside it. Neither is lost.")
    next_step = N_("Take over what you want from the other, then keep yours once more.")


def edit(who: Who, wanted: str, text: str | None, subject: str | None, now: datetime) -> Note:
    """Add a revision with these words and subject; None leaves what stands.

    A standing yes was to other words, so it is withdrawn; the same words again are no edit and leave the note as it
    is. Raises for words that no note can hold.
    """
    with atomic():
        before = note_to_edit(who, wanted)
        words = before.text if text is None else note_words(text)
        line = before.subject if subject is None else one_line(N_("The subject"), subject.strip())
        if (line, words) == (before.subject, before.text):
            return before
        after = revise(who, before.id, line, words, now)
        replan_note(who, after, now)
        return after


def edit_from(who: Who, wanted: str, base: int, text: str, subject: str, now: datetime) -> Note:
    """Add a revision, if nobody has written in the note since revision `base`.

    Raises ChangedElsewhere when somebody has and their words are others: neither of the two is to be lost unseen.
    """
    with atomic():
        before = note_to_edit(who, wanted)
        if before.revision != base and (before.text, before.subject) != (note_words(text), subject.strip()):
            raise ChangedElsewhere(person=before.to.called, revision=before.revision)
        return edit(who, before.id, text, subject, now)


def note_to_edit(who: Who, wanted: str) -> Note:
    """The note that `wanted` means, as long as it can still be written in."""
    found = note(who, wanted)
    if found.state is NoteState.SENT:
        raise AlreadySent(person=found.to.called)
    return found
