"""Rules of every language: words that stand twice."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from seguito.core.looks.language.prose import Hit, Prose, Token
from seguito.core.looks.language.record import note_rule

_LITTLE = 3  # letters of “the”, “of”, “di”


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
    """A word, or two little ones, said again with nothing but space between.

    Names may double, and so may what the language allows; longer pairs are idioms (door to door to).
    """
    tokens, skip_to = prose.tokens, 0
    for index, token in enumerate(tokens[:-1]):
        if index < skip_to:
            continue
        following = tokens[index + 1]
        if token.word == following.word:
            if _may_not_double(prose, token, following) and _touch(prose, tokens[index : index + 2]):
                yield Hit(token.start, following.end, (token.text,))
                skip_to = index + 2
        elif (
            index + 3 < len(tokens)
            and token.word == tokens[index + 2].word
            and following.word == tokens[index + 3].word
        ):
            little = (
                min(len(token.word), len(following.word)) > 1 and max(len(token.word), len(following.word)) <= _LITTLE
            )
            if little and _touch(prose, tokens[index : index + 4]):
                yield Hit(token.start, tokens[index + 3].end, (prose.text[token.start : following.end],))
                skip_to = index + 4


def _may_not_double(prose: Prose, token: Token, again: Token) -> bool:
    if not (token.is_word and again.is_word) or (token.capitalised and again.capitalised):
        return False
    return token.word not in prose.writing.may_double


def _touch(prose: Prose, run: Sequence[Token]) -> bool:
    """Nothing but space between them."""
    return all(prose.plain[a.end : b.start].isspace() for a, b in pairwise(run))
