"""The writer's own hand: a strip to copy once, and what it tells (T2.4)."""

from collections.abc import Sequence
from datetime import date

from seguito.channels.card.hand import Hand
from seguito.channels.card.strip import hand_from, print_strip
from seguito.core.nouns import Who
from seguito.records.database import atomic
from seguito.records.reads.settings import setting
from seguito.records.writes.settings import keep_setting

_KEPT_AS = "hand"


def strip(interface: str, paper: str, ink: str, dated: date) -> bytes:
    """The strip as a PDF, on `paper` (a4 or letter)."""
    return print_strip(interface, paper, ink, dated)


def my_hand(who: Who) -> Hand:
    """As it was measured; the default one before."""
    kept = setting(who, _KEPT_AS)
    return Hand(**kept) if isinstance(kept, dict) else Hand()


def measure(who: Who, band: str, last_words: Sequence[str], interface: str) -> Hand:
    """Keep what the strip tells: the band that was written in, and the last word of each line."""
    hand = hand_from(band, last_words, interface)
    with atomic():
        keep_setting(who, _KEPT_AS, {"x_height": hand.x_height, "pitch": hand.pitch, "char": hand.char})
    return hand
