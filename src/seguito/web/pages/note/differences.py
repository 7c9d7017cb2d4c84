"""What changed from one text to another, word by word, as a person reads it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_PIECES = re.compile(r"\S+\s*|\s+")
_LONGEST = 4_000  # words: beyond that the comparison would keep its reader waiting


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of text. `how`: same, new or gone."""

    how: str
    text: str


def differences(before: str, after: str) -> tuple[Change, ...]:
    """The later text in order, with what was taken out at its place."""
    one, other = _PIECES.findall(before), _PIECES.findall(after)
    if max(len(one), len(other)) > _LONGEST:
        return (Change("gone", before), Change("new", after))
    return tuple(_changes(one, other))


def _changes(one: list[str], other: list[str]) -> Iterator[Change]:
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Change("same", "".join(one[a:b]))
            continue
        if b > a:
            yield Change("gone", "".join(one[a:b]))
        if d > c:
            yield Change("new", "".join(other[c:d]))
