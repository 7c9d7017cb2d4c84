"""Having dictionaries and rules at hand before somebody waits for them."""

from collections.abc import Iterable

from seguito.actions.looks import three_looks
from seguito.core.looks.context import Context

_ANY_WORDS = "Dear Anna, thank you.\n\nCara Anna, grazie.\n"


def warm_up(languages: Iterable[str]) -> None:
    """Load what the three looks read, once, by letting them read a line."""
    for language in languages:
        three_looks(_ANY_WORDS, language, Context(), frozenset())
