"""Sentences about me, about them, and about why here, weighed (T3.3)."""

from dataclasses import dataclass

from seguito.core.looks.substance.phrases import apart, outside
from seguito.core.looks.substance.reading import Line, Reading
from seguito.core.looks.substance.stock import Stock, telling_words
from seguito.core.looks.substance.words import SubstanceWords

_TELLING_WORDS = 2  # that make a sentence more than a formula
_SAYS_SOMETHING = 3  # words of matter
_BOAST, _MERIT = 2, 1  # I am the best; I am patient, I led forty people
_PRAISE = 4  # one boast in a note is a slip and a merit is a fact; two boasts are praise, or four merits in a row


@dataclass(frozen=True, slots=True)
class Weighing:
    """Sentences of the body, by what they are about.

    `praise`: how good I am. `why_here`: a reason for being there; `warm`: a feeling or a comparison that is nearly one;
    `practical`: it settles something.
    """

    praise: tuple[Line, ...]
    why_here: tuple[Line, ...]
    warm: tuple[Line, ...]
    practical: tuple[Line, ...]
    about_me: int
    about_them: int
    sentences: int

    @property
    def praise_outweighs(self) -> bool:
        """Praise in as many sentences as there are reasons for being there; in a single one, and no reason at all."""
        if len(self.praise) > 1:
            return len(self.praise) >= len(self.why_here)
        return bool(self.praise) and not self.why_here


def weigh(reading: Reading, stock: Stock, words: SubstanceWords) -> Weighing:
    """Weigh the body of a note.

    An empty sentence gives no reason, a boast is none, and “that is why” has one only after something was told.
    """
    answers = any(line.says("asked") for line in reading.body)  # whoever was asked about their work may tell of it
    said = {line: _BOAST * _boasts(line) + (0 if answers else _MERIT * _merits(line)) for line in reading.body}
    praise = tuple(line for line in reading.body if said[line]) if sum(said.values()) >= _PRAISE else ()
    rest = [
        line
        for before, line in zip((None, *reading.body), reading.body, strict=False)
        if not _is_empty(line, stock) and line not in praise and any(_tells(near) for near in (before, line) if near)
    ]
    why = tuple(line for line in rest if line.says("why"))
    warm = tuple(line for line in rest if line.says("warmth") or _tells_of_the_house(line))
    practical = tuple(line for line in rest if line.says("practical"))
    them = sum(_mentions(line, "<you>", "<here>", "<person>") for line in reading.body)
    mine = sum(_mentions(line, "<me>") and not _mentions(line, "<you>", "<here>") for line in reading.body)
    return Weighing(praise, why, warm, practical, mine, them, len(reading.body))


def _is_empty(line: Line, stock: Stock) -> bool:
    """A formula alone; one that goes on to a reason with a word of its own is none (…, because of their bread)."""
    if line not in stock.empty:
        return False
    said = max((word.start for word in line.words if word in stock.words), default=0)
    return not any(word.start > said and "<here>" not in word.keys for word in telling_words(line))


def _tells(line: Line) -> bool:
    return len(telling_words(line)) + _names_the_house(line) >= _TELLING_WORDS


def _names_the_house(line: Line) -> bool:
    return any("<here>" in word.keys and word.capital for word in line.words)


def _tells_of_the_house(line: Line) -> bool:
    """Whether it names the house and says something of it."""
    return _names_the_house(line) and sum(word.matter for word in line.words) >= _SAYS_SOMETHING


def _boasts(line: Line) -> int:
    """How many times a sentence boasts, at different places; “I am not the fastest” does not."""
    return apart(outside(line.matches("praise"), line.matches("praise_not")))


def _merits(line: Line) -> int:
    """How many qualities and feats a sentence of its author alone tells, at different places, and does not deny."""
    if not _mentions(line, "<me>") or _mentions(line, "<you>", "<here>", "<person>"):
        return 0
    return apart(outside(line.matches("merit"), (*line.matches("praise"), *line.matches("praise_not"))))


def _mentions(line: Line, *classes: str) -> bool:
    return any(not word.keys.isdisjoint(classes) for word in line.words)
