"""How English verbs stand in a sentence: what an auxiliary governs, and whether a word is a verb here."""

from collections.abc import Iterator, Sequence

from seguito.core.looks.language.prose import Kind, Token
from seguito.languages.en.grammar import group, is_adverb, is_base_verb, is_only, may_be, words

OBJECT_BEGINS = group("articles", "possessives", "objects", "demonstratives") | words("that some any what how why")

PRONOUNS = words("i we he she they you")

PEOPLE = words("i you we he she i'm you're we're he's she's people who they're")

# Nouns too, but verbs when an object follows: “for show me”, “of take the time”.
_ACTS = words(
    "take show make help have let share answer visit start call change use offer say give find see meet keep try ask"
    " tell read lead support review study finish"
)


def heads(tokens: Sequence[Token], auxiliaries: frozenset[str]) -> Iterator[tuple[int, int]]:
    """The place of each auxiliary and of what follows it, adverbs and “not” passed over."""
    for index, token in enumerate(tokens):
        if token.word not in auxiliaries or token.kind is not Kind.WORD:
            continue
        at = index + 1
        while at < len(tokens) and (
            (is_adverb(tokens[at]) and not may_be(tokens[at], "v")) or tokens[at].word in {"not", "never"}
        ):
            at += 1
        if at < len(tokens) and tokens[at].is_word:
            yield index, at


def is_inflected(token: Token) -> bool:
    """Past or third person, and no base form, adjective or plural noun here."""
    if token.kind is not Kind.WORD or not is_only(token, "d", "h", "z", "p") or not may_be(token, "d", "h", "z"):
        return False
    return not may_be(token, "p") or token.tag == "VERB"


def is_verb_here(form: Token, following: Token | None) -> bool:
    """A base form that acts: it is nothing but a verb, or has an object behind it that a noun can't have."""
    if following is None or not is_base_verb(form) or not form.text.islower() or form.word == "please":
        return False
    if form.word in words("say seem"):
        return following.word in OBJECT_BEGINS | words("goodbye hello yes no thank thanks")
    if is_only(form, "v"):
        return following.is_word
    return form.word in _ACTS and following.word in OBJECT_BEGINS - words("that how why")


def relative_before(tokens: Sequence[Token], index: int) -> bool:
    """“those who didn't left early”, “what they did helped”: the verb may belong to another clause."""
    return any(
        token.word in words("who which that what those whoever whatever") for token in tokens[max(0, index - 4) : index]
    )


def is_noun_like(tokens: Sequence[Token], index: int) -> bool:
    """“a can opened”, “the will left by him”, “one's own will overrides”: a noun that looks like a modal."""
    before = tokens[index - 1].word if index else ""
    return before in group("articles", "possessives") | words("own free good last no any some") or before.endswith("'s")
