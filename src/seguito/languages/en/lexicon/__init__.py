"""What an English word may be, and the forms of verbs and nouns.

`forms.tsv` is searched where it lies on the disk: opening costs nothing and only the pages that were read are held.
Where its words come from, and under which licence: `LICENSE.md` beside it.
"""

import mmap
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_FORMS = Path(__file__).parent / "forms.tsv"


@dataclass(frozen=True, slots=True)
class VerbForms:
    """go, went, gone, going, goes."""

    base: str
    past: str
    participle: str
    ing: str
    third: str


@dataclass(frozen=True, slots=True)
class Word:
    """What a lower-case form may be. Tags as in `LICENSE.md`: n p v d h g z j jr js r rr rs."""

    form: str
    readings: tuple[tuple[str, str], ...]  # tag, lemma

    def may_be(self, *tags: str) -> bool:
        return any(tag in tags for tag, _ in self.readings)

    def is_only(self, *tags: str) -> bool:
        """Known, and nothing but these."""
        return bool(self.readings) and all(tag in tags for tag, _ in self.readings)

    def lemma(self, *tags: str) -> str:
        """Of the first reading with one of these tags, or empty."""
        return next((lemma for tag, lemma in self.readings if tag in tags), "")


@lru_cache(maxsize=8192)
def word(form: str) -> Word:
    """Everything that a lower-case form may be; a word with no readings when the table does not hold it."""
    return Word(form, tuple((tag.partition("=")[0], lemma or form) for tag, _, lemma in _row(form)))


@lru_cache(maxsize=2048)
def verb(lemma: str) -> VerbForms | None:
    """The forms of a verb, or None for a word that is none."""
    for tag, _, other in _row(lemma):
        if tag.startswith("v=") and not other:
            return VerbForms(lemma, *tag[2:].split(","))
    return None


@lru_cache(maxsize=2048)
def plural(noun: str) -> str:
    """The plural of a noun, or empty."""
    return next((tag[2:] for tag, _, other in _row(noun) if tag.startswith("n=") and not other), "")


def _row(form: str) -> list[tuple[str, str, str]]:
    line = _line(form.encode("utf-8", "replace") + b"\t")
    return [reading.partition(":") for reading in line.split()]


def _line(key: bytes) -> str:
    """What stands after the key; the lines are in the order of their bytes."""
    table = _table()
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.find(b"\n", start)
        line = table[start:end]
        if line.startswith(key):
            return line[len(key) :].decode("utf-8")
        if line < key:
            low = end + 1
        else:
            high = start
    return ""


@lru_cache(maxsize=1)
def _table() -> mmap.mmap:
    with _FORMS.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
