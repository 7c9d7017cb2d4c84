"""Capital letters as a country's own readers expect them; Python knows one rule for all."""

import unicodedata

_TURKIC = frozenset({"TR", "AZ"})
_GREEK = frozenset({"GR", "CY"})
_TONOS, _DIALYTIKA = "\u0301", "\u0308"


def capitals(text: str, country: str) -> str:
    """The text in capitals by the rules of `country` (ISO 3166-1 alpha-2, or empty)."""
    if country in _TURKIC:
        text = text.replace("i", "İ").replace("ı", "I")
    upper = text.upper()
    if country in _GREEK:  # capitals carry no tonos, but keep their dialytika
        upper = "".join(c for c in unicodedata.normalize("NFD", upper) if c != _TONOS)
    return unicodedata.normalize("NFC", upper)
