"""The words of an Italian sentence with everything that each may be, read once and remembered by its sentence."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from seguito.core.looks.language.prose import Kind, Sentence, Token
from seguito.languages.it.lexicon import Analysis, analyses

Pair = tuple[str, str]  # gender and number: ("f", "s")
PAIRS: frozenset[Pair] = frozenset((gender, number) for gender in "mf" for number in "sp")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a form may be, in the shapes that rules ask for. `kinds`: parts of speech, verbs by their mood.

    `pairs`: genders and numbers that the form may have as a noun, adjective or participle; `noun_pairs`,
    `adjective_pairs` (past participles among these) and `determiner_pairs`: by part of speech.
    """

    form: str
    analyses: tuple[Analysis, ...]
    kinds: frozenset[str]
    lemmas: frozenset[str]
    pairs: frozenset[Pair]
    noun_pairs: frozenset[Pair]
    adjective_pairs: frozenset[Pair]
    determiner_pairs: frozenset[Pair]
    finite: tuple[Analysis, ...]


@lru_cache(maxsize=8192)
def reading(form: str) -> Reading:
    found = analyses(form)
    nouns = _pairs(a for a in found if a.kind == "noun")
    adjectives = _pairs(a for a in found if a.kind == "adjective" or (a.mood == "participle" and a.tense == "past"))
    return Reading(
        form,
        found,
        frozenset(_kind(a) for a in found),
        frozenset(a.lemma for a in found),
        nouns | adjectives | _pairs(a for a in found if a.mood == "participle"),
        nouns,
        adjectives,
        _pairs(a for a in found if a.kind == "determiner"),
        tuple(a for a in found if a.is_finite and a.mood != "imperative"),
    )


def _kind(analysis: Analysis) -> str:
    if analysis.kind != "verb":
        return analysis.kind
    return "finite" if analysis.is_finite and analysis.mood != "imperative" else analysis.mood


def _pairs(found: Iterator[Analysis]) -> frozenset[Pair]:
    return frozenset(pair for a in found for pair in PAIRS if a.gender in {"", pair[0]} and a.number in {"", pair[1]})


@dataclass(frozen=True, slots=True)
class Word:
    """A token in its place. A name, a number or a mark has no reading of its own: its kinds are empty."""

    token: Token
    reading: Reading
    index: int
    begins: bool = False  # the sentence: its capital says nothing
    form: str = field(init=False)  # of the token, and the kinds of the reading: asked for thousands of times a note
    kinds: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "form", self.token.word)
        object.__setattr__(self, "kinds", self.reading.kinds)

    @property
    def is_word(self) -> bool:
        return self.token.kind is Kind.WORD

    @property
    def is_mark(self) -> bool:
        return self.token.kind is Kind.MARK

    @property
    def is_name(self) -> bool:
        """A known name, or a word with a capital of its own: nobody knows its gender or number."""
        return self.token.kind is Kind.NAME or (self.is_word and self.token.capitalised and not self.begins)

    @property
    def finite(self) -> tuple[Analysis, ...]:
        return self.reading.finite

    @property
    def pairs(self) -> frozenset[Pair]:
        return self.reading.pairs

    def may_be(self, kind: str) -> bool:
        return kind in self.reading.kinds

    def is_only(self, *kinds: str) -> bool:
        """Whether every analysis is of one of these kinds, and there is one."""
        return bool(self.reading.kinds) and self.reading.kinds <= set(kinds)

    def has_lemma(self, *lemmas: str) -> bool:
        return not self.reading.lemmas.isdisjoint(lemmas)

    def is_among(self, lemmas: frozenset[str]) -> bool:
        return not self.reading.lemmas.isdisjoint(lemmas)


_LONGEST = 160  # tokens: rules look far about them, and a list pasted without a full stop is no sentence
_NOTHING = reading("")
_COURTEOUS = frozenset("la le lei suo sua suoi sue vi voi vostro vostra vostri vostre loro".split())


@lru_cache(maxsize=512)
def words(sentence: Sentence) -> tuple[Word, ...]:
    """Every token of the sentence, marks and numbers included; none of a sentence that nobody could follow."""
    if len(sentence.tokens) > _LONGEST:
        return ()
    first = next((index for index, token in enumerate(sentence.tokens) if token.kind is not Kind.MARK), 0)
    return tuple(
        Word(token, reading(token.word) if _is_read(token, index <= first) else _NOTHING, index, index <= first)
        for index, token in enumerate(sentence.tokens)
    )


def _is_read(token: Token, begins: bool) -> bool:
    """A capital within a sentence makes a name, but for the pronouns of courtesy: Le scrivo, la Sua domanda."""
    return token.is_word and (begins or not token.capitalised or token.word in _COURTEOUS)


def at(read: Sequence[Word], index: int) -> Word | None:
    """The word in a place, or None outside the sentence."""
    return read[index] if 0 <= index < len(read) else None


def form_at(read: Sequence[Word], index: int) -> str:
    """Its form, or an empty one."""
    return read[index].form if 0 <= index < len(read) else ""
