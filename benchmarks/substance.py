"""What the third look costs: `python -m benchmarks.substance [RUNS]`.

Each language is loaded in a fresh process. Then, in this one: a note of about 150 words with three notes of its panel,
as the page asks at every pause in typing (the panel's notes are the same each time, the note is new); and a hundred
notes against each other, read beforehand. The best of the runs is shown: other work on the machine only adds.

Goals: a language within 60 ms, a note within 5 ms, a hundred notes within 100 ms.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import count

from tests.core.looks.substance.notes import Case, cases

from seguito.core.looks.context import PanelNote
from seguito.core.looks.substance import look_at_substance
from seguito.core.looks.substance.panel import same_among
from seguito.core.looks.substance.reading import Names, read_note
from seguito.languages.substance import substance_words

_LOAD = (
    "import time, tomllib, snowballstemmer, seguito.core.looks.substance\n"
    "from seguito.languages.substance import substance_words\n"
    "start = time.perf_counter(); substance_words({!r}); print((time.perf_counter() - start) * 1000)\n"
)
_NOTES = 100


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    print(f"{'':32}{'en':>10}{'it':>10}")
    for name, measure in {
        "load a language, ms": loading,
        "a note of 150 words, ms": one_note,
        f"{_NOTES} notes against each other, ms": many_notes,
    }.items():
        figures = [min(measure(language, runs)) for language in ("en", "it")]
        print(f"{name:32}" + "".join(f"{figure:10.1f}" for figure in figures))


def loading(language: str, runs: int) -> list[float]:
    command = [sys.executable, "-c", _LOAD.format(language)]
    return [float(subprocess.check_output(command)) for _ in range(min(runs, 10))]


def one_note(language: str, runs: int) -> list[float]:
    mine = [case for case in cases() if case.language == language and not case.expect]
    note, text = mine[0], _long(mine)
    panel = tuple(PanelNote(case.context.to, _long(mine[start:])) for start, case in enumerate(mine[3:6], 3))
    context, words, edits = replace(note.context, panel_notes=panel), substance_words(language), count(1)
    return _timed(lambda: look_at_substance(text + " " * next(edits), language, context, words), runs)


def many_notes(language: str, runs: int) -> list[float]:
    words = substance_words(language)
    texts = [case.text for case in cases() if case.language == language][:_NOTES]
    return _timed(lambda: list(same_among([read_note(text, words, Names()) for text in texts], words)), runs)


def _long(notes: list[Case]) -> str:
    return " ".join(" ".join(case.text for case in notes[:4]).split()[:150])


def _timed(work: Callable[[], object], runs: int) -> list[float]:
    work()
    figures = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        figures.append((time.perf_counter() - start) * 1000)
    return figures


if __name__ == "__main__":
    main()
