"""What each page of an order holds, in the form in which the drawing (typ/) takes it. Lengths in millimetres."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.resources import files
from typing import Any

from seguito.channels.card.falsariga import Plan, plan
from seguito.channels.card.labels import labels
from seguito.channels.card.monogram import draw
from seguito.channels.card.order import CardOrder, NoSuchSheet
from seguito.channels.card.room import guess_size, place_address, room_for_address, type_sizes
from seguito.channels.card.words import Parts, clean, lines_for_typst, paragraph_for_typst, parts_of
from seguito.core.reasons import Reason
from seguito.errors import N_, Problem
from seguito.languages.letters import letter_form, place_and_date
from seguito.reference.addresses import postal_lines, written_lines

Data = dict[str, Any]


class AddressOverfull(Problem):
    """Figures in mm, of the address in the smallest type."""

    id = "address-overfull"
    happened = N_(
        "The address of {person} does not fit on the envelope: it is {widest} × {height} mm, "
        "and {room} × {room_height} mm are free for it."
    )
    safe = N_("Nothing was printed.")
    next_step = N_("Shorten the line, break the street in two, or take a larger envelope.")


@lru_cache
def geometry() -> Mapping[str, Any]:
    """`sheets.toml`: every size and margin."""
    return tomllib.loads(files(__package__).joinpath("sheets.toml").read_text(encoding="utf-8"))


def card_names() -> tuple[str, ...]:
    """Everything that `--sheet` takes."""
    return (*geometry()["cards"], *geometry()["papers"])


def envelope_names() -> tuple[str, ...]:
    return tuple(geometry()["envelopes"])


def for_typst(order: CardOrder) -> Data:
    """The whole order. Raises NoSuchSheet, and what monograms and addresses raise."""
    language, region = _tags(order.language)
    mark = draw(order.sender.initials, order.cut, order.frame, order.ink)
    return {
        "title": clean(f"{order.sender.addressee.name} · {order.to.name}").strip(" ·"),
        "author": clean(order.sender.addressee.name),
        "lang": language,
        "region": region,
        "ink": order.ink,
        "dated": {"year": order.dated.year, "month": order.dated.month, "day": order.dated.day},
        "monogram": {"svg": mark.svg, "width": mark.width, "height": mark.height, "alt": mark.alt} if mark else None,
        "sheets": list(_sheets(order)),
    }


def _tags(language: str) -> tuple[str, str | None]:
    """Language and region as Typst takes them; a language it can't take is hyphenated as English."""
    found = re.fullmatch(r"([A-Za-z]{2,3})(?:-([A-Za-z]{2}))?", language)
    return (found[1].lower(), found[2].lower() if found[2] else None) if found else ("en", None)


def _sheets(order: CardOrder) -> Iterator[Data]:
    if order.sheet not in card_names():
        raise NoSuchSheet(kind=Reason("T2.4", N_("sheet")), name=order.sheet, known=card_names())
    if order.card:
        yield letter(order) if order.sheet in geometry()["papers"] else card(order)
    if order.guide:
        yield guide(order)
    for name in order.envelopes:
        yield envelope(order, name)


def card(order: CardOrder) -> Data:
    """The card with the note printed, or blank."""
    sheet = named("cards", order.sheet, N_("sheet"))
    foot = "" if order.blank or "fold" in sheet else foot_of(order)
    placed = geometry()["foot"]
    bottom = sheet["bottom"] + (placed["room"] if foot else 0)
    parts = parts_of(order.text)
    guess = guess_size(parts, sheet, bottom)
    return {
        **sheet,
        "kind": "folded" if "fold" in sheet else "flat",
        "carrier": carrier(order, sheet),
        "note": None if order.blank else note_of(parts, order.language),
        "sizes": type_sizes(sheet["sizes"]),
        "guess": guess.size,
        "sure": guess.sure,
        "bottom": bottom,
        "foot": foot,
        "foot_from_edge": placed["from_edge"],
    }


def letter(order: CardOrder) -> Data:
    """The formal letter, or with `blank` its head alone. Of an address that is not known, name and house stay."""
    sheet = named("papers", order.sheet, N_("sheet"))
    language = _letter_language(order.language)
    form = letter_form(language)
    me = order.sender.addressee
    place = ", ".join(written_lines(replace(me, name=""))) if me.address.street else ""
    reach = (place, order.sender.email, order.sender.phone)
    subject = clean(order.subject).strip()
    return {
        **sheet,
        "kind": "letter",
        "carrier": None,
        "head": clean(me.name),
        "foot": clean("  ·  ".join(text for text in reach if text)),
        "folds": [] if "no_folds" in sheet else [sheet["height"] / 3, sheet["height"] * 2 / 3],
        "form": {
            "addressee": form.addressee,
            "paragraphs": form.paragraphs,
            "closing": form.closing,
            "subject": form.subject,
        },
        "place_and_date": clean(place_and_date(me.address.city.strip(), order.dated, language)),
        "to": [clean(line) for line in _addressee_lines(order)],
        "subject": lines_for_typst(subject, order.language) if subject else None,
        "note": None if order.blank else note_of(parts_of(order.text), order.language),
    }


def guide(order: CardOrder) -> Data:
    """The under-sheet of a card. Raises NoRoomForThePen where the note does not fit in that hand."""
    sheet = named("cards", order.sheet, N_("card"))
    measures = geometry()["guide"]
    laid_out = plan(parts_of(order.text), order.hand, sheet, measures, order.sides)
    texts = labels("guide", order.interface)
    return {
        "kind": "guide",
        "width": sheet["width"],
        "height": sheet["height"],
        "carrier": carrier(order, sheet),
        "monogram": None if "fold" in sheet else sheet["monogram"],
        "side": measures["side"],
        "pitch": order.hand.pitch,
        "x_height": order.hand.x_height,
        "stretch": order.hand.stretch,
        "labels": dict(texts),
        "sides": [_side(laid_out, number, texts) for number in range(len(laid_out.fields))],
    }


def _side(laid_out: Plan, number: int, texts: Mapping[str, str]) -> Data:
    field, hand = laid_out.fields[number], laid_out.hand
    rows = list(laid_out.on_side(number))
    figures = {"x_height": hand.x_height, "pitch": hand.pitch}
    told = {name: f"{value:g}".replace(".", texts["decimal"]) for name, value in figures.items()}
    count = round(field.width / hand.char)
    return {
        "first": field.first,
        "rows": field.rows,
        "lines": [{"line": line, "text": row.text, "indent": row.indent} for line, row in rows],
        "state": texts["state"].format(used=len(rows), available=field.rows, count=count, **told),
    }


def envelope(order: CardOrder, name: str) -> Data:
    """An envelope with both addresses, the zones of the country it is posted in kept free. Raises AddressOverfull."""
    sheet = named("envelopes", name, N_("envelope"))
    origin = order.sender.addressee.address.country or order.to.address.country
    zones = zones_of(sheet, origin)
    to = [clean(line) for line in postal_lines(order.to, origin, order.interface)]
    face = "sans" if order.sans else "serif"
    placed = place_address(to, face, sheet, zones, geometry()["address"]["sizes"])
    room, tall = room_for_address(sheet, zones)
    if placed.width > room or placed.height > tall:
        figures = {"widest": placed.width, "height": placed.height, "room": room, "room_height": tall}
        raise AddressOverfull(person=order.to.name, **{figure: round(mm) for figure, mm in figures.items()})
    return {
        **sheet,
        "kind": "envelope",
        "carrier": carrier(order, sheet),
        "to": to,
        "at": {"size": placed.size, "x": placed.x, "y": placed.y},
        "from": [clean(line) for line in sender_lines(order)],
        "sender": zones["sender"],
        "face": face,
        "monogram": bool(order.sender.initials),
    }


def zones_of(sheet: Data, origin: str) -> Data:
    """What must stay free on an envelope posted in `origin`, in mm from its edges; and where its sender stands."""
    zones = geometry()["zones"]
    zone = zones.get(origin.upper(), zones["default"])
    top = max(zone["stamp"]["height"], sheet["height"] - zone["read"] if "read" in zone else 0)
    return {"edge": zone["edge"], "bottom": zone["bottom"], "top": top, "sender": zone["sender"]}


def sender_lines(order: CardOrder) -> tuple[str, ...]:
    """The sender's address as it is read at the other end: with the country when the letter leaves it. Empty: none."""
    me = order.sender.addressee
    if not me.address.street:
        return ()
    return postal_lines(me, order.to.address.country or me.address.country, order.interface)


def _addressee_lines(order: CardOrder) -> tuple[str, ...]:
    origin = order.sender.addressee.address.country or order.to.address.country
    if order.to.address.street:
        return postal_lines(order.to, origin, order.interface)
    return tuple(line for line in (order.to.name, order.to.organisation) if line)


def _letter_language(language: str) -> str:
    """The language whose form of a letter is followed: the note's own where we have it, else English."""
    try:
        letter_form(language)
    except LookupError:
        return "en"
    return language


def foot_of(order: CardOrder) -> str:
    """The line at the foot of a printed card: how to reach the sender, whose name it gives where the note does not."""
    reach = [text for text in (order.sender.email, order.sender.phone) if text]
    if not reach:
        return ""
    signed = bool(parts_of(order.text).name)
    return clean("  ·  ".join([*([] if signed else [order.sender.addressee.name]), *reach]))


def note_of(parts: Parts, language: str) -> Data:
    return {
        "salutation": lines_for_typst(parts.salutation, language) if parts.salutation else None,
        "paragraphs": [paragraph_for_typst(text, language) for text in parts.paragraphs],
        "closing": lines_for_typst(parts.closing, language) if parts.closing else None,
        "name": lines_for_typst(parts.name, language) if parts.name else None,
        "postscript": [paragraph_for_typst(text, language) for text in parts.postscript],
    }


def carrier(order: CardOrder, sheet: Data) -> list[float] | None:
    """The larger page that a sheet is printed on, turned where the sheet is too wide for it."""
    if not order.carrier:
        return None
    width, height = named("carriers", order.carrier, N_("paper"))
    turned = sheet["width"] > width - 10
    return [height, width] if turned else [width, height]


def named(kind: str, name: str, called: str) -> Any:
    found = geometry()[kind].get(name)
    if found is None:
        raise NoSuchSheet(kind=Reason("T2.4", called), name=name, known=tuple(geometry()[kind]))
    return found
