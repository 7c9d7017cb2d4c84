"""What Italian spelling knows beyond its dictionary: the lexicon, loanwords, and what a slip of the pen looks like."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from seguito.languages.it.lexicon import analyses

LETTERS = "aeioultrscndpmgvfbhzqàèéìòù"

_FOREIGN = re.compile(r"[jkwxyçñäöüßåøæœâêîôûëï]|[^aeiouàèéìòùáíóú']$|sh|oo|ee|gh(?![ei])|ph|th(?!')|ck|wh")
_GLUED = re.compile(
    r"(?P<article>l|un|d|c|dell|all|dall|nell|sull|quell|quest|bell|nessun|anch|senz|quant|com|dov|cos)(?P<rest>[aeiouàèéìòù].{2,}|è|era|erano)"
)
_APART = re.compile(
    r"(?P<first>in|di|da|per|con|tra|un|una|uno|il|lo|la|le|gli|mi|ti|si|ci|vi|non|che|ed?|ad?|al|del|più|molto|ben|poco|ogni)(?P<rest>.{4,})"
)
_IN_USE = 3.0  # once in a million words
_BARE = str.maketrans("àèéìòùáíóú", "aeeiouaiou")
_LAUGHTER = re.compile(r"(?:ha|ah|eh|he|ih|hi){2,}h?|m{2,}|(?:uh|oh|ah|eh)+|b?o+h+|z{2,}")


def is_known(form: str) -> bool:
    """Whether Italian has the word, whatever the dictionary says. `form`: lower case, apostrophe straight."""
    if analyses(form) or form.endswith("'") or _LAUGHTER.fullmatch(form):
        return True
    if form[:-1].translate(_BARE) != form[:-1] and analyses(form[:-1].translate(_BARE) + form[-1]):
        return True  # subìto, princìpi, àncora: an accent within the word helps the reader
    if len(form) < 4 and form.isascii():
        return True  # a sound, a unit, a piece of dialect: too short to tell a slip
    first, hyphen, rest = form.partition("-")
    return bool(hyphen) and bool(first) and all(bool(analyses(part)) or looks_foreign(part) for part in (first, rest))


def looks_foreign(form: str) -> bool:
    """Whether no Italian word is spelt like this: it ends in a consonant, or has letters of other languages."""
    return bool(_FOREIGN.search(form))


def near_by_sense(form: str) -> Iterator[str]:
    """Two words written as one: lazienda, unaltra, perfavore."""
    match = _GLUED.fullmatch(form)
    if match and analyses(match["rest"]):
        yield f"{match['article']}'{match['rest']}"
    match = _APART.fullmatch(form)
    if match and analyses(match["rest"]):
        yield f"{match['first']} {match['rest']}"


def best_first(form: str, found: Iterable[str]) -> tuple[str, ...]:
    """Candidates in the order in which a reader would think of them."""
    return tuple(sorted(dict.fromkeys(found), key=lambda word: (_distance(form, word) - commonness(word), word)))


def _distance(form: str, word: str) -> float:
    """In steps of ten times commoner: an accent or a doubled letter slips more easily than a letter is exchanged."""
    if word.replace("'", "") == form:
        return -8  # lazienda
    if form.translate(_BARE).rstrip("'") == word.translate(_BARE).rstrip("'"):
        return -3
    if _single(form) == _single(word):
        return -2
    if sorted(form) == sorted(word):
        return -1
    return 0 if form[:1] == word[:1] else 1


def is_slip(form: str, word: str) -> bool:
    """Whether `form` is `word` misspelt rather than a name or a foreign word that happens to be near."""
    if form[0] == word[0] and len(form) > 3 and _distance(form, word) < -1:
        return True  # staf, ringrazziandola
    if len(form) < 6 or form[0] != word[0] or form[:-1] == word:
        return False
    if commonness(word) < _IN_USE:
        return False
    return _distance(form, word) < 0 or (looks_foreign(form) == looks_foreign(word) and len(form) > 6)


def _single(form: str) -> str:
    return re.sub(r"(.)\1", r"\1", form)


def commonness(word: str) -> float:
    """Zipf's figure: the power of ten of its uses in a thousand million words; 0 for a rare one."""
    return _commonness().get(word, 0.0)


@lru_cache(maxsize=1)
def _commonness() -> dict[str, float]:
    found: dict[str, float] = {}
    for line in (Path(__file__).parent / "frequencies.txt").read_text("utf-8").splitlines():
        figure, _, words = line.partition(" ")
        if figure[:1].isdigit():
            found |= dict.fromkeys(words.split(), float(figure))
    return found
