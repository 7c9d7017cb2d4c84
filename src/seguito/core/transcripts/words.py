"""What to listen for in a language: beginnings of words, folded, with a space after those that are whole words."""

from collections.abc import Collection
from dataclasses import dataclass

from seguito.core.debrief.words import NotesWords
from seguito.core.folding import folded
from seguito.core.looks.substance.words import SubstanceWords


@dataclass(frozen=True, slots=True)
class ListeningWords:
    """`fillers`: said before what is meant. `promises`: what will be done; `answers`, `my_promises`: promised even
    without a day, by them and by me. `personal`: what asides are about; `oneself`: I. `housekeeping`: questions that
    ask nothing. `why`: said by whoever wants to be there. `places`: names of places.
    """

    fillers: tuple[str, ...]
    promises: tuple[str, ...]
    answers: tuple[str, ...]
    my_promises: tuple[str, ...]
    personal: tuple[str, ...]
    oneself: tuple[str, ...]
    housekeeping: tuple[str, ...]
    why: tuple[str, ...]
    places: Collection[str]
    notes: NotesWords
    substance: SubstanceWords


def heard_in(beginnings: tuple[str, ...], text: str) -> bool:
    """Whether one of the beginnings begins a word of the text."""
    spoken = " " + "".join(letter if letter.isalnum() or letter in "'-?" else " " for letter in folded(text)) + " "
    spoken = " ".join(spoken.split())
    return any(f" {beginning}" in f" {spoken} " for beginning in beginnings)
