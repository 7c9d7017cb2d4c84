"""The second look beside other proofreaders, and what three looks cost: `python -m benchmarks.looks [NOTES]`.

Seguito, Harper alone, Hunspell alone and LanguageTool's own server read the same texts: the sentences of
`tests/languages`, wrong and right, then NOTES notes of 150 words (default 100), no two the same, after as many others
to warm up. Each column and language is a process of its own, pinned to one processor where the system can do that;
LanguageTool's server and the program that asks it share that one. A slip counts as found where a finding touches it.
In English each is asked in British and in American spelling, and the quieter answer counts. What Seguito merely hints
at counts for nothing; all that the others say by themselves counts. Times are the processor's, so that other work on
the machine adds little; only starts are by the wall clock.

    python -m benchmarks.looks --only-languagetool      # the slips that LanguageTool finds and Seguito does not

LanguageTool comes from LANGUAGETOOL_HOME or from Maven (`benchmarks/languagetool.py`); where neither is, its column
says "not run". Goals: 10 times LanguageTool's throughput on one core; three looks on a note within 15 ms warm and
1.2 s in a fresh process, under 250 MB; English does not load Italian.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
from benchmarks.languagetool import NotHere
from benchmarks.proofreaders import PROOFREADERS, Proofreader
from benchmarks.sentences import Sentence, Span, notes, sentences

LANGUAGES = ("en", "it")
_MISSING = "not run"
_THREE = "three looks"
_NOT_THEIRS = {("Harper alone", "it")}

Figures = dict[str, Any]


def main() -> None:
    options = _options()
    if options.column:
        print(json.dumps(_measured(options)))
        return
    if options.only_languagetool:
        for language in LANGUAGES:
            only_languagetool(language)
        return
    for language in LANGUAGES:
        columns = {name: _column(name, language, options.notes) for name in PROOFREADERS}
        show_side_by_side(language, columns, options.notes)
    show_three_looks({language: _column(_THREE, language, options.notes) for language in LANGUAGES})


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("notes", nargs="?", type=int, default=100)
    parser.add_argument("--only-languagetool", action="store_true")
    for inner in ("--column", "--language"):  # how the program starts itself again, once a column
        parser.add_argument(inner, default="", help=argparse.SUPPRESS)
    parser.add_argument("--begun", type=float, default=0.0, help=argparse.SUPPRESS)
    return parser.parse_args()


def _column(name: str, language: str, count: int) -> Figures:
    """One column in one language, in a fresh process."""
    if (name, language) in _NOT_THEIRS:
        return {}
    itself = [sys.executable, "-m", "benchmarks.looks", str(count), "--column", name, "--language", language]
    told = subprocess.run([*itself, "--begun", str(time.monotonic())], stdout=subprocess.PIPE, text=True, check=True)
    figures: Figures = json.loads(told.stdout.splitlines()[-1])
    return figures


def _measured(options: argparse.Namespace) -> Figures:
    if options.column == _THREE:
        return three_looks_cost(options.language, options.notes)
    return side_by_side(options.column, options.language, options.notes, options.begun)


def side_by_side(name: str, language: str, count: int, begun: float) -> Figures:
    """What one proofreader finds and what it takes. Its start ends when the first note is read."""
    _pin()
    try:
        with PROOFREADERS[name](language, begun) as proofreader:
            texts = notes(language, 2 * count + 1)
            proofreader.read(texts[0])
            start = {"started": time.monotonic() - proofreader.begun, "first": _memory(proofreader.pid)}
            return {**start, **_cost(proofreader, texts[1:], count), **_found(proofreader, language)}
    except NotHere as why:
        print(f"{name}: {why}", file=sys.stderr)
        return {}


def _pin() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def _cost(proofreader: Proofreader, texts: tuple[str, ...], count: int) -> Figures:
    for text in texts[:-count]:
        proofreader.read(text)
    before = _processor_time(proofreader.pid)
    for text in texts[-count:]:
        proofreader.read(text)
    worked = _processor_time(proofreader.pid) - before
    return {"ms": worked / count * 1000, "memory": _memory(proofreader.pid)}


def _memory(pid: int) -> float:
    megabytes: float = psutil.Process(pid).memory_info().rss / 1_000_000
    return megabytes


def _processor_time(pid: int) -> float:
    """Seconds that the process has worked: its own clock is finer than the system's word on others."""
    if pid == os.getpid():
        return time.process_time()
    times = psutil.Process(pid).cpu_times()
    spent: float = times.user + times.system
    return spent


def _found(proofreader: Proofreader, language: str) -> Figures:
    everything = sentences(language)
    found = [_touched(slip, quieter(proofreader, one)) for one in everything for slip in one.slips]
    flagged = [bool(quieter(proofreader, one)) for one in everything if not one.slips]
    return {"found": sum(found), "slips": len(found), "flagged": sum(flagged), "right": len(flagged)}


def quieter(proofreader: Proofreader, sentence: Sentence) -> list[Span]:
    """The answer with fewer findings, of the two that the spellings of the language give."""
    return min(proofreader.read(sentence.text), proofreader.otherwise(sentence.text), key=len)


def _touched(slip: Span, found: list[Span]) -> bool:
    return any(start < slip[1] and slip[0] < end for start, end in found)


def three_looks_cost(language: str, count: int) -> Figures:
    """Names, language and substance over notes with a whole panel, its details and three other notes."""
    _pin()
    from tests.core.looks.substance.notes import cases

    from seguito.actions.looks import three_looks
    from seguito.core.looks.context import Known, PanelNote

    texts = notes(language, 2 * count + 3)
    known = next(case for case in cases() if case.language == language).context
    panel = sorted({one.person for one in known.details or () if one.person} | {known.to})
    others = tuple(PanelNote(name, text) for name, text in zip(panel, texts[:3], strict=False))
    context = replace(known, interviewers=tuple(map(Known, panel)), panel_notes=others)
    taken = []
    for text in texts[3:]:
        before = time.process_time()
        three_looks(text, language, context, frozenset())
        taken.append((time.process_time() - before) * 1000)
        if len(taken) == 1:
            first = _memory(os.getpid())
    return {
        "ms": statistics.median(taken[-count:]),
        "slow": statistics.quantiles(taken[-count:], n=20)[18],
        "first": first,
        "memory": _memory(os.getpid()),
        "others": _other_languages(language),
        "fresh": _fresh(language, texts[0]),
    }


def _other_languages(language: str) -> list[str]:
    return [one for one in LANGUAGES if one != language and f"seguito.languages.{one}" in sys.modules]


def _fresh(language: str, note: str) -> float:
    """Seconds that `seguito check FILE` takes, the median of nine."""
    taken = []
    with tempfile.TemporaryDirectory() as home:
        file = Path(home, "note.txt")
        file.write_text(note, "utf-8")
        command = [sys.executable, "-m", "seguito", "check", str(file), "--lang", language]
        for _ in range(9):
            start = time.monotonic()
            subprocess.run(command, env={**os.environ, "SEGUITO_HOME": home}, stdout=subprocess.DEVNULL, check=False)
            taken.append(time.monotonic() - start)
    return statistics.median(taken)


def show_side_by_side(language: str, columns: dict[str, Figures], count: int) -> None:
    peer = columns["LanguageTool"].get("ms")
    lines: dict[str, Callable[[Figures], str]] = {
        "slips found": lambda f: f"{f['found']} of {f['slips']} ({f['found'] / f['slips']:.0%})",
        "right sentences flagged": lambda f: f"{f['flagged']} of {f['right']} ({f['flagged'] / f['right']:.1%})",
        "ms a note, warm": lambda f: f"{f['ms']:.1f}",
        "times LanguageTool's throughput": lambda f: f"{peer / f['ms']:.1f}" if peer else _MISSING,
        "from its start to the first note read, s": lambda f: f"{f['started']:.2f}",
        "memory after a note (after all), MB": lambda f: f"{f['first']:.0f} ({f['memory']:.0f})",
    }
    print(f"| {language}, {count} notes | " + " | ".join(columns) + " |")
    print("| --- |" + " ---: |" * len(columns))
    for name, line in lines.items():
        cells = [line(figures) if figures else _MISSING for figures in columns.values()]
        print(f"| {name} | " + " | ".join(cells) + " |")
    print()


def show_three_looks(columns: dict[str, Figures]) -> None:
    lines: dict[str, Callable[[Figures], str]] = {
        "three looks on a note, warm, ms (slowest of 20) | 15": lambda f: f"{f['ms']:.1f} ({f['slow']:.1f})",
        "`seguito check FILE` in a fresh process, s | 1.2": lambda f: f"{f['fresh']:.2f}",
        "memory after a note (after all), MB | 250": lambda f: f"{f['first']:.0f} ({f['memory']:.0f})",
        "other languages loaded | none": lambda f: ", ".join(f["others"]) or "none",
    }
    print("| Seguito's three looks | goal | " + " | ".join(columns) + " |\n| --- | ---: |" + " ---: |" * len(columns))
    for name, line in lines.items():
        print(f"| {name} | " + " | ".join(line(figures) for figures in columns.values()) + " |")


def only_languagetool(language: str) -> None:
    """Each slip that LanguageTool finds and Seguito does not hold back, marked in its sentence."""
    own, peer = PROOFREADERS["Seguito"], PROOFREADERS["LanguageTool"]
    with own(language, 0) as seguito, peer(language, 0) as languagetool:
        for sentence in sentences(language):
            here, there = seguito.read(sentence.text), quieter(languagetool, sentence)
            for start, end in sentence.slips:
                if _touched((start, end), there) and not _touched((start, end), here):
                    print(f"{language}: {sentence.text[:start]}[{sentence.text[start:end]}]{sentence.text[end:]}")


if __name__ == "__main__":
    main()
