"""Rules of every language: words that stand twice."""

from collections.abc import Iterator
from itertools import pairwise

from seguito.core.looks.language.prose import Hit, Prose, Token
from seguito.core.looks.language.record import note_rule


@note_rule(
    "DOUBLED_WORD",
    severity="stop",
    says={"en": "“{quote}” stands twice.", "it": "«{quote}» è scritto due volte."},
    wrong=[
        ["I still have the the smell of ink.", "I still have the smell of ink."],
        ["It was full of the of the light.", "It was full of the light."],
        ["I went to\nto the hall.", "I went to the hall."],
    ],
    right=["I had had that coat for years.", "It was very, very cold in Walla Walla."],
)
def doubled_word(prose: Prose) -> Iterator[Hit]:
    """One or two words said again, with nothing but space between; names may double, and what the language allows."""
    tokens, skip_to = prose.tokens, 0
    for index, token in enumerate(tokens):
        if index < skip_to:
            continue
        for length in (2, 1):
            first, again = tokens[index : index + length], tokens[index + length : index + 2 * length]
            if _repeats(prose, first, again):
                yield Hit(token.start, again[-1].end, (prose.text[token.start : first[-1].end],))
                skip_to = index + 2 * length
                break


def _repeats(prose: Prose, first: tuple[Token, ...], again: tuple[Token, ...]) -> bool:
    if len(again) < len(first) or [t.word for t in first] != [t.word for t in again]:
        return False
    run = (*first, *again)
    if not all(token.is_word for token in run):
        return False
    if any(prose.plain[a.end : b.start].strip() or a.end == b.start for a, b in pairwise(run)):
        return False
    if len(first) == 1 and (
        first[0].word in prose.writing.may_double or (first[0].capitalised and again[0].capitalised)
    ):
        return False
    return len(first) == 1 or first[0].word != first[1].word
