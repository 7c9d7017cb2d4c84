"""Which form of a verb goes with one and which with several, and where neither is sure."""

from collections.abc import Sequence

from seguito.core.looks.language.prose import Kind, Token
from seguito.languages.en.grammar import (
    is_adverb,
    words,
)

TO_PLURAL = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
    "doesn't": "don't",
}
TO_SINGULAR = {plural: singular for singular, plural in TO_PLURAL.items()}
WISHES = words("if wish though as unless were suppose imagine")
ASKS_SUBJUNCTIVE = words(
    "suggest suggested insist insists insisted recommend recommended demand demanded propose proposed essential vital"
    " lest ask asked important necessary crucial"
)


def verb_place(tokens: Sequence[Token], index: int) -> int:
    """Where the verb of a pronoun stands: behind it, adverbs passed over; 0 when none does."""
    at = index + 1
    while at < len(tokens) and is_adverb(tokens[at]) and tokens[at].tag != "VERB":
        at += 1
    return at if at < len(tokens) and tokens[at].kind is Kind.WORD else 0
