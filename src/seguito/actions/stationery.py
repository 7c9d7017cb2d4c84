"""The stationery that somebody has settled on: which card, in which envelope, with which monogram and ink (T2.4)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from functools import lru_cache

from seguito.actions.hand import my_hand
from seguito.channels.card.monogram import CUTS, NoSuchCut, checked_ink
from seguito.channels.card.order import CardOrder, NoSuchSheet, Sender
from seguito.channels.card.print import preview
from seguito.channels.card.sheets import card_names, envelope_names, geometry
from seguito.channels.card.strip import bands, sentence
from seguito.core.names import initials_of
from seguito.core.nouns import Address, Person, Who
from seguito.core.reasons import Reason
from seguito.errors import N_
from seguito.records.database import atomic
from seguito.records.reads.people import me
from seguito.records.reads.settings import setting
from seguito.records.writes.settings import keep_setting
from seguito.reference.addresses import Addressee

__all__ = ["Choices", "Stationery", "bands", "choices", "choose", "my_stationery", "pictures", "sample", "sender_of",
           "sentence", "stationery_with"]  # fmt: skip

_KEPT_AS = "stationery"
_HELD = 12  # orders whose pictures are kept in memory: those that somebody is just looking at
PPI = 144.0  # a card's picture is then about 840 pixels wide: sharp on a phone, light on the way


@dataclass(frozen=True, slots=True)
class Stationery:
    """Names of `sheets.toml`; `cut`: of a monogram; `ink`: #rrggbb. Raises NoSuchSheet, NoSuchCut, InkUnreadable."""

    sheet: str = "a6"
    envelope: str = "c6"
    cut: str = "script"
    ink: str = "#1f2f4f"

    def __post_init__(self) -> None:
        for kind, name, known in (
            (N_("sheet"), self.sheet, card_names()),
            (N_("envelope"), self.envelope, envelope_names()),
        ):
            if name not in known:
                raise NoSuchSheet(kind=Reason("T2.4", kind), name=name, known=known)
        if self.cut not in CUTS:
            raise NoSuchCut(cut=self.cut, cuts=tuple(CUTS))
        checked_ink(self.ink)


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that can be chosen."""

    sheets: tuple[str, ...]
    envelopes: tuple[str, ...]
    cuts: tuple[str, ...]


def choices() -> Choices:
    return Choices(card_names(), envelope_names(), tuple(CUTS))


def my_stationery(who: Who) -> Stationery:
    """As it was chosen; before, the card that everybody sells."""
    kept = setting(who, _KEPT_AS)
    return Stationery(**kept) if isinstance(kept, dict) else Stationery()


def envelope_of(sheet: str) -> str:
    """The envelope that a card goes into unfolded; a letter, folded, into the long one."""
    found = geometry()["cards"].get(sheet)
    if found:
        return str(found["envelope"])
    return "us-10" if sheet == "letter-us" else "dl"


def choose(who: Who, told: Mapping[str, str]) -> Stationery:
    """Keep what is told, and what is not told as it was. Raises what `Stationery` raises."""
    chosen = stationery_with(my_stationery(who), told)
    with atomic():
        keep_setting(who, _KEPT_AS, asdict(chosen))
    return chosen


def stationery_with(before: Stationery, told: Mapping[str, str]) -> Stationery:
    """`before` with what is told; another card brings its own envelope along, unless another one is told as well."""
    wanted = {one.name: told[one.name] for one in fields(Stationery) if told.get(one.name)}
    new_sheet = wanted.get("sheet", before.sheet) != before.sheet
    if new_sheet and wanted["sheet"] in card_names() and wanted.get("envelope", before.envelope) == before.envelope:
        wanted["envelope"] = envelope_of(wanted["sheet"])
    return Stationery(**{**asdict(before), **wanted})


def sample(who: Who, stationery: Stationery, interface: str, now: datetime) -> tuple[bytes, ...]:
    """Pictures (PNG) of the empty card, and under it the ruled sheet with the strip's sentence in one's own hand.

    A letter has no under-sheet: its head alone.
    """
    author = me(who) or Person("", "", "")
    order = CardOrder(
        text=sentence(interface),
        language=interface,
        sender=sender_of(author),
        to=Addressee("", Address()),
        dated=now.date(),
        interface=interface,
        sheet=stationery.sheet,
        blank=True,
        guide=stationery.sheet in geometry()["cards"],
        hand=my_hand(who),
        cut=stationery.cut,
        ink=stationery.ink,
    )
    return pictures(order)


@lru_cache(maxsize=_HELD)
def pictures(order: CardOrder) -> tuple[bytes, ...]:
    """The order's pages, drawn once as long as neither a word nor a measure of it changes."""
    return preview(order, "png", PPI)


def sender_of(author: Person) -> Sender:
    return Sender(
        Addressee(author.name, author.address, oneself=True),
        initials=author.initials or initials_of(author.name),
        email=author.email,
        phone=author.phones[0] if author.phones else "",
    )
