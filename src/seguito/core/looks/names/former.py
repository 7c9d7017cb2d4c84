"""Which names of other applications may stand in a note: of thousands, those alone that share its letters."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from seguito.core.looks.names.tokens import Token, name_words

LONGEST_SQUASH = 4  # words that one name may have been torn into


def mentioned(names: tuple[str, ...], tokens: Sequence[Token]) -> tuple[str, ...]:
    """Those of the names of which a word, or all the letters in a row, stand in the text; in their own order."""
    if not names:
        return ()
    index = _by_letters(names)
    found = {place for letters in _letters(tokens) for place in index.get(letters, ())}
    return tuple(names[place] for place in sorted(found))


@lru_cache(maxsize=8)
def _by_letters(names: tuple[str, ...]) -> Mapping[str, tuple[int, ...]]:
    """Each word of a name, and its last words in a row, to the places of the names that hold them.

    Kept between looks: all notes of an application are read against the same names of the others.
    """
    index: dict[str, list[int]] = defaultdict(list)
    for place, name in enumerate(names):
        folds = [token.fold for token in name_words(name)]
        endings = ("".join(folds[first:]) for first in range(len(folds)))
        for letters in {*folds, *endings}:
            index[letters].append(place)
    return {letters: tuple(places) for letters, places in index.items()}


def _letters(tokens: Sequence[Token]) -> Iterator[str]:
    """Every word of the text, and up to four in a row as one."""
    for first in range(len(tokens)):
        squashed = ""
        for token in tokens[first : first + LONGEST_SQUASH]:
            squashed += token.fold
            yield squashed
