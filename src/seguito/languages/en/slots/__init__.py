"""Which part of speech a place in an English sentence wants, judged by the words around it and never by its own.

`weights.tsv` says how much each sign around a place speaks for or against each part, in tenths of a natural logarithm;
its first line, whose sign is empty, is what is known beforehand. `own_words.txt`: words that are signs themselves; of
any other, only what the lexicon says that it may be. Parts as in the Penn treebank (VB, NN, JJ …), `PRBE` for “it's”
and “they're”, `WH` for who, when and the like. How it was made: `LICENSE.md`.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from math import exp, log
from pathlib import Path

from seguito.core.looks.language.prose import Kind, Token
from seguito.languages.en.lexicon import word

_HERE = Path(__file__).parent
_PLAIN_MARKS = frozenset(".,;:!?-()")
_ENDINGS = (("'s", "POSS"), ("ly", "r"), ("ing", "g"), ("ed", "dh"), ("s", "p"))


def leaning(tokens: Sequence[Token], index: int, wanted: Mapping[str, float], own: Mapping[str, float]) -> float:
    """How much likelier the `wanted` parts are here than its `own`, as a natural logarithm; each with its share."""
    told = [_weights(sign) for sign in ("", *signs(tokens, index))]
    return _mixed(told, wanted) - _mixed(told, own)


def _mixed(told: Sequence[Mapping[str, int]], parts: Mapping[str, float]) -> float:
    return log(sum(share * exp(sum(said.get(part, 0) for said in told) / 10) for part, share in parts.items()))


def signs(tokens: Sequence[Token], index: int) -> tuple[str, ...]:
    """What three tokens on either side say of a place, alone and together."""
    before, before2, before3 = (_sign(tokens, index - step) for step in (1, 2, 3))
    behind, behind2, behind3 = (_sign(tokens, index + step) for step in (1, 2, 3))
    return (
        f"a:{before}",
        f"b:{before2}",
        f"c:{before3}",
        f"x:{behind}",
        f"y:{behind2}",
        f"z:{behind3}",
        f"ab:{before2} {before}",
        f"ax:{before} {behind}",
        f"xy:{behind} {behind2}",
        f"axy:{before} {behind} {behind2}",
        f"bax:{before2} {before} {behind}",
    )


def _sign(tokens: Sequence[Token], at: int) -> str:
    if not 0 <= at < len(tokens):
        return "BOS" if at < 0 else "EOS"
    token = tokens[at]
    if token.kind is Kind.MARK:
        return token.text if token.text in _PLAIN_MARKS else "MARK"
    if token.word in own_words():
        return token.word
    if token.kind is Kind.NUMBER:
        return "NUM"
    if at and (token.kind is not Kind.WORD or token.capitalised):
        return "CAP"
    return _class_of(token.word)


@lru_cache(maxsize=4096)
def _class_of(form: str) -> str:
    readings = "".join(sorted({tag for tag, _ in word(form).readings}))
    if readings:
        return readings
    return "HY" if "-" in form else next((sign for ending, sign in _ENDINGS if form.endswith(ending)), "UNK")


@lru_cache(maxsize=1)
def own_words() -> frozenset[str]:
    """Words that are signs by themselves."""
    return frozenset((_HERE / "own_words.txt").read_text("utf-8").split())


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    lines = (_HERE / "weights.tsv").read_text("utf-8").splitlines()
    return {sign: said for sign, _, said in (line.partition("\t") for line in lines)}


@lru_cache(maxsize=8192)
def _weights(sign: str) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for said in _table().get(sign, "").split():
        at = max(said.find("+"), said.find("-"))
        found[said[:at]] = int(said[at:])
    return found
