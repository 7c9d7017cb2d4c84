"""Whether a possessive or “you are” and “it is” stands before these words."""

from collections.abc import Sequence

from seguito.core.looks.language.prose import Kind, Token
from seguito.languages.en.grammar import (
    back_over_adverbs,
    group,
    is_adverb,
    is_noun,
    is_only,
    may_be,
    next_word,
    predicates,
    words,
)

# Behind “it is”, “you are” and so on, never behind a possessive.
AFTER_BE = frozenset("a an the been because going my our his her that what why how where when who got".split())


def is_predicate(tokens: Sequence[Token], index: int) -> bool:
    """What stands behind the possessive says something of a subject."""
    follows = tokens[index + 1 : index + 3]
    before = tokens[index - 1].word if index else ""
    if not follows or (before in group("prepositions") and follows[0].word != "a"):
        return False
    if follows[0].text in AFTER_BE:
        return len(follows) < 2 or follows[1].word not in words("priori posteriori")
    if len(follows) < 2:
        return False
    if follows[0].word in words("not much far") or (is_adverb(follows[0]) and follows[0].word != "only"):
        return follows[1].is_word and not bears_noun(follows[1], tokens, index + 3)
    if is_plain_adjective(*follows):
        return True
    if is_only(follows[0], "g") and follows[1].word in group("determiners", "numbers", "objects", "prepositions"):
        return begins_clause(tokens, index, follows[0]) and tokens[index].word != "its"
    return says_of_subject(*follows) and begins_clause(tokens, index, follows[0])


def is_plain_adjective(word: Token, after: Token) -> bool:
    """“your unable to”, “its interesting, I know”: an adjective and nothing else, with no noun behind it."""
    if not is_only(word, "j") or word.word in group("stand_alone"):
        return False
    return after.word in group("prepositions", "conjunctions") - {"and", "or", "but"} or after.text in {
        ".",
        ",",
        "!",
        "?",
    }


def bears_noun(token: Token, tokens: Sequence[Token], index: int) -> bool:
    """“their very kind porter”, “their very name”: a noun behind the adverb, with its adjectives or alone."""
    if may_be(token, "j", "jr", "js", "h", "g") and index < len(tokens):
        following = tokens[index]
        if following.kind is Kind.NAME or may_be(following, "n", "p", "j"):
            return True
    return token.tag == "NOUN" and may_be(token, "n", "p")


def says_of_subject(word: Token, after: Token) -> bool:
    return after.word in predicates().get(word.word, ())


def begins_clause(tokens: Sequence[Token], index: int, follows: Token) -> bool:
    """An -ing word behind a possessive may be a noun (“your leaving the firm”), unless a clause begins here."""
    if not may_be(follows, "g", "n") or tokens[index].word == "whose":
        return True
    at = back_over_adverbs(tokens, index)
    return (
        at < 0 or tokens[at].kind is Kind.MARK or tokens[at].word in group("takes_clause", "conjunctions", "wh_words")
    )


def needs_possessive(tokens: Sequence[Token], index: int) -> bool:
    """A noun behind, and something before that takes an object: “has outgrown it's bay”, “of they're mugs”."""
    following = next_word(tokens, index)
    if following is None or not following.is_word:
        return False
    if following.word == "own":
        return True
    before = tokens[index - 1] if index else None
    if before is None or not before.is_word:
        return owns_subject(tokens, index)
    if before.word in group("takes_clause", "be", "modals", "have") or not is_owned(tokens, index):
        return False
    return before.word in group("prepositions", "objects") or (
        may_be(before, "v", "d", "z", "g", "h")
        and (
            before.tag in {"VERB", ""}
            or (index > 1 and (tokens[index - 2].word in group("subjects") or is_noun(tokens[index - 2])))
        )
    )


def is_owned(tokens: Sequence[Token], index: int) -> bool:
    """A bare noun, with or without an adjective before it, that can't be said of anybody."""
    follows = tokens[index + 1 : index + 3]
    if len(follows) < 2 or follows[0].word in group("said_of_people") or follows[0].word in predicates():
        return False
    if is_only(follows[0], "n", "p", "v", "z", "d"):
        return may_be(follows[0], "n", "p")
    describes = may_be(follows[0], "j", "js", "g") if tokens[index].word == "it's" else may_be(follows[0], "j", "js")
    return describes and is_noun(follows[1])


def owns_subject(tokens: Sequence[Token], index: int) -> bool:
    """“It's staff were kind”: a noun and its own verb behind."""
    follows = tokens[index + 1 : index + 3]
    return len(follows) == 2 and is_only(follows[0], "n", "p") and follows[1].word in group("be", "have")
