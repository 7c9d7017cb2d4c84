"""Printing a note: the card, the sheet that lies under it, its envelopes, the formal letter (T2.4)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from seguito.actions.hand import my_hand
from seguito.actions.stationery import my_stationery, pictures, sender_of
from seguito.channels.card.order import CardOrder
from seguito.channels.card.print import print_card
from seguito.core.nouns import Who
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
    on_page = N_("Say it once in the settings, under About me.")


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be printed, in the words of the command: see `seguito card --help`.

    `card`: with the card itself, or only what goes with it. `sheet`, `cut`, `ink`: None is one's own stationery, as it
    was chosen.
    """

    card: bool = True
    sheet: str | None = None
    envelopes: tuple[str, ...] = ()
    blank: bool = False
    guide: bool = False
    cut: str | None = None
    ink: str | None = None


def card(who: Who, wanted: str, paper: Paper, interface: str, now: datetime) -> bytes:
    """The pages as one PDF (PDF/A-2, tagged), for any note, whatever its channel or state.

    Raises what a sheet cannot hold, before anything is printed: words that have no room, letters that no typeface
    has, a missing line of an address.
    """
    return print_card(_laid_out(_facts(who, wanted, interface, now), paper))


def card_pictures(who: Who, wanted: str, paper: Paper, interface: str, now: datetime) -> tuple[bytes, ...]:
    """The same pages as pictures (PNG), to look at before anything is printed. Raises what `card` raises."""
    return pictures(_laid_out(_facts(who, wanted, interface, now), paper))


def card_parts(
    who: Who, wanted: str, papers: Mapping[str, Paper], interface: str, now: datetime
) -> dict[str, tuple[bytes, ...] | Problem]:
    """Several papers of one note, each by its name: its pictures, or why it can't be printed as it stands."""
    facts = _facts(who, wanted, interface, now)
    return {name: _pictures_or_why(_laid_out(facts, paper)) for name, paper in papers.items()}


def _pictures_or_why(order: CardOrder) -> tuple[bytes, ...] | Problem:
    try:
        return pictures(order)
    except Problem as problem:
        return problem


def _facts(who: Who, wanted: str, interface: str, now: datetime) -> CardOrder:
    """The note on one's own stationery: whose words, from whom, to whom, in which hand."""
    found, author = note(who, wanted), me(who)
    if author is None or not author.name:
        raise NobodySigns
    own = my_stationery(who)
    house = interview(who, found.interview).application.organisation.name if found.interview else ""
    return CardOrder(
        text=found.text,
        language=found.language,
        sender=sender_of(author),
        to=Addressee(f"{found.to.title} {found.to.name}".strip(), found.to.address, house),
        dated=now.date(),
        interface=interface,
        sheet=own.sheet,
        hand=my_hand(who),
        cut=own.cut,
        ink=own.ink,
        subject=found.subject,
    )


def _laid_out(facts: CardOrder, paper: Paper) -> CardOrder:
    return replace(
        facts,
        card=paper.card,
        sheet=paper.sheet or facts.sheet,
        blank=paper.blank,
        guide=paper.guide,
        envelopes=paper.envelopes,
        cut=paper.cut or facts.cut,
        ink=paper.ink or facts.ink,
    )
