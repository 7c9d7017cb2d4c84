"""What an Italian word may be: its part of speech, gender, number, person, mood and tense.

`forms.tsv` is searched where it lies on the disk: opening costs nothing and only the pages that were read are held.
Where its words come from, and under which licence: `LICENSE.md` beside it.
"""

import mmap
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

_HERE = Path(__file__).parent

_KINDS = {
    "N": "noun",
    "A": "adjective",
    "V": "verb",
    "R": "article",
    "S": "joined",  # a preposition with its article: della
    "E": "preposition",
    "C": "conjunction",
    "P": "pronoun",
    "L": "clitic",
    "D": "determiner",
    "M": "numeral",
    "B": "adverb",
    "I": "interjection",
}
_MOODS = {
    "i": "indicative",
    "s": "subjunctive",
    "c": "conditional",
    "m": "imperative",
    "n": "infinitive",
    "g": "gerund",
    "p": "participle",
}
_TENSES = {"p": "present", "i": "imperfect", "a": "past", "f": "future"}


@dataclass(frozen=True, slots=True)
class Analysis:
    """One thing that a word may be.

    `gender` ("m", "f") and `number` ("s", "p") are empty where the form shows none, and then go with either.
    `person`: 1, 2 or 3, of verbs and personal pronouns, else 0. `clitics`: stuck to the end of the verb, in order.
    """

    kind: str
    lemma: str
    gender: str = ""
    number: str = ""
    person: int = 0
    mood: str = ""
    tense: str = ""
    clitics: tuple[str, ...] = ()

    @property
    def is_finite(self) -> bool:
        return self.person > 0 and self.kind == "verb"

    @property
    def is_nominal(self) -> bool:
        """Noun, adjective or participle: what agrees with an article."""
        return self.kind in {"noun", "adjective"} or self.mood == "participle"


@lru_cache(maxsize=8192)
def stored(form: str) -> tuple[Analysis, ...]:
    """What the table says of a lower-case form; nothing for one that it does not hold."""
    found = _class_of(form.encode("utf-8", "replace"))
    return () if found is None else tuple(_analysis(form, tag) for tag in _lines("classes.tsv")[found].split())


def _class_of(form: bytes) -> int | None:
    """Bisect the lines by their bytes."""
    table, key = _forms(), form + b"\t"
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.find(b"\n", start)
        line = table[start:end]
        if line.startswith(key):
            return int(line[len(key) :])
        if line < key:
            low = end + 1
        else:
            high = start
    return None


@lru_cache(maxsize=1)
def _forms() -> mmap.mmap:
    with (_HERE / "forms.tsv").open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@lru_cache
def _lines(name: str) -> list[str]:
    return (_HERE / name).read_text("utf-8").splitlines()


@lru_cache(maxsize=256)
def finite_forms(lemma: str) -> tuple[tuple[str, Analysis], ...]:
    """Every finite form of a verb, imperatives left out; nothing for a verb that is not known."""
    paradigm = _verbs().get(lemma)
    if paradigm is None:
        return ()
    found = []
    for entry in _lines("paradigms.tsv")[paradigm].split():
        tag, _, ending = entry.partition(":")
        form = lemma[: len(lemma) - int(ending[0])] + ending[1:]
        found.append((form, _analysis(lemma, f"{tag}:0")))
    return tuple(found)


@lru_cache(maxsize=1)
def _verbs() -> dict[str, int]:
    return {lemma: int(number) for lemma, number in (line.split("\t") for line in _lines("verbs.tsv"))}


def _analysis(form: str, reading: str) -> Analysis:
    """`Vip3p:1re` of `cercano`… a verb, indicative present, third plural; a letter off and `re` on gives the lemma."""
    tag, _, ending = reading.partition(":")
    lemma = form[: len(form) - int(ending[0])] + ending[1:]
    kind, rest = _KINDS[tag[0]], tag[1:].replace("-", " ")
    if kind != "verb":
        return Analysis(kind, lemma, rest[:1].strip(), rest[1:2].strip(), int(rest[2:] or 0))
    mood, tense, rest = _MOODS[rest[0]], _TENSES.get(rest[1:2], ""), rest[2:]
    if mood == "participle":
        return Analysis(kind, lemma, rest[0].strip(), rest[1], 0, mood, tense)
    person, number = (int(rest[0]), rest[1]) if rest else (0, "")
    return Analysis(kind, lemma, "", number, person, mood, tense)
