"""Which of the captured details a note carries, in paraphrase and inflection (T3.4)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from seguito.core.looks.context import Context, Said
from seguito.core.looks.language.composing import composed
from seguito.core.looks.substance.people import is_readers
from seguito.core.looks.substance.reading import Line, Names, Reading, Word, read_note
from seguito.core.looks.substance.words import SubstanceWords

WHY_KINDS = frozenset({"why_here", "company"})

_COMMON = 6.4  # Zipf value of a word that weighs nothing
_FORMED = 0.8  # of a word's weight, for another word formed from the same stem (restaurant, restaurateur)
_NAME = 1.4  # times the weight, for the name of a place, a book: nobody says it by chance
_SYNONYM = 0.7
_RELATED = 0.35
_OF_ONE_FIELD = 2  # related words that say together what a synonym says (pots and kiln: pottery)
_SHORTEST_ROOT = 5  # letters that two words formed from one stem share
_ROOT_PART, _LONGEST_ENDING = 0.8, 5  # of the shorter one; letters that one may have more
_FEEBLE = 0.5  # weight of a word that everybody's notes hold, at most

# A detail is carried from here on: weight in words (a rare one weighs about 3), and share of the detail's own weight.
CARRIED_WEIGHT = 1.7
CARRIED_SHARE = 0.2


@dataclass(frozen=True, slots=True)
class Term:
    """A word of a detail that a note may recall. `weight`: more for rarer words."""

    stem: str
    weight: float
    groups: frozenset[str]


@dataclass(frozen=True, slots=True)
class Trace:
    """What of a detail stands in some sentences: the note's words for it, their weight, and how much of the detail.

    `exact`: the weight of the words that are the detail's own, in any inflection.
    """

    said: Said
    words: tuple[Word, ...] = ()
    weight: float = 0.0
    share: float = 0.0
    exact: float = 0.0

    @property
    def carried(self) -> bool:
        return self.weight >= CARRIED_WEIGHT and self.share >= CARRIED_SHARE

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        return tuple(sorted({(word.start, word.end) for word in self.words}))


@lru_cache(maxsize=512)
def terms_of(said: Said, words: SubstanceWords, names: Names) -> tuple[Term, ...]:
    """The words of a detail that say something, each once."""
    terms: dict[str, Term] = {}
    for line in read_note(composed(said.text).text, words, names).lines:
        for word in line.words:
            named = word.capital and word is not line.words[0]
            weight = weight_of(word, words) * (_NAME if named else 1.0)
            if weight > 0 and word.stem not in terms:
                terms[word.stem] = Term(word.stem, weight, frozenset(word.groups))
    return tuple(terms.values())


def weight_of(word: Word, words: SubstanceWords) -> float:
    """How much a word tells: 0 for function words and known names, up to about 4 for the rarest."""
    rarity = max(0.0, _COMMON - word.zipf)
    if word.matter:
        return rarity
    return _FEEBLE * min(1.0, rarity) if word.stem in words.everybodys and not word.named else 0.0


class Told:
    """What some sentences tell, ready to be asked: their words by stem, by root, by group of related things."""

    __slots__ = ("by_group", "by_root", "by_stem")

    def __init__(self, lines: Iterable[Line]) -> None:
        self.by_stem: dict[str, Word] = {}
        self.by_root: dict[str, list[Word]] = {}
        self.by_group: dict[str, list[Word]] = {}
        for word in (word for line in lines for word in line.telling):
            if word.stem not in self.by_stem:
                self.by_stem[word.stem] = word
                self.by_root.setdefault(word.stem[:_SHORTEST_ROOT], []).append(word)
                for group in word.groups:
                    self.by_group.setdefault(group, []).append(word)
            for part in word.parts:
                self.by_stem.setdefault(part, word)

    def recalls(self, term: Term) -> tuple[Word, float] | None:
        """The word that recalls a term, and how much of it."""
        if term.stem in self.by_stem:
            return self.by_stem[term.stem], 1.0
        for word in self.by_root.get(term.stem[:_SHORTEST_ROOT], ()):
            if _same_root(term.stem, word.stem):
                return word, _FORMED
        shared = [group for group in term.groups if group in self.by_group]
        if not shared:
            return None
        near = min(shared, key=lambda group: (not group.startswith("="), group))
        words = self.by_group[near]
        return words[0], _SYNONYM if near.startswith("=") or len(words) >= _OF_ONE_FIELD else _RELATED


def trace(said: Said, told: Told, words: SubstanceWords, names: Names) -> Trace:
    """What of a detail stands in some sentences."""
    terms = terms_of(said, words, names)
    recalled: dict[Word, tuple[float, float]] = {}  # each word of the note counts for one term, the heaviest
    for term in terms:
        found = told.recalls(term)
        if found:
            word, part = found
            own = term.weight if part >= _FORMED else 0.0
            recalled[word] = max(recalled.get(word, (0.0, 0.0)), (part * term.weight, own))
    weight, exact = sum(told for told, _ in recalled.values()), sum(own for _, own in recalled.values())
    whole = sum(term.weight for term in terms)
    return Trace(said, tuple(recalled), weight, min(1.0, weight / whole) if whole else 0.0, exact)


def _same_root(one: str, other: str) -> bool:
    """Formed from the same stem: pallavol-o and pallavol-ist, immers-ion and immerg-ere."""
    shorter, longer = sorted((one, other), key=len)
    if len(longer) > len(shorter) + _LONGEST_ENDING:
        return False
    shared = next((at for at, letter in enumerate(shorter) if letter != longer[at]), len(shorter))
    return shared >= max(_SHORTEST_ROOT, _ROOT_PART * len(shorter))


def own_details(context: Context, words: SubstanceWords) -> tuple[Said, ...]:
    """The details that a note may draw on: its reader's, and those of nobody in particular."""
    details = context.details or ()
    if not context.to:
        return details
    return tuple(said for said in details if not said.person or is_readers(said, context, words.titles))


def told_to_all(context: Context, words: SubstanceWords, names: Names) -> frozenset[str]:
    """Stems of what was told to nobody in particular, and of why here: every note may hold them."""
    free = (said for said in context.details or () if not said.person or said.kind in WHY_KINDS)
    return frozenset(term.stem for said in free for term in terms_of(said, words, names))


def details_in(reading: Reading, details: Sequence[Said], words: SubstanceWords, names: Names) -> tuple[Trace, ...]:
    """The strongest trace of each detail, in one sentence or two that stand together."""
    body = reading.body
    pairs = [Told(body[at : at + 2]) for at in range(max(1, len(body) - 1))]
    return tuple(
        max((trace(said, pair, words, names) for pair in pairs), key=lambda found: found.weight) for said in details
    )
