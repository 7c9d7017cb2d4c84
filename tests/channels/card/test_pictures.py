"""Every sheet as a picture, held against a golden one.

`SEGUITO_GOLDEN=renew pytest tests/channels/card/test_pictures.py` draws them anew: look at each before keeping it.
"""

import io
import os
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageStat

from seguito.channels.card.order import CardOrder
from seguito.channels.card.print import preview
from seguito.channels.card.sheets import envelope, envelope_names, zones_of
from seguito.reference.addresses import Addressee
from tests.channels.card.orders import AMERICAN, BY_HAND, ITALIAN, OKAFOR, an_order

GOLDEN = Path(__file__).parent / "golden"
PPI = 50
MOST_DIFFERENCE = 1.5  # of 255, on average: a renderer's rounding, never a moved line

SHEETS: dict[str, CardOrder] = {
    "card-a6-it": ITALIAN,
    "card-us-a2-en": replace(AMERICAN, cut="interlaced", ink="#5b1d2c"),
    "card-us-a6-en": replace(AMERICAN, sheet="us-a6", cut="plain"),
    "card-a5-it": replace(ITALIAN, sheet="a5", cut="interlaced", ink="#4a3526"),
    "card-fold-it": replace(ITALIAN, sheet="a5-fold", frame="circle", ink="#1d3b31"),
    "blank-and-guide-it": an_order(BY_HAND, blank=True, guide=True),
    "guide-on-a4-it": an_order(BY_HAND, blank=True, guide=True, carrier="a4"),
    "letter-a4-it": replace(ITALIAN, sheet="letter-a4", subject="il nostro colloquio di martedì 17 novembre"),
    "letter-us-en": replace(AMERICAN, sheet="letter-us", cut="interlaced", frame="lozenge"),
    "envelopes-it": replace(ITALIAN, blank=True, envelopes=("c6", "dl", "c5")),
    "envelopes-en": replace(AMERICAN, blank=True, envelopes=("us-a2", "us-a6", "us-10"), sans=True),
}


@pytest.mark.parametrize("name", SHEETS)
def test_a_sheet_looks_as_it_did(name: str) -> None:
    for number, png in enumerate(preview(SHEETS[name], "png", PPI), 1):
        drawn = Image.open(io.BytesIO(png)).convert("L")
        file = GOLDEN / f"{name}-{number}.png"
        if os.environ.get("SEGUITO_GOLDEN") == "renew":
            drawn.quantize(16).save(file, optimize=True)
        golden = Image.open(file).convert("L")
        assert drawn.size == golden.size
        assert ImageStat.Stat(ImageChops.difference(drawn, golden)).mean[0] < MOST_DIFFERENCE


LONG = Addressee("Dott.ssa Maria Antonietta Montecuccoli-Caprara di Bagnacavallo", OKAFOR.address, OKAFOR.organisation)


@pytest.mark.parametrize("name", envelope_names())
@pytest.mark.parametrize("order", [ITALIAN, AMERICAN, replace(ITALIAN, to=OKAFOR), replace(AMERICAN, to=LONG)])
def test_the_address_leaves_the_machines_zones_free(order: CardOrder, name: str) -> None:
    """Ink of the front lies in the field for the address, but for the sender's corner."""
    front = preview(replace(order, blank=True, envelopes=(name,)), "png", 72)[1]
    picture = Image.open(io.BytesIO(front)).convert("L")
    sheet = envelope(order, name)
    zones = zones_of(sheet, order.sender.addressee.address.country)
    mm = picture.width / sheet["width"]
    if sheet["sender"] == "corner":
        picture.paste(255, (0, 0, round(70 * mm), round((zones["top"] - 0.5) * mm)))
    left, top, right, bottom = ImageChops.invert(picture).getbbox() or (0, 0, 0, 0)
    assert left / mm >= zones["edge"] - 0.5
    assert right / mm <= sheet["width"] - zones["edge"] + 0.5
    assert top / mm >= zones["top"] - 0.5
    assert bottom / mm <= sheet["height"] - zones["bottom"] + 0.5
