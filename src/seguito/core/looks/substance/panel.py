"""Notes to one panel held against each other, passage by passage (T3.2)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nlargest

from seguito.core.looks.substance.reading import Line, Reading, Word
from seguito.core.looks.substance.stock import stock_in
from seguito.core.looks.substance.words import SubstanceWords

_SHARED_WEIGHT = 3.6  # about four uncommon words that two sentences have in common
_SHARED_PART = 0.55  # of the lighter sentence
_RUN_WEIGHT = 4.5  # a run of words in the same order that is a passage however long its sentence
_RUN_WORDS, _RUN_SHARED, _RUN_PART = 8, 2.2, 0.6  # or so many words in order, common ones too, that make most of it
_ALIKE, _ALIKE_WEIGHT = 0.6, 2.6  # or so much of the shorter sentence's words, whatever their order
_IN_ORDER = 0.4  # of what two sentences share, at least so much in one run: words that merely recur are no passage
_APART = 0.3  # what each word that stands alone costs an alignment
_LIGHTEST = 0.3  # words that weigh less bring no two sentences together
_LONGEST = 80  # words of a piece that is aligned: a longer sentence is cut, so that no text takes long
_NEAREST = 3  # sentences of another note that one is aligned with


@dataclass(frozen=True, slots=True)
class SamePassage:
    """A passage of one note, `here`, and its like in another, `there`: spans, end not included."""

    here: tuple[int, int]
    there: tuple[int, int]
    weight: float


@dataclass(frozen=True, slots=True, eq=False)
class _Weighed:
    """A sentence as far as sharing it would tell: words and weights (names, courtesies: nothing)."""

    line: Line
    words: tuple[Word, ...]
    weights: tuple[float, ...]
    weight: float
    stems: tuple[str, ...]
    by_stem: dict[str, float]


def passages_of_both(
    note: Reading, other: Reading, words: SubstanceWords, shared: frozenset[str] = frozenset()
) -> tuple[SamePassage, ...]:
    """The passages that two notes share, in the order of the first. `shared`: stems of facts that everyone was told."""
    found = (passage for _, _, passage in same_among((note, other), words, shared))
    return tuple(sorted(found, key=lambda passage: passage.here))


def same_among(
    notes: Sequence[Reading], words: SubstanceWords, shared: frozenset[str] = frozenset()
) -> Iterator[tuple[int, int, SamePassage]]:
    """Every passage that two of many notes share, with the places of both notes: (first, second, passage).

    Sentences meet through the words that they share, so notes with nothing in common cost nothing.
    """
    lines = [(place, line) for place, note in enumerate(notes) for line in _weighed(note, words, shared)]
    for one, other, bag in _nearest(lines, _meetings(lines)):
        passage = _passage(lines[one][1], lines[other][1], bag)
        if passage:
            yield lines[one][0], lines[other][0], passage


def _nearest(
    lines: Sequence[tuple[int, _Weighed]], met: Mapping[tuple[int, int], float]
) -> Iterator[tuple[int, int, float]]:
    """For each sentence and each other note, the sentences that share most with it."""
    by_note: defaultdict[tuple[int, int], list[tuple[float, int]]] = defaultdict(list)
    for (one, other), bag in met.items():
        by_note[one, lines[other][0]].append((bag, other))
    for (one, _), others in by_note.items():
        for bag, other in nlargest(_NEAREST, others):
            yield one, other, bag


@lru_cache(maxsize=512)
def _weighed(note: Reading, words: SubstanceWords, shared: frozenset[str]) -> tuple[_Weighed, ...]:
    stock = stock_in(note, words)
    return tuple(
        _weighed_piece(line, line.solid[at : at + _LONGEST], stock.words, shared, words)
        for line in note.body
        if line not in stock.empty
        for at in range(0, len(line.solid), _LONGEST)
    )


def _weighed_piece(
    line: Line, solid: tuple[Word, ...], stock: frozenset[Word], shared: frozenset[str], words: SubstanceWords
) -> _Weighed:
    weights = tuple(0.0 if word in stock or word.stem in shared else _weight(word, words) for word in solid)
    stems = tuple(word.stem for word in solid)
    table = {stem: weight for stem, weight in zip(stems, weights, strict=True) if weight >= _LIGHTEST}
    return _Weighed(line, solid, weights, sum(weights), stems, table)


def _weight(word: Word, words: SubstanceWords) -> float:
    if word.matter:
        return min(1.5, max(0.3, (6.6 - word.zipf) / 2))
    if word.named or "<here>" in word.keys:
        return 0.0
    return 0.3 if word.stem in words.everybodys else 0.15


def _meetings(lines: Sequence[tuple[int, _Weighed]]) -> dict[tuple[int, int], float]:
    """Pairs of sentences from different notes → the weight of the words that they share."""
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, (_, line) in enumerate(lines):
        for stem in line.by_stem:
            holders[stem].append(index)
    met: defaultdict[tuple[int, int], float] = defaultdict(float)
    for stem, indices in holders.items():
        for at, one in enumerate(indices):
            place, line = lines[one]
            weight = line.by_stem[stem]
            for other in indices[at + 1 :]:
                if lines[other][0] != place:
                    met[one, other] += weight
    return {pair: weight for pair, weight in met.items() if weight >= _RUN_SHARED}


def _passage(one: _Weighed, other: _Weighed, bag: float) -> SamePassage | None:
    if one.stems == other.stems:
        return SamePassage((one.line.start, one.line.end), (other.line.start, other.line.end), bag)
    light = min(one.weight, other.weight)
    score, run, here, there = _aligned(one, other)
    in_order = score >= _IN_ORDER * bag
    if bag >= _SHARED_WEIGHT and bag >= _SHARED_PART * light and in_order:
        return SamePassage(_sentence(one, here), _sentence(other, there), bag)
    if bag >= _ALIKE_WEIGHT and _alike(one, other) >= _ALIKE:
        return SamePassage((one.line.start, one.line.end), (other.line.start, other.line.end), bag)
    if score >= _RUN_WEIGHT or (run >= _RUN_WORDS and bag >= max(_RUN_SHARED, _RUN_PART * light)):
        return SamePassage(_sentence(one, here), _sentence(other, there), score)
    return None


def _alike(one: _Weighed, other: _Weighed) -> float:
    """How much of the shorter sentence's words stands in the other too, clauses turned round or not."""
    mine, theirs = set(one.stems), set(other.stems)
    return len(mine & theirs) / max(1, min(len(mine), len(theirs)))


def _sentence(line: _Weighed, run: tuple[int, int]) -> tuple[int, int]:
    """The whole sentence where the run makes most of it, else the run."""
    first, last = run
    if sum(line.weights[first:last]) >= 0.5 * line.weight:
        return line.line.start, line.line.end
    return line.words[first].start, line.words[last - 1].end


_Cell = tuple[float, int, int, int]  # score, words in common, where the run begins in each sentence


def _aligned(one: _Weighed, other: _Weighed) -> tuple[float, int, tuple[int, int], tuple[int, int]]:
    """The best local alignment (Smith and Waterman 1981) of two sentences: score, words in common, the run in each."""
    best, ends = (0.0, 0, 0, 0), (0, 0)
    above: list[_Cell] = [(0.0, 0, 0, j) for j in range(len(other.words) + 1)]
    for i, (mine, weight) in enumerate(zip(one.stems, one.weights, strict=True), 1):
        row: list[_Cell] = [(0.0, 0, i, 0)]
        for j, stem in enumerate(other.stems, 1):
            if mine == stem:
                score, words, a, b = above[j - 1]
                cell = (score + weight, words + 1, a, b)
            else:
                score, words, a, b = max(above[j - 1], above[j], row[j - 1])
                cell = (score - _APART, words, a, b) if score > _APART else (0.0, 0, i, j)
            row.append(cell)
            if cell > best:
                best, ends = cell, (i, j)
        above = row
    score, words, a, b = best
    return score, words, (a, ends[0]), (b, ends[1])


def joined(passages: Iterable[SamePassage], text: str) -> tuple[SamePassage, ...]:
    """Passages that touch or overlap in this note as one; `text` is this note's."""
    result: list[SamePassage] = []
    for passage in sorted(passages, key=lambda p: (p.here, p.there)):
        last = result[-1] if result else None
        if last and (passage.here[0] <= last.here[1] or not text[last.here[1] : passage.here[0]].strip()):
            here = (last.here[0], max(last.here[1], passage.here[1]))
            there = (min(last.there[0], passage.there[0]), max(last.there[1], passage.there[1]))
            result[-1] = SamePassage(here, there, last.weight + passage.weight)
        else:
            result.append(passage)
    return tuple(result)
