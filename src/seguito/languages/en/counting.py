"""Nouns that are counted, and how many they are."""

from seguito.core.looks.language.prose import Token
from seguito.languages.en.grammar import (
    group,
    is_plural,
    may_be,
    words,
)

MEASURED_BY = group("time_units") | words(
    "mile miles metres meters kilometres kilometers foot inch pounds euros dollars"
)


def is_plural_here(noun: Token) -> bool:
    """A plural, and no verb (“this means”, “this works”)."""
    if not is_plural(noun) or noun.word in group("collectives"):
        return False
    return not may_be(noun, "z", "v") or (noun.tag in {"NOUN", ""} and noun.word not in words("means works helps"))
