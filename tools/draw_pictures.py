"""Draw the pictures of `docs/stationery.md` anew: the sheets of one note in each language, small.

python tools/draw_pictures.py
"""

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

from PIL import Image, ImageOps

from seguito.channels.card.order import CardOrder, Sender
from seguito.channels.card.print import preview
from seguito.core.nouns import Address
from seguito.reference.addresses import Addressee

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
PPI = 64
ITALIAN = """Gentile dottoressa Bianchi,

la nebbia di San Francisco mi ha accompagnata fino a casa: somiglia al vostro mestiere, \
mettere i piedi dove ancora non si vede. È per questo che vorrei esserci.

E quando torna all’Isola, provi la Trattoria dei Cordai.

Con gratitudine,
Elena Rossi"""
ENGLISH = """Dear Ms. Okafor,

Your cable car has stayed with me: stalled halfway up the hill, and the conductor asking everyone where they were \
headed. I heard in it how your team does its research, and that is why I would like to be there.

With warm thanks,
Ada Conti"""

ELENA = Sender(
    Addressee("Elena Rossi", Address("Via Lario 231", "20124", "Milano", "MI", "IT")), "ER", "elena@rossi.example"
)
ADA = Sender(
    Addressee("Ada Conti", Address("12 Peachtree Lane", "30309", "Atlanta", "GA", "US")), "AC", "ada@example.org"
)
BIANCHI = Addressee(
    "dott.ssa Giulia Bianchi", Address("Via Pietro Borsieri 114", "20159", "Milano", "MI", "IT"), "Officina Meridiana"
)
OKAFOR = Addressee(
    "Ms. Adaeze Okafor", Address("1184 Walton Street NW", "30303", "Atlanta", "GA", "US"), "Halyard & Pine"
)
DAY = date(2026, 12, 2)
HOME = CardOrder(ITALIAN, "it", ELENA, BIANCHI, DAY, interface="it", envelopes=("c6",))
AWAY = CardOrder(
    ENGLISH, "en-US", ADA, OKAFOR, DAY, sheet="us-a2", envelopes=("us-a2",), cut="interlaced", ink="#5b1d2c"
)

# The file's name, and which page of which order it shows.
SHOWN = {
    "card-it": (HOME, 0),
    "guide-it": (replace(HOME, blank=True, guide=True), 1),
    "envelope-it": (HOME, 1),
    "flap-it": (HOME, 2),
    "letter-it": (replace(HOME, sheet="letter-a4", subject="il nostro colloquio di martedì"), 0),
    "card-en": (AWAY, 0),
    "guide-en": (replace(AWAY, blank=True, guide=True, carrier="letter"), 1),
    "envelope-en": (AWAY, 1),
    "letter-en": (replace(AWAY, sheet="letter-us"), 0),
}


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    for name, (order, page) in SHOWN.items():
        drawn = Image.open(io.BytesIO(preview(order, "png", PPI)[page])).convert("RGB")
        framed = ImageOps.expand(drawn, 1, "#d8d4cc")
        framed.quantize(32).save(PICTURES / f"{name}.png", optimize=True)
        print(f"{name}.png {framed.width} x {framed.height}")


if __name__ == "__main__":
    main()
