"""From an order to the bytes of a file, or to pictures of its pages."""

import math
from collections.abc import Iterator
from dataclasses import replace

from seguito.channels.card import glyphs
from seguito.channels.card.glyphs import Printed
from seguito.channels.card.order import CardOrder
from seguito.channels.card.press import PRESS, NoRoom
from seguito.channels.card.sheets import Data, for_typst, geometry
from seguito.channels.card.words import clean
from seguito.errors import N_, Problem

_MOST_LETTERS = 20_000


class NothingToPrint(Problem):
    id = "nothing-to-print"
    happened = N_("The note has no words yet.")
    safe = N_("Nothing was printed.")
    next_step = N_("Write it first, or print the card blank: --blank.")


class NothingAsked(Problem):
    id = "nothing-asked"
    happened = N_("Neither a card nor a ruled sheet nor an envelope was asked for.")
    safe = N_("Nothing was printed.")
    next_step = N_("Ask for one: --guide, --envelope c6, or leave --without-card out.")


class NoteEndless(Problem):
    id = "note-endless"
    happened = N_("The note has {letters} characters: more than {most}, which no letter has.")
    safe = N_("Nothing was printed.")
    next_step = N_("Print the part that is meant for paper.")


class NoteOverfull(Problem):
    id = "note-overfull"
    happened = N_(
        "The note does not fit on the sheet “{sheet}”. Lines over: {lines}; words over: about {words} of {all}."
    )
    safe = N_("Nothing was printed.")
    next_step = N_("Shorten it, or print it on a larger sheet: {larger}.")


def print_card(order: CardOrder) -> bytes:
    """The order's sheets as one PDF/A-2a file, at their exact sizes.

    Raises a `Problem` where something can't be printed as it stands: no words, no room, no such character in the
    stationery's faces, a part of an address missing.
    """
    data = _checked(order)
    try:
        return PRESS.pdf(data)
    except NoRoom as full:
        raise _overfull(order, full) from None


def preview(order: CardOrder, kind: str = "png", ppi: float = 110.0) -> tuple[bytes, ...]:
    """The order's pages as pictures, in order. `kind`: png or svg. Raises what `print_card` raises."""
    data = _checked(order)
    try:
        return PRESS.pictures(data, kind, ppi)
    except NoRoom as full:
        raise _overfull(order, full) from None


def _checked(order: CardOrder) -> Data:
    if not (order.card or order.guide or order.envelopes):
        raise NothingAsked
    if not clean(order.text).strip() and (order.guide or (order.card and not order.blank)):
        raise NothingToPrint
    if len(order.text) > _MOST_LETTERS:
        raise NoteEndless(letters=len(order.text), most=_MOST_LETTERS)
    data = for_typst(order)
    glyphs.require(_printed(order, data))
    return data


def _printed(order: CardOrder, data: Data) -> Iterator[Printed]:
    """Every text that somebody typed and that is printed, with its face."""
    for sheet in data["sheets"]:
        if sheet.get("note"):
            yield Printed(clean(order.text), glyphs.SERIF, glyphs.THE_NOTE)
        if sheet["kind"] == "guide":
            yield Printed(clean(order.text), glyphs.HAND, glyphs.THE_NOTE)
        if sheet.get("head"):
            yield Printed(
                sheet["head"] + sheet["place_and_date"], glyphs.SERIF, glyphs.the_address(order.sender.addressee.name)
            )
        if sheet.get("subject"):
            yield Printed(clean(order.subject), glyphs.SERIF, glyphs.THE_SUBJECT)
        if sheet.get("foot"):
            yield Printed(sheet["foot"], glyphs.SMALL, glyphs.THE_FOOT)
        face = glyphs.SANS if order.sans else glyphs.SERIF
        for line in sheet.get("to", ()):
            yield Printed(line, face, glyphs.the_address(order.to.name))
        for line in sheet.get("from", ()):
            yield Printed(
                line, glyphs.SANS if order.sans else glyphs.SMALL, glyphs.the_address(order.sender.addressee.name)
            )


def _overfull(order: CardOrder, full: NoRoom) -> Problem:
    words = len(order.text.split())
    over = min(words, math.ceil(words * full.lines / full.of))
    return NoteOverfull(lines=full.lines, sheet=order.sheet, words=over, all=words, larger=f"--sheet {_larger(order)}")


def _larger(order: CardOrder) -> str:
    """The smallest larger card on which the note would stand, else a letter, which has as many pages as it takes."""
    cards = geometry()["cards"]
    room: dict[str, float] = {name: (card["height"] - card["top"]) * card["width"] for name, card in cards.items()}
    for name in sorted(room, key=room.__getitem__):
        if room[name] > room[order.sheet] and _fits(replace(order, sheet=name, guide=False, envelopes=())):
            return name
    return "letter-us" if order.sheet.startswith("us-") else "letter-a4"


def _fits(order: CardOrder) -> bool:
    try:
        PRESS.pictures(for_typst(order), "svg", 72.0)
    except NoRoom:
        return False
    return True
