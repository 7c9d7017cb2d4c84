"""The cast's orders, and how a printed file is read back."""

import io
import re
from dataclasses import replace
from datetime import date

import pypdf

from seguito.channels.card.order import CardOrder, Sender
from seguito.core.nouns import Address
from seguito.reference.addresses import Addressee

NOTE_IT = """Gentile dottoressa Bianchi,

la nebbia di San Francisco che mi raccontava martedì, quella che si mangia il ponte e lascia in piedi soltanto i \
piloni, mi ha accompagnata fino a casa: somiglia al vostro mestiere.

Vorrei esserci perché da voi «prima si ascolta, poi si disegna», e lo si dice anche al cliente che ha fretta.

Quando passa di nuovo all’Isola, provi la Trattoria dei Cordai: la zuppa di farro la convincerà anche d’estate.

Con gratitudine,
Elena Rossi"""

NOTE_EN = """Dear Ms. Okafor,

I keep coming back to your cable car in San Francisco: stalled halfway up the hill, and the conductor using the wait \
to ask everyone where they were headed.

That is why I would like to be there: you write down what people say before you write down what you think.

With warm thanks,
Ada Conti"""

BY_HAND = """Gentile dottoressa Bianchi,

la nebbia di San Francisco mi ha accompagnata fino a casa: somiglia al vostro mestiere.

E quando torna all’Isola, provi la Trattoria dei Cordai.

Con gratitudine,
Elena Rossi"""

ELENA = Sender(
    Addressee("Elena Rossi", Address("Via Lario 231", "20124", "Milano", "MI", "IT"), oneself=True),
    initials="ER",
    email="elena@rossi.example",
    phone="+39 02 5550 0142",
)
ADA = Sender(
    Addressee("Ada Conti", Address("12 Peachtree Lane", "30309", "Atlanta", "GA", "US"), oneself=True),
    initials="AC",
    email="ada@example.org",
)
BIANCHI = Addressee(
    "dott.ssa Giulia Bianchi", Address("Via Pietro Borsieri 114", "20159", "Milano", "MI", "IT"), "Officina Meridiana"
)
OKAFOR = Addressee(
    "Ms. Adaeze Okafor", Address("1184 Walton Street NW\nSuite 500", "30303", "Atlanta", "GA", "US"), "Halyard & Pine"
)

ITALIAN = CardOrder(NOTE_IT, "it", ELENA, BIANCHI, date(2026, 12, 2), interface="it")
AMERICAN = CardOrder(NOTE_EN, "en-US", ADA, OKAFOR, date(2026, 12, 2), sheet="us-a2")


def an_order(text: str, **changes: object) -> CardOrder:
    return replace(ITALIAN, text=text, **changes)  # type: ignore[arg-type]


def squashed(text: str) -> str:
    """The text without white space, without soft hyphens and without the joiner after an elision."""
    return re.sub(r"[\s\u00a0\u202f\u00ad\u2060]+", "", text)


def pages_of(pdf: bytes) -> list[str]:
    return [squashed(page.extract_text()) for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def sizes_of(pdf: bytes) -> list[tuple[float, float]]:
    """Each page's width and height in mm."""
    boxes = [page.mediabox for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    return [(float(box.width) * 25.4 / 72, float(box.height) * 25.4 / 72) for box in boxes]
