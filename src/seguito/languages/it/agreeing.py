"""The form of an adjective, participle, noun or determiner that agrees with something else."""

from collections.abc import Iterator

from seguito.languages.it.words import Pair, reading

_ENDINGS = {
    ("m", "s"): ("o", "e", "co", "go", "io", "a"),
    ("f", "s"): ("a", "e", "ca", "ga", "ia"),
    ("m", "p"): ("i", "ci", "chi", "gi", "ghi", "iei", "uoi"),
    ("f", "p"): ("e", "i", "che", "ghe", "ie", "ce", "ge"),
}


def agreeing(form: str, pair: Pair) -> str:
    """`seria` for `serio` and a feminine singular; empty where no such form of the same word is known."""
    wanted = reading(form)
    for stem in _stems(form):
        for ending in _ENDINGS[pair]:
            other = reading(stem + ending)
            same = not other.lemmas.isdisjoint(wanted.lemmas)
            if same and pair in other.adjective_pairs | other.determiner_pairs | other.noun_pairs:
                return stem + ending
    return ""


def _stems(form: str) -> Iterator[str]:
    for size in (1, 2, 3):
        if len(form) > size:
            yield form[:-size]
