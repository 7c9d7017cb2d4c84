"""Which language a text is written in, told by its small words."""

import re
from collections.abc import Collection, Mapping

from seguito.core.folding import folded

_WORD = re.compile(r"[^\W\d_]+")
_MOST = 4000  # characters: the language of a text shows in its beginning
_SHARE = 1.5  # how many times more words the likeliest language must have than the next


def which_language(text: str, words_by_language: Mapping[str, Collection[str]]) -> str | None:
    """The id of the language whose small words the text uses; None when it has none, or those of several alike.

    `words_by_language`: folded small words; one that two languages share ("in", "a", "me") tells nothing.
    """
    said = [folded(word) for word in _WORD.findall(text[:_MOST])]
    counts = {
        language: sum(word in words and _told_by_one(word, words_by_language) for word in said)
        for language, words in words_by_language.items()
    }
    ranked = sorted(counts.items(), key=lambda item: -item[1])
    if not ranked or ranked[0][1] == 0:
        return None
    if len(ranked) > 1 and ranked[0][1] < ranked[1][1] * _SHARE:
        return None
    return ranked[0][0]


def _told_by_one(word: str, words_by_language: Mapping[str, Collection[str]]) -> bool:
    return sum(word in words for words in words_by_language.values()) == 1
