"""Printing a note: the card, the sheet that lies under it, its envelopes, the formal letter (T2.4)."""

from dataclasses import dataclass
from datetime import datetime

from seguito.actions.hand import my_hand
from seguito.channels.card.order import CardOrder, Sender
from seguito.channels.card.print import print_card
from seguito.core.names import initials_of
from seguito.core.nouns import Note, Person, Who
from seguito.errors import N_, Problem
from seguito.records.reads.interviews import interview
from seguito.records.reads.notes import note
from seguito.records.reads.people import me
from seguito.reference.addresses import Addressee


class NobodySigns(Problem):
    id = "nobody-signs"
    happened = N_("Nobody has said yet who the card is from, and it bears their initials.")
    safe = N_("Nothing was printed.")
    next_step = N_('Say it once: seguito me name="…" street=… postcode=… city=… country=…')


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be printed, in the words of the command: see `seguito card --help`."""

    sheet: str = "a6"
    envelopes: tuple[str, ...] = ()
    blank: bool = False
    guide: bool = False
    cut: str = "script"
    ink: str = "#1f2f4f"


def card(who: Who, wanted: str, paper: Paper, interface: str, now: datetime) -> bytes:
    """The pages as one PDF (PDF/A-2, tagged), for any note, whatever its channel or state.

    Raises what a sheet cannot hold, before anything is printed: words that have no room, letters that no typeface
    has, a missing line of an address.
    """
    found = note(who, wanted)
    author = me(who)
    if author is None or not author.name:
        raise NobodySigns
    return print_card(_order(who, found, author, paper, interface, now))


def _order(who: Who, found: Note, author: Person, paper: Paper, interface: str, now: datetime) -> CardOrder:
    house = interview(who, found.interview).application.organisation.name if found.interview else ""
    return CardOrder(
        text=found.text,
        language=found.language,
        sender=Sender(
            Addressee(author.name, author.address, oneself=True),
            initials=author.initials or initials_of(author.name),
            email=author.email,
            phone=author.phones[0] if author.phones else "",
        ),
        to=Addressee(f"{found.to.title} {found.to.name}".strip(), found.to.address, house),
        dated=now.date(),
        interface=interface,
        sheet=paper.sheet,
        blank=paper.blank,
        guide=paper.guide,
        envelopes=paper.envelopes,
        hand=my_hand(who),
        cut=paper.cut,
        ink=paper.ink,
        subject=found.subject,
    )
