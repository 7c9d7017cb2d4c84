"""Every way in which a note may write the name of a house."""

import unicodedata
from collections.abc import Iterable, Iterator

from seguito.core.folding import folded
from seguito.core.looks.names.tokens import name_words
from seguito.core.looks.names.words import NameWords, is_common


def with_either_and(name: str, words: NameWords) -> Iterator[str]:
    """`Harrow & Pine` is also Harrow and Pine; `Lanfranchi e Associati` also Lanfranchi & Associati."""
    yield name
    if "&" in name:
        yield from (" ".join(name.replace("&", f" {word} ").split()) for word in sorted(words.joins - {"&"}))
    else:
        joined = ["&" if folded(word) in words.joins else word for word in name.split()]
        if "&" in joined:
            yield " ".join(joined)


def with_other_dots(name: str, words: NameWords) -> Iterator[str]:
    """`Brezza S.r.l.` is also Brezza Srl, and the other way round; a Co-operative is a Cooperative."""
    solid = [
        word.replace("-", "") if folded(word.replace("-", "")) in words.house.nouns else word for word in name.split()
    ]
    if " ".join(solid) != " ".join(name.split()):
        yield " ".join(solid)
    *house, legal = name.split() or [""]
    letters = legal.replace(".", "")
    if house and folded(letters) in words.house.legal:
        yield " ".join((*house, letters if letters != legal else ".".join(letters) + "."))


def parts_of_house(name: str, words: NameWords) -> Iterator[str]:
    """Every stretch of the name that begins and ends with a word of weight: `Halden`, `Lanfranchi e Associati`.

    A legal form is whole or not at all: no stretch ends with its first letters.
    """
    *house, tail = unicodedata.normalize("NFC", name).split() or [""]
    name = " ".join(house if house and folded(tail.replace(".", "")) in words.house.legal else (*house, tail))
    tokens = name_words(name)[:8]
    for first in range(len(tokens)):
        for last in range(len(tokens) - 1, first - 1, -1):
            if tokens[first].fold not in words.articles and tokens[last].fold not in words.articles:
                yield name[tokens[first].start : tokens[last].end]
    initials = "".join(token.word[0] for token in tokens if token.fold not in words.articles | words.house.legal)
    if len(initials) > 1:
        yield initials.upper()


def without_its_kind(name: str, words: NameWords) -> Iterator[str]:
    """`Harbour House` of Harbour House Books: at least two words, the last of them with a capital."""
    tokens = name_words(name)
    kinds = words.house.nouns | words.house.legal
    if len(tokens) > 2 and tokens[-1].fold in kinds and tokens[-2].capital and tokens[0].fold not in words.articles:
        short = unicodedata.normalize("NFC", name)[: tokens[-2].end]
        if folded(short) not in words.places:
            yield short


def particular(name: str, words: NameWords) -> Iterable[str]:
    """The words by which a house is known alone: neither a kind of house nor an ordinary word nor a place."""
    tokens = name_words(name)
    if len(tokens) < 2:
        return ()
    common = words.house.nouns | words.house.legal | words.role.nouns | words.articles
    return tuple(
        token.word
        for token in tokens
        if token.capital and len(token.fold) > 3 and token.fold not in common and not is_common(token.fold, words)
    )
