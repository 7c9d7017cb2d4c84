"""Unknown English words: which are slips, which are names, foreign, or new."""

import re
from functools import lru_cache
from pathlib import Path

from rapidfuzz.distance import OSA

from seguito.languages.en.dialects import spellings
from seguito.languages.en.grammar import is_function_word
from seguito.languages.en.lexicon import word as look_up

_HERE = Path(__file__).parent
_WORD = re.compile(r"[A-Za-z]+(?:['-][A-Za-z]+)*")
_SHORTEST_PART = 4  # of a new compound: mail + room; shorter ones hide slips such as “alot”


def is_known(form: str) -> bool:
    """Right after all: in our own lexicon, of another spelling, or put together from known words by hyphens."""
    if form.lower() in _also_right():
        return True
    lower = form.lower().removesuffix("'s").removesuffix("'")
    table = spellings()
    if look_up(lower).readings or is_function_word(lower) or lower in _also_right():
        return True
    if lower in table.american or lower in table.british or lower in table.oxford:
        return True
    if "-" in lower:
        return all(is_known(part) or part in _parts()[0] for part in lower.split("-") if part)
    return False


def is_slip(form: str, suggestions: tuple[str, ...], *, begins_sentence: bool) -> bool:
    """Whether an unknown form is close enough to a known word to be a slip rather than a word of another kind.

    A capital inside a sentence makes it a name; a mark, an accent or an inner capital makes it foreign or a brand.
    """
    if not _WORD.fullmatch(form) or form[1:] != form[1:].lower() or not suggestions or len(form) < 3:
        return False
    near, other = min((OSA.distance(form.lower(), other.lower()), other) for other in suggestions)
    if form.islower() and (near > 1 or other[0].lower() != form[0]) and _is_built(form):
        return False
    if form[0].isupper():
        if not begins_sentence or near != 1 or len(form) < 5:
            return False
        if is_function_word(other.lower()) or _once(other.lower()) == _once(form.lower()):
            return True
        return bool(look_up(other.lower()).readings) and len(form) > 5 and other.lower()[-2:] == form[-2:]
    if near > 1 and other[0].lower() != form[0]:
        return False
    return near <= (1 if len(form) < 6 else 2 if len(form) < 9 else 3)


def nearest_first(form: str, suggestions: tuple[str, ...]) -> tuple[str, ...]:
    """Suggestions by how little they change; then by the same ending, the longer first; possessives last."""

    def change(other: str) -> tuple[bool, int, bool, int]:
        return ("'" in other, OSA.distance(form.lower(), other.lower()), other[-1:] != form[-1:], -len(other))

    return tuple(sorted(suggestions, key=change))


def _once(form: str) -> str:
    """Every double letter single."""
    return re.sub(r"(.)\1", r"\1", form)


def _is_built(form: str) -> bool:
    """self + known, known + like, nerdy + ness, mail + room."""
    starts, ends = _parts()
    for start in starts:
        rest = form.removeprefix(start)
        if rest != form and len(rest) >= _SHORTEST_PART and (look_up(rest).readings or _is_derived(rest)):
            return True
    if any(form.endswith(end) and len(form) - len(end) >= _SHORTEST_PART for end in ends) and _is_derived(form):
        return True
    cuts = range(_SHORTEST_PART, len(form) - _SHORTEST_PART + 1)
    return any(look_up(form[:at]).may_be("n", "j") and look_up(form[at:]).may_be("n", "p") for at in cuts)


def _is_derived(form: str) -> bool:
    """A known word with an ending: green + ish, nerd(y→i) + ness, sale(-) + able."""
    for end in _parts()[1]:
        rest = form.removesuffix(end)
        if rest == form or len(rest) < _SHORTEST_PART:
            continue
        lost_e = end[0] in "aeiou" and look_up(rest + "e").readings
        if look_up(rest).readings or lost_e or (rest[-1] == "i" and look_up(rest[:-1] + "y").readings):
            return True
    return False


@lru_cache(maxsize=1)
def _also_right() -> frozenset[str]:
    """Words of letters and offices, foreign ones included, that the dictionaries lack."""
    lines = (_HERE / "also_right.txt").read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@lru_cache(maxsize=1)
def _parts() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands before and behind known words in new ones."""
    before = (
        "anti auto bi co counter de dis down ex extra fore hyper in inter mega micro mid mini mis mono multi non off on"
        " out over poly post pre pro re self semi sub super tele trans ultra un under up well"
    )
    behind = "like wise less ness ish able ful ship hood worthy ward wards free proof fold most ly ise ize er ers"
    return tuple(before.split()), tuple(behind.split())
