"""How particular a note is: words that are uncommon, and that no other note has (T3.1, T3.4)."""

from collections.abc import Iterable

from seguito.core.looks.substance.reading import Line, Reading, Word
from seguito.core.looks.substance.stock import Stock

_EVERYDAY = 5.3  # Zipf value from which a word is too common to tell one note from another
_FULL = 1.3  # that much rarer, and it counts whole
_INFLECTED = 0.4  # a rare form of a common word is no rare word: so much below the commonest form, at most
_LEAST = 0.15  # of any word that not every such note holds: a plain tale has many of them, a formula few
_ABSTRACT = 0.3  # a word for a quality, an action, a manner: there is less to see in it
_OF_ME_ALONE = 0.5  # in a sentence about its author alone: a career is particular too, and says nothing of the talk


def particular_words(
    reading: Reading, stock: Stock, elsewhere: Iterable[Reading], praise: frozenset[Line]
) -> dict[str, tuple[Word, float]]:
    """Stem → the word and how much it counts (up to 1).

    Left out: stock phrases, sentences of self-praise, what stands in other notes too, what every such note speaks of.
    """
    others = {word.stem for other in elsewhere for word in other.words}
    found: dict[str, tuple[Word, float]] = {}
    for line in reading.body:
        if line in praise:
            continue
        part = _OF_ME_ALONE if _of_me_alone(line) else 1.0
        for word in line.words:
            if word.matter and word.stem not in others and word.stem not in found and word not in stock.words:
                found[word.stem] = (word, part * max(_LEAST, _rarity(word, line) * _sight(word, line)))
    return found


def _rarity(word: Word, line: Line) -> float:
    commonest = line.language.roots.get(word.stem, 0.0)
    return min(1.0, max(0.0, (_EVERYDAY - max(word.zipf, commonest - _INFLECTED)) / _FULL))


def _sight(word: Word, line: Line) -> float:
    return _ABSTRACT if word.form.endswith(line.language.abstract_endings) and not word.capital else 1.0


def _of_me_alone(line: Line) -> bool:
    classes = frozenset().union(*(word.keys for word in line.words))
    return "<me>" in classes and classes.isdisjoint({"<you>", "<here>"})


def particularity(found: dict[str, tuple[Word, float]]) -> float:
    """How many uncommon words a note has, half-common ones counted in part."""
    return sum(weight for _, weight in found.values())
