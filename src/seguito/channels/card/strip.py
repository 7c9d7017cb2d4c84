"""The strip: how a writer's hand is measured in one minute (T2.4).

One prints it, copies a sentence into the band one likes best, and tells the band and the last word of each line.
"""

from collections.abc import Sequence
from datetime import date

from seguito.channels.card.hand import Hand, from_lines
from seguito.channels.card.labels import labels
from seguito.channels.card.press import PRESS
from seguito.channels.card.sheets import Data, geometry, named
from seguito.core.folding import folded
from seguito.errors import N_, Problem


class NoSuchWord(Problem):
    id = "no-such-word"
    happened = N_("“{word}” does not come there in the sentence on the strip.")
    safe = N_("Your hand is kept as it was.")
    next_step = N_("Tell the last word of each line, in their order: “{sentence}”")


class NoSuchBand(Problem):
    id = "no-such-band"
    happened = N_("The strip has no band “{band}”.")
    safe = N_("Your hand is kept as it was.")
    next_step = N_("Tell one of these: {bands}.")


def sentence(interface: str) -> str:
    """What is copied, in the language of the strip."""
    return labels("strip", interface)["sentence"]


def bands() -> tuple[str, ...]:
    return tuple(geometry()["strip"]["bands"])


def print_strip(interface: str, paper: str, ink: str, dated: date) -> bytes:
    """The strip as a PDF on `paper` (a4 or letter), its instructions in the interface's language."""
    width, height = named("carriers", paper, N_("paper"))
    texts = labels("strip", interface)
    strip = geometry()["strip"]
    sheet: Data = {
        "kind": "strip",
        "width": width,
        "height": height,
        "carrier": None,
        "line": strip["line"],
        "lines": strip["lines"],
        "labels": dict(texts),
        "bands": [{"name": name, **band} for name, band in strip["bands"].items()],
    }
    return PRESS.pdf(
        {
            "title": texts["title"],
            "author": "",
            "lang": interface[:2],
            "region": None,
            "ink": ink,
            "dated": {"year": dated.year, "month": dated.month, "day": dated.day},
            "monogram": None,
            "sheets": [sheet],
        }
    )


def hand_from(band: str, last_words: Sequence[str], interface: str) -> Hand:
    """The hand of somebody whose lines ended with `last_words` in that band. Raises NoSuchBand or NoSuchWord."""
    strip = geometry()["strip"]
    found = strip["bands"].get(band.strip().upper())
    if found is None:
        raise NoSuchBand(band=band, bands=bands())
    return from_lines(
        lines_ending_with(last_words, sentence(interface)), strip["line"], found["pitch"], found["x_height"]
    )


def lines_ending_with(last_words: Sequence[str], text: str) -> list[str]:
    """The text's lines when each ends with the next of `last_words`; what is left over is the last line."""
    words = text.split()
    lines: list[str] = []
    start = 0
    for told in last_words:
        wanted = _bare(told)
        end = next((at for at in range(start, len(words)) if _bare(words[at]) == wanted), None)
        if end is None:
            raise NoSuchWord(word=told, sentence=text)
        lines.append(" ".join(words[start : end + 1]))
        start = end + 1
    rest = " ".join(words[start:])
    return [*lines, rest] if rest else lines


def _bare(word: str) -> str:
    return folded(word).strip(" .,;:!?'\"")
