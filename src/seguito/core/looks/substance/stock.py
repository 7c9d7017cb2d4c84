"""What everybody writes, and how much of a note is made of it (T3.1)."""

from dataclasses import dataclass
from functools import lru_cache

from seguito.core.looks.substance.reading import Line, Reading, Word
from seguito.core.looks.substance.words import SubstanceWords

_TELLING = 5.0  # a word rarer than this (Zipf) says something even in a stock sentence
_WORDS_THAT_REDEEM = 2  # so many telling words beside the phrase, and the sentence is not empty


@dataclass(frozen=True, slots=True)
class StockPhrase:
    """A stock phrase in a note: where, under which theme of the book, and whether it is a mere courtesy."""

    start: int
    end: int
    theme: str
    courtesy: bool


@dataclass(frozen=True, slots=True)
class Stock:
    """`phrases` in order; `empty`: the sentences that hold little else; `share`: of the body's words, in those.

    `words`: those that stand in a phrase.
    """

    phrases: tuple[StockPhrase, ...]
    empty: frozenset[Line]
    share: float
    words: frozenset[Word]


@lru_cache(maxsize=512)
def stock_in(reading: Reading, words: SubstanceWords) -> Stock:
    """Find the phrases of the language's book in the body of a note."""
    phrases: list[StockPhrase] = []
    held: set[Word] = set()
    empty: set[Line] = set()
    for line in reading.body:
        found = _phrases(line, words)
        inside = {word for word in line.words if any(p.start <= word.start < p.end for p in found)}
        phrases += found
        held |= inside
        if found and _says_little_else(line, inside):
            empty.add(line)
    whole = sum(len(line.solid) for line in reading.body)
    share = sum(len(line.solid) for line in empty) / whole if whole else 0.0
    return Stock(tuple(phrases), frozenset(empty), share, frozenset(held))


def _phrases(line: Line, words: SubstanceWords) -> list[StockPhrase]:
    """The phrases of a sentence, those that overlap joined under the first one's theme."""
    joined: list[StockPhrase] = []
    for match in line.stock:
        start, end = line.span(match)
        theme = match.phrase.theme
        courtesy = theme in words.courtesies
        if joined and start < joined[-1].end:
            last = joined.pop()
            longer = end - start > last.end - last.start
            start, end = last.start, max(last.end, end)
            theme, courtesy = (theme if longer else last.theme), courtesy and last.courtesy
        joined.append(StockPhrase(start, end, theme, courtesy))
    return joined


def _says_little_else(line: Line, stock: set[Word]) -> bool:
    return len({word.stem for word in telling_words(line) if word not in stock}) < _WORDS_THAT_REDEEM


def telling_words(line: Line) -> tuple[Word, ...]:
    """The words of a sentence that not every note has."""
    return tuple(word for word in line.words if word.matter and word.zipf < _TELLING)
