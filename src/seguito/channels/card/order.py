"""What somebody wants printed."""

from dataclasses import dataclass, field
from datetime import date

from seguito.channels.card.hand import Hand
from seguito.errors import N_, Problem
from seguito.reference.addresses import Addressee


class NoSuchSheet(Problem):
    id = "no-such-sheet"
    happened = N_("There is no {kind} “{name}”.")
    safe = N_("Nothing was printed.")
    next_step = N_("Choose one of these: {known}.")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who writes. `initials`: for the monogram; empty: none. `email`, `phone`: for the line at the card's foot."""

    addressee: Addressee
    initials: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class CardOrder:
    """Sheets for one note, in one file: the card or letter, the under-sheet, envelopes.

    `text`: the whole note. `language`: of the note (it, en, en-GB); `interface`: of the under-sheet's instructions.
    `sheet`: a card of `sheets.toml`, or letter-a4, letter-us. `card`: with it, or only what goes with it. `blank`:
    only the monogram, for the pen. `guide`: with the under-sheet for `hand`, on one or two `sides` of the card.
    `envelopes`: formats, each a page of its own.
    `carrier`: a4 or letter, to print smaller sheets in the middle of with crop marks; empty: pages of the sheets'
    own size. `dated`: the day that the file and the letter bear. `subject`: of a letter, where its language has one.
    `sans`: addresses in letters without serifs, as several posts' machines like them.
    """

    text: str
    language: str
    sender: Sender
    to: Addressee
    dated: date
    interface: str = "en"
    sheet: str = "a6"
    card: bool = True
    blank: bool = False
    guide: bool = False
    hand: Hand = field(default_factory=Hand)
    sides: int = 1
    envelopes: tuple[str, ...] = ()
    cut: str = "script"
    frame: str = "none"
    ink: str = "#1f2f4f"
    carrier: str = ""
    subject: str = ""
    sans: bool = False
