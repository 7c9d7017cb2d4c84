"""The indefinite article: it follows the sound of the next word, not its letter."""

from collections.abc import Iterator
from itertools import pairwise

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.languages.rules import rule

_SILENT_H = ("hour", "honest", "honour", "honor", "heir", "herb's")
_SOUNDS_LIKE_YOU = ("uni", "use", "usu", "user", "util", "ubiq", "uro", "eu", "ew", "one", "once", "u-", "ufo")
_BUT_NOT = ("unin", "unim", "unid", "unil", "oneir")


@rule(
    "A_AN",
    severity="stop",
    says={
        "en": "“{better}”: the article follows the sound of the next word.",
        "it": "«{better}»: l'articolo segue il suono della parola dopo.",
    },
    wrong=[["I stayed for a hour.", "I stayed for an hour."], ["It is an European firm.", "It is a European firm."]],
    right=["I stayed for an hour in a European firm.", "She has an MBA and a one-year-old."],
)
def a_or_an(sentence: Sentence) -> Iterator[Hit]:
    for article, following in pairwise(sentence.tokens):
        if article.word in {"a", "an"} and following.is_word and not following.text.isupper():
            right = "an" if _begins_with_a_vowel(following.word) else "a"
            if right != article.word:
                yield sentence.hit(article, following, f"{right} {following.text}")


def _begins_with_a_vowel(word: str) -> bool:
    if word.startswith(_SILENT_H):
        return True
    if word.startswith(_SOUNDS_LIKE_YOU) and not word.startswith(_BUT_NOT):
        return False
    return word[0] in "aeiou"
