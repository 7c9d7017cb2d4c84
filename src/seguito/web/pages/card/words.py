"""What cards, letters, envelopes and monograms are called on the page; their ids are those of `sheets.toml`."""

from collections.abc import Iterable, Mapping

from seguito.errors import N_
from seguito.speech import Speaker

SHEETS: Mapping[str, str] = {
    "a6": N_("Card, A6"),
    "a5": N_("Card, A5"),
    "a5-fold": N_("Folded card, A6 when it is closed"),
    "us-a2": N_("Card, A2 (5½ × 4¼ in)"),
    "us-a6": N_("Card, A6 of the US (6¼ × 4½ in)"),
    "letter-a4": N_("Letter, A4"),
    "letter-us": N_("Letter, US Letter"),
}
ENVELOPES: Mapping[str, str] = {
    "c6": N_("C6 (162 × 114 mm)"),
    "dl": N_("DL (220 × 110 mm)"),
    "c5": N_("C5 (229 × 162 mm)"),
    "us-a2": N_("A2 of the US"),
    "us-a6": N_("A6 of the US"),
    "us-10": N_("No. 10 of the US"),
}
CUTS: Mapping[str, str] = {
    "script": N_("Script"),
    "interlaced": N_("Interlaced"),
    "plain": N_("Plain"),
}


def called(ids: Iterable[str], words: Mapping[str, str], speaker: Speaker) -> list[tuple[str, str]]:
    """For a list to choose from: each id and what it is called; one that has no word here keeps its id."""
    return [(one, speaker.text(words.get(one, "")) or one) for one in ids]
