"""Bridge-burning: accusation, sarcasm, demands, comparison with whoever was chosen (T5.5)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from seguito.core.looks.substance.phrases import Match
from seguito.core.looks.substance.reading import Line, Reading

_OPEN = 2  # a phrase that burns
_TONE = 1  # a word that may be innocent


@dataclass(frozen=True, slots=True)
class Bitterness:
    """A sentence that burns a bridge. `open`: it says so; else its tone does. `words`: the first that does."""

    line: Line
    open: bool
    words: str


def bitterness(reading: Reading, purpose: str) -> Iterator[Bitterness]:
    """The sentences that a person will regret.

    After a no, one phrase that burns is enough, or a tone of voice twice in a sentence; in a note that has no good word
    for anybody, once. In a note of thanks it takes two that burn, in any other one that burns and a tone.
    """
    after_a_no = purpose == "gracious_no"
    heard = [(line, *_heard(line)) for line in reading.body]
    gracious = any(line.says("grace") and not burns for line, burns, _ in heard)
    if after_a_no:
        needed = _OPEN if gracious else _TONE
    else:
        needed = 2 * _OPEN if purpose == "thanks" else _OPEN + _TONE
    for line, burns, tones in heard:
        weight = _OPEN * _apart(burns) + _TONE * _apart(tones)
        if weight >= needed and (burns or after_a_no):
            start, end = line.span((burns or tones)[0])
            yield Bitterness(line, bool(burns), reading.text[start:end])


def _heard(line: Line) -> tuple[list[Match], list[Match]]:
    """The phrases of a sentence that burn, and those that set its tone, less what is grace after all."""
    graces = line.matches("resentment_not")
    return _outside(line.matches("resentment"), graces), _outside(line.matches("resentment_weak"), graces)


def _outside(matches: Iterable[Match], graces: tuple[Match, ...]) -> list[Match]:
    return [m for m in matches if not any(m.start < grace.end and grace.start < m.end for grace in graces)]


def _apart(matches: list[Match]) -> int:
    """How many of them do not overlap."""
    count, free = 0, 0
    for match in sorted(matches, key=lambda each: each.end):
        if match.start >= free:
            count, free = count + 1, match.end
    return count
