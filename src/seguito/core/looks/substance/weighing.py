"""Sentences about me, about them, and about why here, weighed (T3.3)."""

from dataclasses import dataclass

from seguito.core.looks.substance.reading import Line, Reading
from seguito.core.looks.substance.stock import Stock, telling_words
from seguito.core.looks.substance.words import SubstanceWords

_TELLING_WORDS = 2  # that make a sentence more than a formula
_SAYS_SOMETHING = 3  # words of matter
_BOASTS = 2  # one boast in a note is a slip, two are praise


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
    boasts = {line: _boasts(line) for line in reading.body}
    praise = tuple(line for line in reading.body if boasts[line]) if sum(boasts.values()) >= _BOASTS else ()
    rest = [
        line
        for before, line in zip((None, *reading.body), reading.body, strict=False)
        if line not in stock.empty and line not in praise and any(_tells(near) for near in (before, line) if near)
    ]
    why = tuple(line for line in rest if line.says("why"))
    warm = tuple(line for line in rest if line.says("warmth") or _tells_of_the_house(line))
    practical = tuple(line for line in rest if line.says("practical"))
    them = sum(_mentions(line, "<you>", "<here>", "<person>") for line in reading.body)
    mine = sum(_mentions(line, "<me>") and not _mentions(line, "<you>", "<here>") for line in reading.body)
    return Weighing(praise, why, warm, practical, mine, them, len(reading.body))


def _tells(line: Line) -> bool:
    return len(telling_words(line)) + _names_the_house(line) >= _TELLING_WORDS


def _names_the_house(line: Line) -> bool:
    return any("<here>" in word.keys and word.capital for word in line.words)


def _tells_of_the_house(line: Line) -> bool:
    """Whether it names the house and says something of it."""
    return _names_the_house(line) and sum(word.matter for word in line.words) >= _SAYS_SOMETHING


def _boasts(line: Line) -> int:
    """How many times a sentence boasts, at different places; “I am not the fastest” does not."""
    modest = line.matches("praise_not")
    count, free = 0, 0
    for match in line.matches("praise"):
        if match.start >= free and not any(m.start < match.end and match.start < m.end for m in modest):
            count, free = count + 1, match.end
    return count


def _mentions(line: Line, *classes: str) -> bool:
    return any(not word.keys.isdisjoint(classes) for word in line.words)
