"""What the rules of English ask about a word: closed classes, parts of speech, number, forms."""

import tomllib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from seguito.core.looks.language.prose import Kind, Token
from seguito.languages.en.lexicon import plural, verb, word


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in _tables().items() if isinstance(words, str)}


@lru_cache(maxsize=1)
def predicates() -> dict[str, frozenset[str]]:
    """What says something of a subject, with the words that follow it then."""
    return {word: frozenset(follows.split()) for word, follows in _tables()["predicates"].items()}


@lru_cache(maxsize=1)
def _tables() -> dict[str, Any]:
    with (Path(__file__).parent / "grammar.toml").open("rb") as file:
        return tomllib.load(file)


@lru_cache(maxsize=512)
def group(*names: str) -> frozenset[str]:
    """The words of one or several closed classes of `grammar.toml`."""
    return frozenset().union(*(_groups()[name] for name in names))


@lru_cache(maxsize=512)
def words(listed: str) -> frozenset[str]:
    """A few words that only one rule needs, as they stand there."""
    return frozenset(listed.split())


@lru_cache(maxsize=4096)
def is_function_word(form: str) -> bool:
    """Whether the word belongs to a closed class, whatever else the lexicon thinks it could be."""
    return form in group(
        "subjects", "objects", "determiners", "modals", "be", "have", "do", "prepositions", "conjunctions", "wh_words",
        "small_adverbs",
    )  # fmt: skip


def may_be(token: Token, *tags: str) -> bool:
    """Whether the lexicon allows one of these readings; function words have none."""
    return token.kind is Kind.WORD and not is_function_word(token.word) and word(token.word).may_be(*tags)


def is_only(token: Token, *tags: str) -> bool:
    """Whether the lexicon allows these readings alone."""
    return token.kind is Kind.WORD and not is_function_word(token.word) and word(token.word).is_only(*tags)


def is_noun(token: Token) -> bool:
    """A noun here, as far as lexicon and tagger agree."""
    if token.kind is Kind.NAME:
        return True
    if not may_be(token, "n", "p"):
        return token.tag in {"NOUN", "PROPN"} and token.is_word and not is_function_word(token.word)
    return is_only(token, "n", "p") or token.tag in {"NOUN", "PROPN", ""}


def is_adjective(token: Token) -> bool:
    """An adjective here, or a word that only could be one."""
    if not may_be(token, "j", "jr", "js"):
        return False
    return is_only(token, "j", "jr", "js", "r", "rr", "rs") or token.tag == "ADJ"


def is_adverb(token: Token) -> bool:
    if token.word in group("small_adverbs"):
        return True
    return token.word.endswith("ly") and may_be(token, "r") and not may_be(token, "j", "n", "v")


def is_singular(token: Token) -> bool:
    """A noun that is singular whatever it means."""
    return may_be(token, "n") and not word(token.word).may_be("p")


def is_plural(token: Token) -> bool:
    """A noun that is plural whatever it means."""
    return may_be(token, "p") and not word(token.word).may_be("n")


def is_base_verb(token: Token) -> bool:
    return may_be(token, "v") and not word(token.word).may_be("d", "z", "g")


def base_of(form: str, *tags: str) -> str:
    """The base of a verb's form, or empty."""
    return word(form).lemma(*(tags or ("v", "d", "h", "g", "z")))


def ing_of(base: str) -> str:
    """meet → meeting; empty for what is no verb."""
    if base == "be":
        return "being"
    forms = verb(base)
    return forms.ing if forms else ""


def past_of(base: str) -> str:
    if base == "be":
        return "was"
    forms = verb(base)
    return forms.past if forms else ""


def participle_of(base: str) -> str:
    if base == "be":
        return "been"
    forms = verb(base)
    return (forms.participle or forms.past) if forms else ""


def third_of(base: str) -> str:
    irregular = {"be": "is", "have": "has", "do": "does", "go": "goes"}
    if base in irregular:
        return irregular[base]
    forms = verb(base)
    return forms.third if forms else ""


def plural_of(noun: str) -> str:
    return plural(noun)


def singular_of(form: str) -> str:
    return word(form).lemma("p")


def next_word(tokens: Sequence[Token], index: int) -> Token | None:
    """The token behind, or None at the end."""
    return tokens[index + 1] if index + 1 < len(tokens) else None


def back_over_adverbs(tokens: Sequence[Token], index: int) -> int:
    """The place of the nearest token before `index` that is no adverb; -1 when there is none."""
    index -= 1
    while index >= 0 and is_adverb(tokens[index]):
        index -= 1
    return index
