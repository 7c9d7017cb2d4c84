"""How a note is signed."""

from collections.abc import Sequence
from itertools import pairwise

from seguito.core.looks.names.tokens import Token, new_paragraph
from seguito.core.looks.names.words import NameWords

_LINES_LOOKED_AT = 8  # from the end: below the name may stand a telephone, an address, a postscript
_LONGEST_CLOSING = 7  # words
_LONGEST_NAME = 6  # words


def signature_of(text: str, tokens: Sequence[Token], words: NameWords) -> range:
    """The words of the line after the closing formula, else of a last line that is but a name; else none."""
    starts = [n for n, token in enumerate(tokens) if n and "\n" in token.gap]
    lines = [range(a, b) for a, b in pairwise([*starts, len(tokens)])][-_LINES_LOOKED_AT:]
    for closing, name in pairwise(lines):
        if _closes(tokens, closing, words) and _is_name(text, tokens, name):
            return name
    if lines and _is_name(text, tokens, lines[-1]) and new_paragraph(tokens[lines[-1].start]):
        return lines[-1]
    return range(0)


def _closes(tokens: Sequence[Token], line: range, words: NameWords) -> bool:
    folds = [tokens[n].fold for n in line]
    if not 0 < len(folds) <= _LONGEST_CLOSING:
        return False
    return any(
        tuple(folds[a:b]) in words.closings.of
        for a in range(len(folds))
        for b in range(a + 1, min(a + 3, len(folds) + 1))
    )


def _is_name(text: str, tokens: Sequence[Token], line: range) -> bool:
    """A few words, each with a capital but for small particles, and no sign of a sentence among them."""
    read = [tokens[n] for n in line]
    if not 0 < len(read) <= _LONGEST_NAME or not read[0].capital:
        return False
    after = text[read[-1].end : read[-1].end + 1]
    return all((t.capital or len(t.fold) < 5) and not t.word.isdigit() for t in read) and after not in {"?", "!", ":"}
