"""Names and foreign words that look like no English word, kept from Harper's spelling.

Harper 2.13.0 looks for words three letters off, and where it finds none four letters off: that takes 0.9 s and 57 MB
once a thread, for an `Oluwaseun` or a `disponibilità` in any note, and finds nothing of use. So it is shown another
unknown word in such a word's place, of the same length and first letter.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

import seguito.languages
from seguito.languages.en.lexicon import word as look_up

_ENGLISH = Path(seguito.languages.__file__).parent / "en"
_FURTHEST = 3  # letters
_INFLECTIONS = ("", "s", "es", "d", "ed", "ing", "ly", "er", "ers")
_ENDINGS = "qjxv"  # that make a word unknown; one a name, should several names begin alike
_NAME = re.compile(r"(?<![\w'’])[^\W\d_]{7,}(?!\w)")  # shorter ones are always near some word


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as Harper is shown it, of the same length. `instead`: what it is shown → what is written there."""

    text: str
    instead: dict[str, str]

    def back(self, suggestion: str) -> str:
        """A suggestion in which none of the shown words is left."""
        for shown, written in self.instead.items():
            suggestion = suggestion.replace(shown, written)
        return suggestion


def shown(text: str) -> Shown:
    """The text with other words in place of its far-off ones."""
    instead: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        name = match[0]
        if not name[1:].islower():
            return name
        stand_in = next((word for word in _stand_ins(name) if instead.get(word, name) == name), None)
        if stand_in is None:
            return name
        instead[stand_in] = name
        return stand_in

    return Shown(_NAME.sub(other, text), instead)


@lru_cache(maxsize=4096)
def _stand_ins(name: str) -> tuple[str, ...]:
    """None for a word that Harper may know, or that it finds others for."""
    word = name.lower()
    if look_up(word).readings or any(word.removesuffix(ending) in _harpers() for ending in _INFLECTIONS):
        return ()
    if process.extractOne(word, ordinary_words(), scorer=OSA.distance, score_cutoff=_FURTHEST):
        return ()
    alike = _by_length().get(len(word), {})
    base = alike.get(word[0]) or next(iter(alike.values()), "")
    words = (base[:-1] + ending for ending in _ENDINGS if base)
    return tuple(word.capitalize() if name[0].isupper() else word for word in words)


@lru_cache(maxsize=1)
def ordinary_words() -> tuple[str, ...]:
    """Every form of our own lexicon of English."""
    lines = (_ENGLISH / "lexicon/forms.tsv").read_text("utf-8").splitlines()
    return tuple(line.partition("\t")[0] for line in lines)


@lru_cache(maxsize=1)
def _by_length() -> dict[int, dict[str, str]]:
    """By length and first letter a word in plain letters."""
    plain = sorted((word for word in ordinary_words() if word.isascii() and word.isalpha()), key=len)
    return {length: {word[0]: word for word in alike} for length, alike in groupby(plain, len)}


@lru_cache(maxsize=1)
def _harpers() -> frozenset[str]:
    """Words that Harper knows and that look like none of ours."""
    _, *names = (_ENGLISH / "harper_far_words.txt").read_text("utf-8").splitlines()
    return frozenset(names)
