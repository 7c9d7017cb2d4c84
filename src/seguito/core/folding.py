"""Words compared whatever their case, accents and apostrophes."""

import unicodedata

_SAME = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "´": "'", "`": "'", "ø": "o", "ł": "l", "đ": "d", "æ": "ae"})


def folded(text: str) -> str:
    """Small letters without marks, one space between words: `Nicolò  D’Angelo` and `nicolo d'angelo` are the same."""
    if text.isascii():
        return " ".join(text.lower().replace("`", "'").split())
    bare = unicodedata.normalize("NFKD", text.casefold().translate(_SAME))
    return " ".join("".join(letter for letter in bare if not unicodedata.combining(letter)).split())
