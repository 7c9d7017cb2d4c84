"""Whether two names mean one person, and who is named in a sentence."""

import re
from functools import lru_cache

from seguito.core.folding import folded
from seguito.core.looks.context import Context, Said
from seguito.core.looks.substance.reading import Line


@lru_cache(maxsize=512)
def name_pieces(name: str, titles: frozenset[str]) -> frozenset[str]:
    """The words of a name, folded; titles are left out, unless there is nothing else."""
    pieces = frozenset(re.findall(r"[^\W\d_]+", folded(name)))
    return pieces - titles or pieces


def same_person(one: str, other: str, titles: frozenset[str]) -> bool:
    """Colin and Colin Prewett are one; Colin Prewett and Nadia Prewett are not."""
    mine, theirs = name_pieces(one, titles), name_pieces(other, titles)
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def is_readers(said: Said, context: Context, titles: frozenset[str]) -> bool:
    """Whether the reader said it: by their id where there is one, since two on a panel may bear one name."""
    if said.person_id and context.to_id:
        return said.person_id == context.to_id
    return same_person(said.person or "", context.to, titles)


def named_in(line: Line, pieces: frozenset[str]) -> bool:
    """Whether a sentence names somebody by one of these pieces of a name, with a capital letter."""
    return any(word.capital and len(word.form) > 2 and folded(word.form) in pieces for word in line.words)
