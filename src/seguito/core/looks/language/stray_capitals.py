"""A capital where the finger stayed too long on the key, or came too early: `THe`, `complimentI`, `toUr`."""

import re
from collections.abc import Callable, Iterator

from seguito.core.looks.language.prose import Hit, Sentence

_STRAY = re.compile(r"[^\W\d_a-zà-ÿ]{2}[a-zà-ÿ]+|[^\W\d_][a-zà-ÿ]+[^\W\d_a-zà-ÿ]|[a-zà-ÿ]+[^\W\d_a-zà-ÿ][a-zà-ÿ]+")
_PLURAL = re.compile(r"[^\W\d_a-zà-ÿ]+s")  # IDs, PCs


def stray_capitals(sentence: Sentence, is_ordinary: Callable[[str], bool]) -> Iterator[Hit]:
    """Words with a capital inside that are ordinary in small letters; `iPhone` and `GitHub` are none.

    `is_ordinary`: whether the language has this word, as it is written here, in small letters.
    """
    for token in sentence.tokens:
        text = token.text
        if text.islower() or text.isupper() or not _STRAY.fullmatch(text) or _PLURAL.fullmatch(text):
            continue
        if is_ordinary(text):
            yield sentence.hit(token, token, text.capitalize() if text[0].isupper() else text.lower())
