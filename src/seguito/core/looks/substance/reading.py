"""A note as the third look reads it: sentences of stems, each word with how common it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from unicodedata import normalize

from seguito.core.looks.context import Context
from seguito.core.looks.language.prose import Kind, Place, Token
from seguito.core.looks.language.reading import bare, plain_text, read
from seguito.core.looks.substance.phrases import Keys, Match
from seguito.core.looks.substance.words import SubstanceWords

_NAME_PIECE = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Names:
    """Lower-case words of known names: of the house, and of people. They carry no detail."""

    here: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A word or number of a note, from `start` to `end` (not included) of its text.

    `form`: lower case, without possessive. `zipf`: how common. `matter`: whether it says something that not every note
    says: no function word, no known name, none of the words of every such note. `groups`: of related things. `parts`:
    the stems of a compound's parts.
    """

    start: int
    end: int
    form: str
    stem: str
    zipf: float
    keys: Keys
    matter: bool
    named: bool
    capital: bool
    groups: tuple[str, ...]
    parts: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Line:
    """A sentence, with its words in order. `solid`: those that a paraphrase does not add or drop freely. `asks`: a
    question, and so put to the reader.
    """

    start: int
    end: int
    place: Place
    words: tuple[Word, ...]
    solid: tuple[Word, ...]
    asks: bool
    language: SubstanceWords

    @cached_property
    def keys(self) -> tuple[Keys, ...]:
        return tuple(word.keys for word in self.solid)

    @cached_property
    def stock(self) -> tuple[Match, ...]:
        """The stock phrases in it."""
        return tuple(self.language.stock.matches(self.keys))

    @cached_property
    def _speech(self) -> dict[str, tuple[Match, ...]]:
        found: dict[str, list[Match]] = {}
        for match in self.language.speech.matches(self.keys):
            found.setdefault(match.phrase.theme, []).append(match)
        return {theme: tuple(matches) for theme, matches in found.items()}

    def matches(self, theme: str) -> tuple[Match, ...]:
        """The phrases in it that speak so (praise, why, resentment …)."""
        return self._speech.get(theme, ())

    def says(self, theme: str) -> bool:
        return theme in self._speech

    def span(self, match: Match) -> tuple[int, int]:
        return self.solid[match.start].start, self.solid[match.end - 1].end

    @cached_property
    def telling(self) -> tuple[Word, ...]:
        """Words that can recall a detail: no function words, no names of people."""
        return tuple(word for word in self.words if not word.named and word.form not in self.language.function_words)


@dataclass(frozen=True, eq=False)
class Reading:
    """A note: `text` (composed) and its sentences; `body` leaves greeting and sign-off out."""

    text: str
    lines: tuple[Line, ...]

    @cached_property
    def body(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.place is Place.BODY)

    @property
    def words(self) -> Iterator[Word]:
        return (word for line in self.body for word in line.words)


def names_of(context: Context) -> Names:
    """Whose names are known, from everything that the context tells."""
    people = [context.to, context.candidate, *(person.name for person in context.interviewers)]
    people += [note.to for note in context.panel_notes] + [said.person or "" for said in context.details or ()]
    return Names(_pieces(context.organisation, *context.organisation_also), _pieces(*people))


def _pieces(*names: str) -> frozenset[str]:
    return frozenset(
        piece for name in names for piece in _NAME_PIECE.findall(plain_text(normalize("NFC", name)).lower())
    )


@lru_cache(maxsize=128)
def read_note(text: str, words: SubstanceWords, names: Names) -> Reading:
    """Read a note (composed text). Linear in its length; the panel's notes are read once for many looks."""
    prose = read(text, words.language, words.writing)
    lines = []
    for sentence in prose.sentences:
        told = [_word(token, words, names) for token in sentence.tokens if token.kind in {Kind.WORD, Kind.NUMBER}]
        solid = tuple(word for word in told if word.form not in words.negligible)
        asks = sentence.tokens[-1].text == "?"
        lines.append(Line(sentence.start, sentence.end, sentence.place, tuple(told), solid, asks, words))
    return Reading(text, tuple(lines))


def _word(token: Token, words: SubstanceWords, names: Names) -> Word:
    form = bare(token.word)
    number = words.numbers.get(form, form if token.kind is Kind.NUMBER else "")
    plain = words.stem(form)
    stem = number or plain
    zipf = words.zipf(form)
    keys = {stem, plain, "=" + form, *words.classes.get(form, ())}
    named = token.capitalised and form in names.people
    here = token.capitalised and form in names.here
    if here:
        keys.add("<here>")
    if named:
        keys.add("<person>")
    if number:
        keys.add("<number>")
    matter = not (named or here or form in words.function_words or stem in words.everybodys)
    groups = words.related.get(stem, ())
    parts = tuple(words.stem(part) for part in form.split("-")) if "-" in form else ()
    return Word(
        token.start, token.end, form, stem, zipf, frozenset(keys), matter, named, token.capitalised, groups, parts
    )
