"""Slips that are told by the words alone: tables of what is written and what is meant."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from seguito.core.looks.language.prose import Hit, Sentence

_WORD = re.compile(r"[^\W\d_]+'(?=[^\W\d_])|[^\W\d_]+(?:-[^\W\d_]+)*(?:'(?!\w))?")

Table = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]


def found_in(sentence: Sentence, name: str) -> Iterator[Hit]:
    """Every slip of one table in a sentence, the longest at each place."""
    table, tokens = _table(name), sentence.tokens
    for index, token in enumerate(tokens):
        for forms, meant in table.get(token.word, ()):
            found = tokens[index : index + len(forms)]
            if tuple(other.word for other in found) == forms:
                yield sentence.hit(found[0], found[-1], meant)
                break


@lru_cache
def _table(name: str) -> Table:
    """By its first word: all its words, and what is meant. Longer ones first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for line in (Path(__file__).parent / f"{name}.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            slip, meant = line.split("\t")
            forms = tuple(_WORD.findall(slip))
            found.setdefault(forms[0], []).append((forms, meant))
    return {first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in found.items()}
