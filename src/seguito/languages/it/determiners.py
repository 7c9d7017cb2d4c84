"""Articles and whatever changes its form like them: il, lo, l'; del, dello, dell'; quel, bel, nessun, un."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from itertools import product

Pair = tuple[str, str]  # gender and number


class Beginning(IntEnum):
    """How the word after an article begins: libro, studio, amico, or a sound on which writers differ."""

    PLAIN = 0
    HARD = 1
    VOWEL = 2
    UNSURE = 3


_VOWELS = frozenset("aeiouàèéìòù")
_DIFFERING = tuple("pn pt ct bd mn ft ts h j w x y chef chal cham iu suocer".split())


def beginning(word: str) -> Beginning:
    """Lower-case `word`. A vowel after i- makes that a half vowel (lo iodio), on which writers differ."""
    first, second = word[:1], word[1:2]
    if word.startswith(_DIFFERING) or not first.isalpha() or (first == "i" and second in _VOWELS):
        return Beginning.UNSURE
    if first in _VOWELS:
        return Beginning.VOWEL
    hard = (
        first == "z" or word.startswith(("gn", "ps")) or (first == "s" and second.isalpha() and second not in _VOWELS)
    )
    return Beginning.HARD if hard else Beginning.PLAIN


@dataclass(frozen=True, slots=True)
class Family:
    """The forms of one word, each by how the next word begins: plain, hard, vowel. Without plural: empty."""

    masculine: tuple[str, str, str]
    feminine: tuple[str, str, str]
    masculine_plural: tuple[str, ...] = ()
    feminine_plural: tuple[str, ...] = ()

    def form(self, pair: Pair, begins: Beginning) -> str:
        """The right form, or none where the family has no plural. `begins` is not UNSURE."""
        row = {
            ("m", "s"): self.masculine,
            ("f", "s"): self.feminine,
            ("m", "p"): self.masculine_plural,
            ("f", "p"): self.feminine_plural,
        }[pair]
        return row[begins] if row else ""

    def all_forms(self) -> Iterator[tuple[str, Pair]]:
        for pair, begins in product(product("mf", "sp"), tuple(Beginning)[:3]):
            if form := self.form((pair[0], pair[1]), begins):
                yield form, (pair[0], pair[1])


def _joined(stem: str) -> Family:
    """del, dello, dell', della …"""
    double = f"{stem}ll"
    return Family(
        (f"{stem}l", f"{double}o", f"{double}'"),
        (f"{double}a", f"{double}a", f"{double}'"),
        (f"{stem}i", f"{stem}gli", f"{stem}gli"),
        (f"{double}e",) * 3,
    )


def _cut(stem: str) -> Family:
    """un, uno, una, un'"""
    return Family((stem, f"{stem}o", stem), (f"{stem}a", f"{stem}a", f"{stem}'"))


FAMILIES = (
    Family(("il", "lo", "l'"), ("la", "la", "l'"), ("i", "gli", "gli"), ("le",) * 3),
    *map(_joined, ("de", "a", "da", "ne", "su")),
    Family(("quel", "quello", "quell'"), ("quella", "quella", "quell'"), ("quei", "quegli", "quegli"), ("quelle",) * 3),
    Family(("bel", "bello", "bell'"), ("bella", "bella", "bell'"), ("bei", "begli", "begli"), ("belle",) * 3),
    *map(_cut, ("un", "nessun", "alcun", "ciascun")),
)
# After these forms a word can only be a noun or go with one; lo, la, gli, le and l' may be pronouns.
CERTAIN = frozenset(
    "il i un un' del dello dell' della dei degli delle al allo all' alla ai agli alle "
    "dal dallo dall' dalla dagli dalle nel nello nell' nella nei negli nelle sul sullo sull' sulla sui sugli sulle "
    "quel quei quegli quell' bel bei begli bell' nessun nessun' alcun alcun' ciascun ciascun'".split()
)


@lru_cache(maxsize=1)
def _by_form() -> dict[str, tuple[Family, frozenset[Pair]]]:
    return {
        form: (family, frozenset(pair for other, pair in family.all_forms() if other == form))
        for family in FAMILIES
        for form, _ in family.all_forms()
    }


def family_of(form: str) -> Family | None:
    """The family that a form belongs to."""
    found = _by_form().get(form)
    return found[0] if found else None


def pairs_of(form: str) -> frozenset[Pair]:
    """The genders and numbers that a form shows: both genders for l'."""
    found = _by_form().get(form)
    return found[1] if found else frozenset()


def joined_with(preposition: str) -> str:
    """A form of the family that a preposition makes with the article: `a` gives `al`. con and per make none."""
    return {"di": "del", "a": "al", "da": "dal", "in": "nel", "su": "sul"}.get(preposition, "il")
