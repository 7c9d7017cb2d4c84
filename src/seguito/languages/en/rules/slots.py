"""Words that the place they stand in cannot want, as far as the words around it say: the rows of `slot_pairs.toml`."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from seguito.core.looks.language.prose import Hit, Kind, Sentence, Token
from seguito.core.looks.language.record import rule
from seguito.languages.en.grammar import next_word, words
from seguito.languages.en.slots import leaning

_SLIP = re.compile(r"\[([^|\]]+)\|([^\]]+)\]")
_FEWEST = 4  # tokens of a sentence that say enough
_NEAR = 3  # tokens that a place is judged by, on either side


@dataclass(frozen=True, slots=True)
class Pair:
    """A word that stands for another, with the parts of speech of both and their shares."""

    better: str
    own: Mapping[str, float]
    wanted: Mapping[str, float]
    at_least: float
    unless: frozenset[str]

    def excess(self, sentence: Sentence, index: int) -> float:
        """How much further than it must the place leans towards the other; below 0: not far enough."""
        following = next_word(sentence.tokens, index)
        if following is not None and following.word in self.unless:
            return -1.0
        return leaning(sentence.tokens, index, self.wanted, self.own) - self.at_least


@lru_cache(maxsize=1)
def _told() -> tuple[Mapping[str, Any], ...]:
    with (Path(__file__).parent.parent / "slot_pairs.toml").open("rb") as file:
        return tuple(tomllib.load(file)["rows"])


@lru_cache(maxsize=1)
def _pairs() -> dict[str, tuple[Pair, ...]]:
    """The pairs by the word that stands there."""
    found: dict[str, tuple[Pair, ...]] = {}
    for told in _told():
        unless = words(told.get("unless", ""))
        pair = Pair(told["better"], _parts(told["is"]), _parts(told["wants"]), told["at_least"] / 10, unless)
        found[told["word"]] = (*found.get(told["word"], ()), pair)
    return found


def _parts(listed: str) -> dict[str, float]:
    shares = {name: float(share or 1) for name, _, share in (part.partition(":") for part in listed.split())}
    return {name: share / sum(shares.values()) for name, share in shares.items()}


@rule(
    "WORD_IN_ITS_PLACE",
    severity="ask",
    says={
        "en": "Two words that are easily confused: here “{better}” seems to be meant.",
        "it": "Due parole che si confondono facilmente: qui sembra voler dire «{better}».",
    },
    wrong=[[_SLIP.sub(r"\1", told["wrong"]), _SLIP.sub(r"\2", told["wrong"])] for told in _told()],
    right=[
        "The effect was quite quiet, and your advice is that we lose no breath over it.",
        "They passed us in the past; there they're proud of their site.",
    ],
)
def word_in_its_place(sentence: Sentence) -> Iterator[Hit]:
    pairs = _pairs()
    if len(sentence.tokens) < _FEWEST or pairs.keys().isdisjoint(sentence.words):
        return
    found = [
        (excess, index, pair.better)
        for index, token in enumerate(sentence.tokens)
        if token.word in pairs and _is_plain(token, index)
        for pair in pairs[token.word]
        if (excess := pair.excess(sentence, index)) >= 0
    ]
    for excess, index, better in found:
        if not any(abs(index - at) <= _NEAR and excess < more for more, at, _ in found):  # one slip blurs what is near
            yield sentence.hit(sentence.tokens[index], sentence.tokens[index], better)


def _is_plain(token: Token, index: int) -> bool:
    """No name and no acronym: small letters, or the first word of the sentence."""
    return token.kind is Kind.WORD and (token.text.islower() or (index == 0 and token.text[1:].islower()))
