"""How far a clause goes, and whether it has a verb."""

from collections.abc import Sequence

from seguito.core.looks.language.prose import Kind, Token
from seguito.languages.en.grammar import group, is_adverb, may_be, words

DETERMINED = group("articles", "possessives", "demonstratives", "objects") | words("all each every some it")


def is_plain(tokens: Sequence[Token]) -> bool:
    """A bare subject so far: no verb, no other clause."""
    return not any(is_verb(t) or t.word in group("conjunctions", "wh_words") | {"that"} for t in tokens)


def is_verb(token: Token) -> bool:
    """A verb that can carry a clause."""
    if token.word in group("be", "have", "do", "modals"):
        return token.text != "May"
    return token.tag == "VERB" and may_be(token, "d", "z", "v") and not is_adverb(token)


def clause_after(tokens: Sequence[Token], index: int) -> list[Token]:
    """What follows up to the next mark or conjunction."""
    clause: list[Token] = []
    for token in tokens[index + 1 :]:
        if token.kind is Kind.MARK or token.word in words("and but or because that which who when while if than"):
            break
        clause.append(token)
    return clause


def has_verb(tokens: Sequence[Token]) -> bool:
    return any(is_verb(token) for token in tokens)
