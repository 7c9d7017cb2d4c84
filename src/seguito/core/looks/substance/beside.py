"""What the third look knows beside its findings: the details a note draws on, and its passages beside the panel's."""

from collections.abc import Iterator
from dataclasses import dataclass

from seguito.core.looks.context import Context
from seguito.core.looks.language.composing import Composed, composed
from seguito.core.looks.substance.details import told_to_all
from seguito.core.looks.substance.looking import Facts
from seguito.core.looks.substance.panel import joined, passages_of_both
from seguito.core.looks.substance.words import SubstanceWords

_AROUND = 140  # characters shown on either side of a passage


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with as much of its line as helps to recognise it."""

    before: str
    same: str
    after: str


@dataclass(frozen=True, slots=True)
class Beside:
    """The same passage in this note and in the one to another panelist (T3.2)."""

    to: str
    here: Passage
    there: Passage


def drawn_on(text: str, context: Context, words: SubstanceWords) -> frozenset[str]:
    """Ids of the details that the note recalls, or that its author marked as used (T3.4)."""
    facts = Facts(composed(text).text, context, words)
    return frozenset(trace.said.id for trace in facts.traces if trace.carried) | context.used


def details_used(text: str, context: Context, words: SubstanceWords) -> dict[str, tuple[tuple[int, int], ...]]:
    """Id of each detail that the note draws on → the spans of its words (code points, end not included) (T3.4).

    One that its author marked as used may have none.
    """
    note = composed(text)
    facts = Facts(note.text, context, words)
    used: dict[str, tuple[tuple[int, int], ...]] = {said.id: () for said in facts.own if said.id in context.used}
    for trace in facts.traces:
        if trace.carried:
            used[trace.said.id] = tuple(_original(note, start, end) for start, end in trace.spans)
    return used


def _original(note: Composed, start: int, end: int) -> tuple[int, int]:
    return (start, end) if note.places is None else (note.places[start], note.places[end])


def beside_the_others(text: str, context: Context, words: SubstanceWords) -> tuple[Beside, ...]:
    """Every passage that this note shares with another one of the panel's, in the order of this note."""
    return tuple(_shared(Facts(composed(text).text, context, words)))


def _shared(facts: Facts) -> Iterator[Beside]:
    shared = told_to_all(facts.context, facts.words, facts.names)
    for to, other in facts.panel:
        for passage in joined(passages_of_both(facts.reading, other, facts.words, shared), facts.text):
            yield Beside(to, _passage(facts.text, *passage.here), _passage(other.text, *passage.there))


def _passage(text: str, start: int, end: int) -> Passage:
    line = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    first, last = max(line, start - _AROUND), min(line_end, end + _AROUND)
    before = ("…" if first > line else "") + text[first:start]
    return Passage(before, text[start:end], text[end:last] + ("…" if last < line_end else ""))
