"""Where a clause begins, and which verbs stand in it."""

from collections.abc import Sequence

from seguito.languages.it.phrases import JOINTS
from seguito.languages.it.words import Word

SUBORDINATES = JOINTS - {"e", "ed", "o", "né"}


def clause_start(read: Sequence[Word], index: int) -> int:
    """Where the clause of a word begins: after a mark, or at the word that joins it to another clause."""
    for word in reversed(read[:index]):
        if word.is_mark or word.form in SUBORDINATES:
            return word.index + 1
    return 0


def finite_before(read: Sequence[Word], start: int, index: int) -> list[Word]:
    """Words between two places that may be finite verbs, those right after an article or preposition left out."""
    return [word for word in read[start:index] if word.finite and not is_introduced(read, word.index)]


_INTRODUCERS = frozenset({"joined", "article", "determiner", "preposition", "numeral"})


def is_introduced(read: Sequence[Word], index: int) -> bool:
    """Whether the word before can only introduce a noun: no verb stands after del, un, mio, tre."""
    return index > 0 and bool(read[index - 1].kinds) and read[index - 1].kinds <= _INTRODUCERS
