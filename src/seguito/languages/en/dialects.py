"""British and American spelling: what a word tells, and its twin on the other side."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Spellings:
    """`british`, `american`: words that tell their side, each with its twin. `oxford`: -ize, written on both sides."""

    british: dict[str, str]
    american: dict[str, str]
    oxford: dict[str, str]


@lru_cache(maxsize=1)
def spellings() -> Spellings:
    """The table of `dialects.tsv`."""
    found = Spellings({}, {}, {})
    for line in (Path(__file__).parent / "dialects.tsv").read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        british, american, tells = line.split("\t")
        found.british[british] = american
        if tells == "z":
            found.oxford[american] = british
        elif not tells:
            found.american[american] = british
    return found
