"""Slips that no dictionary catches, with what was meant."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from seguito.core.looks.language.prose import Hit, Sentence
from seguito.core.looks.language.record import rule


@rule(
    "MISSPELT",
    severity="stop",
    says={"en": "This is written “{better}”.", "it": "Si scrive «{better}»."},
    wrong=[
        ["I am greatful for the hour.", "I am grateful for the hour."],
        ["I catched the last train.", "I caught the last train."],
    ],
    right=["We costed the great hall.", "The leaves had been seeded and leafed through."],
)
def misspelt(sentence: Sentence) -> Iterator[Hit]:
    slips = _slips()
    if slips.keys().isdisjoint(sentence.words):
        return
    for token in sentence.tokens:
        if token.is_word and token.word in slips:
            yield sentence.hit(token, token, slips[token.word])


@lru_cache(maxsize=1)
def _slips() -> dict[str, str]:
    """The pairs of `misspelt.tsv`."""
    lines = (Path(__file__).parent.parent / "misspelt.tsv").read_text("utf-8").splitlines()
    return dict(line.split("\t") for line in lines if not line.startswith("#"))
