"""Notes pasted from elsewhere hold letters in two pieces (e + ´): rules read them composed, findings point back."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import accumulate

from seguito.core.looks.finding import Finding

_REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Composed:
    """`text`: composed, and fit for UTF-8. `places[i]`: where its i-th code point begins in the original."""

    original: str
    text: str
    places: tuple[int, ...] | None

    def back(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings with the offsets and quotes of the original."""
        if self.places is None:
            return tuple(findings)
        return tuple(self._moved(finding, self.places) for finding in findings)

    def _moved(self, finding: Finding, places: tuple[int, ...]) -> Finding:
        if finding.start is None or finding.end is None:
            return finding
        start, end = places[finding.start], places[finding.end]
        return replace(finding, start=start, end=end, quote=self.original[start:end])


def composed(text: str) -> Composed:
    """Letter by letter, so that every piece knows where it came from. Lone surrogates become U+FFFD."""
    clean = "".join(_REPLACEMENT if "\ud800" <= c <= "\udfff" else c for c in text) if _has_surrogates(text) else text
    if unicodedata.is_normalized("NFC", clean):
        return Composed(text, clean, None)
    clusters: list[str] = []
    for letter in clean:
        if clusters and unicodedata.combining(letter):
            clusters[-1] += letter
        else:
            clusters.append(letter)
    pieces = [unicodedata.normalize("NFC", cluster) for cluster in clusters]
    begins = [0, *accumulate(len(cluster) for cluster in clusters)]
    places = [begins[index] for index, piece in enumerate(pieces) for _ in piece]
    return Composed(clean, "".join(pieces), (*places, len(text)))


def _has_surrogates(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False
