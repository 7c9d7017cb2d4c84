"""Full names as people write them: which part is the family's, and the initials."""

import re

# Small words that belong to the family name that follows them.
_PARTICLES = frozenset(
    "af al ap av bin ibn da dal dalla de degli dei del della delle dello den der des di do dos du el la las le li lo"
    " los mac nic ní san sant santa ten ter uí van vom von y zu ó".split()
)


def split_name(name: str) -> tuple[str, str]:
    """Given and family name of a full name in the order "given family".

    The family name is the last word with the particles before it ("Ngozi van der Berg" → "van der Berg"); a single
    word is a given name. Where that is wrong, the person can be told better (`seguito set person`).
    """
    words = name.split()
    if len(words) < 2:
        return name.strip(), ""
    first = len(words) - 1
    while first > 1 and words[first - 1].casefold().strip("'’.") in _PARTICLES:
        first -= 1
    return " ".join(words[:first]), " ".join(words[first:])


def initials_of(name: str) -> str:
    """Up to three initials for a monogram: of the given names and the family name, particles left out."""
    words = [w for w in re.split(r"[\s\-]+", name) if w and w.casefold().strip("'’.") not in _PARTICLES]
    letters = [next((c for c in word if c.isalpha()), "") for word in words]
    chosen = [letter for letter in letters if letter]
    if len(chosen) > 3:
        chosen = [*chosen[:2], chosen[-1]]
    return "".join(chosen).upper()
