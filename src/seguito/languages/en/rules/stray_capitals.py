"""A capital inside an ordinary word."""

from collections.abc import Iterator

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule
from seguito.core.looks.language.stray_capitals import stray_capitals
from seguito.languages.en.grammar import is_function_word
from seguito.languages.en.lexicon import word


@rule(
    "STRAY_CAPITAL",
    severity="stop",
    says={"en": "A capital strayed into this word: “{better}”.", "it": "Una maiuscola fuori posto: «{better}»."},
    wrong=[
        ["THe tour was long.", "The tour was long."],
        ["I liked the toUr.", "I liked the tour."],
        ["I met thE baker.", "I met the baker."],
    ],
    right=["We spoke of GitHub, McKinsey, eBay and the iPhone.", "My PhD, the MSc, two IDs and the DIY shelf."],
)
def stray_capital(sentence: Sentence) -> Iterator[Hit]:
    yield from stray_capitals(sentence, _is_ordinary)


def _is_ordinary(text: str) -> bool:
    return is_function_word(text.lower()) or bool(word(text.lower()).readings)
