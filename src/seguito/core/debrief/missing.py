"""What a debrief does not hold yet, and what it says of the answer to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from seguito.core.debrief.words import NotesWords
from seguito.core.folding import folded
from seguito.core.nouns import By, Detail, DetailKind, Person


@dataclass(frozen=True, slots=True)
class Missing:
    """`nothing_from`: people of whom nothing is noted; `nothing_personal_from`: no aside, which is fine (T3.5).

    `why_here`: no reason to want to be there (T3.3). `answer_date`: no day for the answer.
    """

    nothing_from: tuple[Person, ...]
    nothing_personal_from: tuple[Person, ...]
    why_here: bool
    answer_date: bool


def what_is_missing(details: Sequence[Detail], panel: Sequence[Person], words: NotesWords) -> Missing:
    """What could still be asked of one's memory while it is fresh (T1.3)."""
    kinds = {person.id: {detail.kind for detail in details if detail.person == person.id} for person in panel}
    return Missing(
        nothing_from=tuple(person for person in panel if not kinds[person.id]),
        nothing_personal_from=tuple(p for p in panel if kinds[p.id] and DetailKind.ASIDE not in kinds[p.id]),
        why_here=all(detail.kind is not DetailKind.WHY_HERE for detail in details),
        answer_date=answer_promised_on(details, words) is None,
    )


def answer_promised_on(details: Sequence[Detail], words: NotesWords) -> date | None:
    """The day for which an answer was promised; of several promises of theirs, those that speak of one come first."""
    dated = [d for d in details if d.kind is DetailKind.PROMISE and d.by is By.THEM and d.due_on]
    answers = [d for d in dated if any(f" {start}" in f" {folded(d.text)}" for start in words.answers)]
    return min((d.due_on for d in answers or dated if d.due_on), default=None)
