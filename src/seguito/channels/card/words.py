"""A note's words, made ready for paper: clean, in their parts, with the places where a line may break."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_NEVER_PRINTED = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})  # and some of them reorder what is seen
_VARIANTS = frozenset(map(chr, range(0xFE00, 0xFE10)))  # they ask for another drawing of the sign before them
_MOST_MARKS = 2  # on one letter: two are a language, forty are a prank
_LONG_AFTER_ELISION = re.compile(r"(?<=[’'])(?=[^\W\d_]{9})")
_POSTSCRIPT = re.compile(r"p\.? ?s\.?(?!\w)", re.IGNORECASE)
_ENDLESS = re.compile(r"\S{36,}")
_SHORTEST_PIECE, _LONGEST_PIECE = 8, 24
_SIGNS = "/?&=_.-+%#@:"
_LONGEST_KEPT = 26
_LONGEST_GREETING = 70
_LONGEST_CLOSING_LINE = 50
_MOST_CLOSING_LINES = 3


@dataclass(frozen=True, slots=True)
class Parts:
    """A note as it is laid out. Empty: there is none. Everything typed is in one of them, in its order."""

    salutation: str
    paragraphs: tuple[str, ...]
    closing: str
    name: str
    postscript: tuple[str, ...] = ()

    @property
    def texts(self) -> tuple[str, ...]:
        """All that is said, in order."""
        return tuple(filter(None, (self.salutation, *self.paragraphs, self.closing, self.name, *self.postscript)))


def clean(text: str) -> str:
    """The text in composed form with one kind of line end; without controls and characters that nobody sees."""
    text = re.sub(r"\r\n?|\u2028", "\n", text).replace("\u2029", "\n\n").replace("\t", " ")
    kept: list[str] = []
    marks = 0
    for letter in _composed(text):
        kind = unicodedata.category(letter)
        marks = marks + 1 if kind in {"Mn", "Me"} else 0
        unseen = kind in _NEVER_PRINTED or letter in _VARIANTS
        if letter == "\n" or (not unseen and marks <= _MOST_MARKS):
            kept.append(letter)
    return "".join(kept)


def _composed(text: str) -> str:
    """NFC in pieces: composing takes the square of a run of accents (CPython)."""
    return re.sub(r"\w?[^\x00-\x7f]{1,64}", lambda found: unicodedata.normalize("NFC", found[0]), text)


def parts_of(text: str) -> Parts:
    """The parts of a whole note: a greeting on a line of its own, paragraphs, a closing, a name, a postscript.

    A part is recognised by its shape alone (short, where it stands, its last sign), so that it holds in any language.
    What has no such shape stays a paragraph.
    """
    blocks = [re.sub(r" *\n *", "\n", block.strip()) for block in re.split(r"\n[ ]*\n", clean(text)) if block.strip()]
    after = next((at for at, block in enumerate(blocks) if at and _POSTSCRIPT.match(block)), len(blocks))
    salutation, body = _greeting(blocks[:after])
    closing, name, body = _ending(body)
    return Parts(salutation, tuple(body), closing, name, tuple(blocks[after:]))


def _greeting(blocks: list[str]) -> tuple[str, list[str]]:
    if not blocks:
        return "", []
    first, _, rest = blocks[0].partition("\n")
    follows = bool(rest) or len(blocks) > 1
    if not follows or len(first) > _LONGEST_GREETING or first[-1] not in ",:!—":
        return "", blocks
    return first, [*([rest] if rest else []), *blocks[1:]]


def _ending(blocks: list[str]) -> tuple[str, str, list[str]]:
    """The closing and the name under it, off the end of the note."""
    if len(blocks) < 2:
        return "", "", blocks
    lines = blocks[-1].split("\n")
    if len(lines) > _MOST_CLOSING_LINES or any(len(line) > _LONGEST_CLOSING_LINE for line in lines):
        return "", "", blocks
    if len(lines) > 1 and lines[-2][-1] in ",.!":
        return "\n".join(lines[:-1]), lines[-1], blocks[:-1]
    if len(lines) == 1 and lines[0][-1] == ",":
        return lines[0], "", blocks[:-1]
    if len(lines) == 1 and lines[0][-1] not in ".!?…:;":
        before = blocks[-2].split("\n")
        closes = len(before) == 1 and len(before[0]) <= _LONGEST_CLOSING_LINE and before[0][-1] == ","
        if closes and len(blocks) > 2:
            return before[0], lines[0], blocks[:-2]
        return "", lines[0], blocks[:-1]
    return "", "", blocks


def lines_for_typst(text: str, language: str) -> list[list[str]]:
    """Lines of pieces, between which a line may break: see `line-of` in words.typ."""
    return [[piece for part in _at_elisions(line, language) for piece in _in_reach(part)] for line in text.split("\n")]


def _at_elisions(line: str, language: str) -> list[str]:
    """Parted after an elision before a long word, which the hyphenator would not divide else."""
    return _LONG_AFTER_ELISION.split(line) if language[:2] in {"it", "fr"} else [line]


def _in_reach(text: str) -> Iterator[str]:
    """The text, a run of letters that no line could hold parted: after the signs of a web address, else anywhere."""
    cuts = [cut for run in _ENDLESS.finditer(text) for cut in _cuts(run[0], run.start())]
    for start, end in pairwise([0, *cuts, len(text)]):
        yield text[start:end]


def _cuts(run: str, start: int) -> Iterator[int]:
    last = 0
    for at, letter in enumerate(run[:-1], 1):
        if at - last >= (_SHORTEST_PIECE if letter in _SIGNS else _LONGEST_PIECE):
            yield start + at
            last = at


def paragraph_for_typst(text: str, language: str) -> dict[str, object]:
    """A paragraph's lines, and its last two words when they shall stay together."""
    head, _, last = text.rpartition("\n")
    words = last.split(" ")
    kept = " ".join(words[-2:])
    if len(words) < 4 or len(kept) > _LONGEST_KEPT:
        return {"lines": lines_for_typst(text, language), "kept": None}
    before = "\n".join(part for part in (head, " ".join(words[:-2]) + " ") if part)
    return {"lines": lines_for_typst(before, language), "kept": lines_for_typst(kept, language)[0]}
