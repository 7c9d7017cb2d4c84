"""The notes that are begun but not out, and how far each has come."""

from collections.abc import Iterable

from seguito.core.nouns import Note, NoteState, Purpose
from seguito.core.planning.facts import NoteAtHand, NoteStage

AtHand = dict[str, dict[str, NoteAtHand]]


def at_hand(notes: Iterable[Note], passed: frozenset[str], purpose: Purpose) -> AtHand:
    """Of one purpose, by person, by channel. `passed`: ids of those that have passed all their looks."""
    found: AtHand = {}
    for note in notes:
        if note.purpose is purpose and note.state is not NoteState.SENT:
            found.setdefault(note.to.id, {})[note.channel] = NoteAtHand(note.id, _stage(note, passed))
    return found


def _stage(note: Note, passed: frozenset[str]) -> NoteStage:
    if note.state is NoteState.APPROVED:
        return NoteStage.APPROVED
    if not note.touched:
        return NoteStage.SHEET
    return NoteStage.CHECKED if note.id in passed else NoteStage.DRAFT
