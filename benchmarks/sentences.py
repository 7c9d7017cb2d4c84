"""The project's own sentences, right and wrong, and notes of 150 words made of them: texts for the benchmarks."""

import json
import random
import re
from dataclasses import dataclass
from pathlib import Path

_FOLDER = Path(__file__).parents[1] / "tests" / "languages"
_SLIP = re.compile(r"\[(?P<wrong>[^\[\]|]*)\|[^\[\]|]*\]")
_WORDS_A_NOTE = 150
_ONE_WRONG_IN = 8  # sentences of a note

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Sentence:
    """`slips`: where the wrong words stand, in code points; none in a right one, which may be a whole note."""

    text: str
    slips: tuple[Span, ...] = ()


def sentences(language: str) -> tuple[Sentence, ...]:
    """English stands in two files of lines, Italian in one of records."""
    folder = _FOLDER / language
    if (folder / "sentences.jsonl").exists():
        records = map(json.loads, (folder / "sentences.jsonl").read_text("utf-8").splitlines())
        return tuple(
            Sentence(one["text"], tuple((slip["start"], slip["end"]) for slip in one["expect"])) for one in records
        )
    wrong = [_unmarked(line) for line in _lines(folder / "wrong.txt")]
    return (*wrong, *(Sentence(line.replace("\\n", "\n")) for line in _lines(folder / "right.txt")))


def notes(language: str, count: int) -> tuple[str, ...]:
    """Notes of 150 words, no two the same: right sentences, and a wrong one now and then, as in a first draft."""
    chance = random.Random(150)
    wrong = [one.text for one in sentences(language) if one.slips]
    right = [one.text for one in sentences(language) if not one.slips and len(one.text.split()) < 40]
    return tuple(_note(chance, wrong, right) for _ in range(count))


def _note(chance: random.Random, wrong: list[str], right: list[str]) -> str:
    words: list[str] = []
    while len(words) < _WORDS_A_NOTE:
        words += chance.choice(wrong if chance.randrange(_ONE_WRONG_IN) == 0 else right).split()
    return " ".join(words[:_WORDS_A_NOTE]) + "\n"


def _unmarked(line: str) -> Sentence:
    """`I hear that [its|it's] been …` as it was written, and where the slip stands."""
    text, slips, end = "", list[Span](), 0
    for slip in _SLIP.finditer(line):
        text += line[end : slip.start()]
        slips.append((len(text), len(text) + len(slip["wrong"])))
        text += slip["wrong"]
        end = slip.end()
    return Sentence(text + line[end:], tuple(slips))


def _lines(file: Path) -> list[str]:
    return [line for line in file.read_text("utf-8").splitlines() if line and not line.startswith("#")]
