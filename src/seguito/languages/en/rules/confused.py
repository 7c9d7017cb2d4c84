"""Words that sound or look alike, told apart by the words beside them: the rows of `confused.toml`."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import group, may_be, words

_CLASSES = {
    "@subject": words("i we you he she they it who"),
    "@object": group("articles", "possessives", "demonstratives", "objects"),
    "@det": group("articles", "possessives", "demonstratives"),
    "@be": group("be"),
    "@modal": group("modals"),
    "@prep": group("prepositions"),
    "@conj": group("conjunctions"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One pair and its neighbours; an empty set of neighbours allows any."""

    better: str
    before: frozenset[str]
    behind: frozenset[str]
    earlier: frozenset[str]

    def fits(self, tokens: Sequence[Token], index: int) -> bool:
        return (
            _is_one_of(tokens, index - 1, self.before)
            and _is_one_of(tokens, index + 1, self.behind)
            and _is_one_of(tokens, index - 2, self.earlier)
        )


@lru_cache(maxsize=1)
def _told() -> tuple[Mapping[str, str], ...]:
    with (Path(__file__).parent.parent / "confused.toml").open("rb") as file:
        return tuple(tomllib.load(file)["rows"])


@lru_cache(maxsize=1)
def _rows() -> dict[str, tuple[Row, ...]]:
    """The rows by the word that stands there."""
    found: dict[str, tuple[Row, ...]] = {}
    for told in _told():
        row = Row(told["better"], *(_spread(told.get(side, "")) for side in ("before", "behind", "earlier")))
        found[told["word"]] = (*found.get(told["word"], ()), row)
    return found


def _spread(listed: str) -> frozenset[str]:
    names = listed.split()
    return frozenset(names).union(*(_CLASSES[name] for name in names if name in _CLASSES))


@rule(
    "CONFUSED_WORD",
    severity="stop",
    says={
        "en": "Two words that sound or look alike: here “{better}” seems to be meant.",
        "it": "Due parole che si somigliano: qui sembra voler dire «{better}».",
    },
    wrong=[[told["wrong"], told["mended"]] for told in _told()],
    right=[told["right"] for told in _told()],
)
def confused_word(sentence: Sentence) -> Iterator[Hit]:
    rows = _rows()
    if rows.keys().isdisjoint(sentence.words):
        return
    for index, token in enumerate(sentence.tokens):
        for row in rows.get(token.word, ()):
            if token.kind is Kind.WORD and row.fits(sentence.tokens, index):
                yield sentence.hit(token, token, row.better)
                break


def _is_one_of(tokens: Sequence[Token], at: int, allowed: frozenset[str]) -> bool:
    """Whether the token there is one of the words, or of one of the classes that its reading decides."""
    if not allowed:
        return True
    if not 0 <= at < len(tokens):
        return at < 0 and "@start" in allowed
    token = tokens[at]
    if token.word in allowed or (token.kind is Kind.MARK and token.text not in "“\"'‘(" and "@mark" in allowed):
        return True
    if "@name" in allowed and (token.kind is Kind.NAME or token.capitalised):
        return True
    return (
        ("@noun" in allowed and may_be(token, "n", "p"))
        or ("@plural" in allowed and may_be(token, "p"))
        or ("@participle" in allowed and may_be(token, "h"))
    )
