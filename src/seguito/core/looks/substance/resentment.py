"""Bridge-burning: accusation, sarcasm, demands, comparison with whoever was chosen (T5.5).

Few sentences burn by one phrase. Most do by what comes together in them: a word of irony, the one who was chosen, what
one is owed. Each such sign has its theme in the language's book and its weight here; good words weigh against them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from seguito.core.looks.substance.phrases import Match, apart, outside
from seguito.core.looks.substance.reading import Line, Reading
from seguito.core.looks.substance.stock import telling_words

_BURNS = 4  # a phrase that burns, wherever it stands
_TONE = 1  # a word that may be innocent
_TONES = 2  # that count in a sentence, at most
SIGNS: Mapping[str, int] = {
    "bitter_irony": 2,  # evidently, so much for, how convenient
    "bitter_rival": 1,  # whoever was chosen
    "bitter_scorn": 4,  # cheaper, more obedient, somebody's nephew
    "bitter_due": 4,  # what I am worth, what you owe me
    "bitter_effort": 1,  # what it cost me
    "bitter_reproach": 4,  # what you might have done
    "bitter_threat": 4,  # others shall hear of it
    "bitter_demand": 4,  # by Friday, in writing
    "bitter_closing": 4,  # never again, my last letter
    "bitter_house": 3,  # so that is how you treat people
    "bitter_pride": 4,  # made a fool of, sent home
    "bitter_suspicion": 4,  # settled beforehand
    "bitter_prophecy": 4,  # one day you will see
    "bitter_wish": 4,  # I trust that he comes cheap
    "bitter_disclaim": 4,  # no hard feelings, but
}
_KIND = 2  # a good word in the same sentence takes away, up to two of them; one, where a phrase burns
# To speak up about a sentence after a no: the more good words the rest of the note has, the more it takes.
_NEEDED_AFTER_A_NO = ((7, 6), (5, 5), (0, 4))
_FORMULA = 5  # words of a courtesy that is no good word yet,
_TELLING = 2  # unless so many of them are uncommon (short queues and dry summers)
_WORD = 2  # a word that stands for its sign alone has innocent senses too (golf, lecture, recita)
_HEARD = 2  # signs in a note before its lack of a good word is told
_NEEDED = {"thanks": 10}  # what it takes in other notes, by what they are for: there, hardly anybody is bitter
_NEEDED_ELSEWHERE = 5


@dataclass(frozen=True, slots=True)
class Bitterness:
    """A passage that burns a bridge. `open`: it says so; else its tone does. `words`: the first that does.

    No words: nothing in it does, but the whole note has no good word for anybody.
    """

    start: int
    end: int
    open: bool = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class _Heard:
    """What a sentence sounds like. `signs`: what speaks against it, the heaviest first."""

    line: Line
    weight: int
    signs: tuple[Match, ...]
    open: bool

    @property
    def particular(self) -> bool:
        """Whether its courtesy is more than a formula (“With best wishes to all”)."""
        return self.line.says("kind") or len(self.line.solid) > _FORMULA or len(telling_words(self.line)) >= _TELLING


def bitterness(reading: Reading, purpose: str) -> Iterator[Bitterness]:
    """The passages that a person will regret."""
    heard = [_hear(line) for line in reading.body]
    if purpose == "gracious_no":
        yield from _after_a_no(reading, heard)
        return
    needed = _NEEDED.get(purpose, _NEEDED_ELSEWHERE)
    yield from (_told(reading, each) for each in heard if each.open and each.weight >= needed)


def _after_a_no(reading: Reading, heard: Sequence[_Heard]) -> Iterator[Bitterness]:
    """The fewer the good words of a note, the less it takes; one with none, and a sign, is bitter as a whole."""
    good = -sum(min(0, each.weight) for each in heard if each.particular)
    needed = next(needed for least, needed in _NEEDED_AFTER_A_NO if good >= least)
    bitter = [e for e in heard if e.signs and e.weight >= (min(needed, _BURNS) if e.open else needed)]
    yield from (_told(reading, each) for each in bitter)
    if len(heard) > 1 and not good and sum(max(0, e.weight) for e in heard) >= _HEARD:
        yield from (Bitterness(e.line.start, e.line.end) for e in heard if e.weight >= 0 and e not in bitter)


def _told(reading: Reading, heard: _Heard) -> Bitterness:
    start, end = heard.line.span(heard.signs[0])
    return Bitterness(heard.line.start, heard.line.end, heard.open, reading.text[start:end])


def _hear(line: Line) -> _Heard:
    graces = line.matches("resentment_not")
    burns, tones = outside(line.matches("resentment"), graces), outside(line.matches("resentment_weak"), graces)
    signs = {sign: outside(line.matches(sign), graces) for sign in SIGNS}
    weight = _weight(burns, tones, signs)
    kind = bool(outside(line.matches("kind"), burns))  # the words that burn are no good word as well
    weight -= _KIND * min(line.says("grace") + kind, 1 if burns else 2)
    by_weight = sorted((sign for sign in signs if signs[sign]), key=lambda sign: -SIGNS[sign])
    found = (*burns, *(signs[sign][0] for sign in by_weight), *tones)
    return _Heard(line, weight, found, bool(burns))


def _weight(burns: Sequence[Match], tones: Sequence[Match], signs: Mapping[str, Sequence[Match]]) -> int:
    """What speaks against a sentence, the gravest first: the same words are evidence once."""
    weight, told = _BURNS * apart(burns), [*burns]
    for sign in sorted(signs, key=lambda each: -SIGNS[each]):
        fresh = outside(signs[sign], told)
        alone = all(match.end - match.start == 1 for match in fresh)
        weight += min(SIGNS[sign], _WORD) if fresh and alone else SIGNS[sign] if fresh else 0
        told += fresh
    return weight + _TONE * min(_TONES, apart(outside(tones, told)))
