"""The falsariga: the under-sheet that carries a note line by line at the size of the writer's own hand (T2.4).

Who copies a note by hand wants to know two things before the pen touches a good card: where each line will end, and
whether it all fits. The model is plain: the letters' relative widths come from a handwriting face, their mean is the
writer's own, and a share of each line is kept free.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from seguito.channels.card.hand import MOST_X_HEIGHTS, Hand, HandUnlikely, LinesTooClose
from seguito.channels.card.words import Parts
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem

_LONE_LAST = 0.25  # of the line: a last line shorter than that looks lost
_MOST_SHOWN = 30
_TRIED = (0.95, 0.9, 0.85)  # how much smaller a writer can be asked to write, or closer


class NoRoomForThePen(Problem):
    id = "no-room-for-the-pen"
    happened = N_(
        "In your hand the note does not fit on the card. Lines over: {lines} ({needed} needed, {available} there); "
        "words over: about {words}."
    )
    safe = N_("Nothing was printed, and no card is spoilt.")
    next_step = N_("Shorten it, or write on a larger card: --sheet a5.")


class NoRoomForThePenYet(NoRoomForThePen):
    next_step = N_("Shorten it; it would also fit with {remedies}.")


class WordWiderThanTheLine(Problem):
    id = "word-wider-than-the-line"
    happened = N_("“{word}” is wider than a line of the card in your hand.")
    safe = N_("Nothing was printed, and no card is spoilt.")
    next_step = N_("Break it in two, or write on a larger card: --sheet a5.")


@dataclass(frozen=True, slots=True)
class Field:
    """Where one side of a card is written on, in mm: the length of its lines, its first baseline, how many lines."""

    width: float
    first: float
    rows: int


@dataclass(frozen=True, slots=True)
class Row:
    """One written line: its text, how far it is indented, how long it gets, and its number from 0."""

    text: str
    indent: float
    width: float
    number: int


@dataclass(frozen=True, slots=True)
class Plan:
    """A note laid out for a hand. `fields`: the sides of the card, in the order in which they are written on."""

    hand: Hand
    fields: tuple[Field, ...]
    rows: tuple[Row, ...]

    @property
    def needed(self) -> int:
        return self.rows[-1].number + 1 if self.rows else 0

    @property
    def available(self) -> int:
        return sum(field.rows for field in self.fields)

    @property
    def words_over(self) -> int:
        return sum(len(row.text.split()) for row in self.rows if row.number >= self.available)

    def on_side(self, index: int) -> Iterator[tuple[int, Row]]:
        """The rows of one side, each with its line on that side."""
        above = sum(field.rows for field in self.fields[:index])
        for row in self.rows:
            if above <= row.number < above + self.fields[index].rows:
                yield row.number - above, row


def fields_of(sheet: Mapping[str, Any], guide: Mapping[str, Any], hand: Hand, sides: int) -> tuple[Field, ...]:
    """The written sides of a card. A folded card has one: the panel below its fold."""
    width = sheet["width"] - 2 * guide["side"]
    mark = sheet["monogram"]
    tops = (
        [sheet["fold"] + guide["from_top"]]
        if "fold" in sheet
        else [mark["top"] + mark["height"] + guide["below_monogram"]]
    )
    if sides > 1 and "fold" not in sheet:
        tops.append(guide["from_top"])
    room = sheet["height"] - guide["bottom"]
    return tuple(Field(width, top + hand.pitch, max(0, math.floor((room - top) / hand.pitch + 1e-9))) for top in tops)


def plan(parts: Parts, hand: Hand, sheet: Mapping[str, Any], guide: Mapping[str, Any], sides: int = 1) -> Plan:
    """The note line by line. Raises NoRoomForThePen or WordWiderThanTheLine when it can't be written so."""
    fields = fields_of(sheet, guide, hand, sides)
    found = _laid_out(parts, hand, fields, guide)
    wide = next((row for row in found.rows if row.width > fields[0].width), None)
    if wide:
        raise WordWiderThanTheLine(word=_shortened(wide.text))
    if found.needed <= found.available:
        return _with_air(found, parts)
    facts = {
        "needed": found.needed,
        "available": found.available,
        "lines": found.needed - found.available,
        "words": found.words_over,
    }
    remedies = tuple(_remedies(parts, hand, sheet, guide, sides))
    if remedies:
        raise NoRoomForThePenYet(remedies=remedies, **facts)
    raise NoRoomForThePen(**facts)


def _laid_out(parts: Parts, hand: Hand, fields: tuple[Field, ...], guide: Mapping[str, Any]) -> Plan:
    width = fields[0].width
    usable = width * (1 - guide["slack"])
    rows: list[Row] = []

    def put(text: str, indent: float) -> None:
        rows.append(Row(text, round(indent, 2), round(hand.width(text), 2), len(rows)))

    for number, text in enumerate((parts.salutation, *parts.paragraphs)):
        for place, line in enumerate(text.split("\n")):
            indent = guide["indent"] if number > 1 and place == 0 else 0.0
            for row, words in enumerate(_broken(line.split(), hand, usable, indent)):
                put(words, indent if row == 0 else 0.0)
    for text in (parts.closing, parts.name):
        for line in filter(None, text.split("\n")):
            room = usable - hand.width(line)
            for words in [line] if room >= 0 else _broken(line.split(), hand, usable, 0.0):
                put(words, max(0.0, min(width / 2, room)))
    for line in filter(None, "\n".join(parts.postscript).split("\n")):
        for words in _broken(line.split(), hand, usable, 0.0):
            put(words, 0.0)
    return Plan(hand, fields, tuple(rows))


def _with_air(found: Plan, parts: Parts) -> Plan:
    """A line that is not needed goes between the note and its closing, if both stand on one side."""
    if parts.postscript:
        return found
    closing = sum(len(text.split("\n")) for text in (parts.closing, parts.name) if text)
    first = len(found.rows) - closing
    if not closing or not first or found.needed >= found.available or found.needed >= found.fields[0].rows:
        return found
    moved = (replace(row, number=row.number + 1) for row in found.rows[first:])
    return replace(found, rows=(*found.rows[:first], *moved))


def _remedies(
    parts: Parts, hand: Hand, sheet: Mapping[str, Any], guide: Mapping[str, Any], sides: int
) -> Iterator[Reason]:
    """What would make it fit, each tried: closer lines, a smaller hand, the back of the card."""

    def fits(other: Hand, on_sides: int) -> bool:
        fields = fields_of(sheet, guide, other, on_sides)
        tried = _laid_out(parts, other, fields, guide)
        return tried.needed <= tried.available and all(row.width <= fields[0].width for row in tried.rows)

    closer = [hand.pitch * share for share in _TRIED if hand.pitch * share >= MOST_X_HEIGHTS * hand.x_height]
    for pitch in closer:
        if fits(replace(hand, pitch=pitch), sides):
            yield Reason(
                "T2.4", N_("lines every {pitch} mm instead of {was}"), {"pitch": round(pitch, 1), "was": hand.pitch}
            )
            break
    for share in _TRIED:
        if (smaller := _smaller(hand, share)) and fits(smaller, sides):
            yield Reason("T2.4", N_("a hand {percent} % smaller"), {"percent": round((1 - share) * 100)})
            break
    if sides == 1 and "fold" not in sheet and fits(hand, 2):
        yield Reason("T2.4", N_("the back of the card as well"))


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST_SHOWN else text[:_MOST_SHOWN] + "…"


def _smaller(hand: Hand, share: float) -> Hand | None:
    try:
        return replace(hand, x_height=hand.x_height * share, char=hand.char * share)
    except (HandUnlikely, LinesTooClose):
        return None


def _broken(words: Sequence[str], hand: Hand, width: float, indent: float) -> list[str]:
    """Words in the fewest lines; among those the evenest, with no small word left hanging at a line's end."""
    lengths = [hand.width(word) for word in words]
    space = hand.width(" ")
    best: list[tuple[int, float]] = [(0, 0.0), *((len(words) + 1, math.inf) for _ in words)]
    back = [0] * (len(words) + 1)
    for start in range(len(words)):
        room = width - (indent if start == 0 else 0.0)
        length = -space
        for end in range(start + 1, len(words) + 1):
            length += lengths[end - 1] + space
            if length > room and end - start > 1:
                break
            lines, cost = best[start]
            step = (lines + 1, cost + _ugliness(words[end - 1], length, room, end == len(words), start == 0))
            if step < best[end]:
                best[end], back[end] = step, start
    lines_found: list[str] = []
    end = len(words)
    while end:
        lines_found.insert(0, " ".join(words[back[end] : end]))
        end = back[end]
    return lines_found


def _ugliness(last_word: str, length: float, room: float, ends: bool, begins: bool) -> float:
    """What is wrong with a line: what it leaves free, a lone word at the end of all, an "a" or "e" at its own end."""
    over = max(0.0, length - room)
    if ends:
        return over + (0.5 if not begins and length < _LONE_LAST * room else 0.0)
    hanging = 0.08 if len(last_word.strip("«“\"'’(")) == 1 else 0.0
    return over + (max(0.0, room - length) / room) ** 2 + hanging
