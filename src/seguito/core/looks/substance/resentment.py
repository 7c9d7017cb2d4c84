"""Bridge-burning: accusation, sarcasm, demands, comparison with whoever was chosen (T5.5)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from seguito.core.looks.substance.phrases import Match
from seguito.core.looks.substance.reading import Line, Reading

_OPEN = 2  # a phrase that burns
_TONE = 1  # a word that may be innocent
_NEEDED = {"gracious_no": _OPEN, "thanks": 2 * _OPEN}  # to speak up about a sentence, by what the note is for


@dataclass(frozen=True, slots=True)
class Bitterness:
    """A passage that burns a bridge. `open`: it says so; else its tone does. `words`: the first that does.

    No words: nothing in it does, but the whole note has no good word for anybody.
    """

    start: int
    end: int
    open: bool = False
    words: str = ""


def bitterness(reading: Reading, purpose: str) -> Iterator[Bitterness]:
    """The passages that a person will regret.

    After a no, one phrase that burns is enough, or a tone of voice twice in a sentence. A note after a no that has no
    good word for anybody, no wish and no door held open, is bitter as a whole once it has a tone. In a note of thanks
    it takes two phrases that burn, in any other one that burns and a tone.
    """
    heard = [(line, *_heard(line)) for line in reading.body]
    after_a_no = purpose == "gracious_no"
    cold = after_a_no and _cold(heard)
    needed = _NEEDED.get(purpose, _OPEN + _TONE)
    for line, burns, tones in heard:
        weight = _weight(burns, tones)
        if weight >= (_TONE if cold else needed) and (burns or after_a_no):
            start, end = line.span((burns or tones)[0])
            yield Bitterness(line.start, line.end, bool(burns), reading.text[start:end])
        elif cold:
            yield Bitterness(line.start, line.end)


_Heard = tuple[Line, list[Match], list[Match]]


def _cold(heard: list[_Heard]) -> bool:
    """No good word anywhere, and more than one that is not."""
    weight = sum(_weight(burns, tones) for _, burns, tones in heard)
    return len(heard) > 1 and weight >= _TONE and not any(_good_word(*each) for each in heard)


def _weight(burns: list[Match], tones: list[Match]) -> int:
    return _OPEN * _apart(burns) + _TONE * _apart(tones)


def _good_word(line: Line, burns: list[Match], tones: list[Match]) -> bool:
    """A courtesy in a sentence that burns, or has a tone twice over, is none."""
    return line.says("grace") and not burns and _apart(tones) < _OPEN


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
