"""A note as the second look reads it: words, sentences, quotations, and what must be left alone."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from seguito.core.looks.context import Context
from seguito.core.looks.finding import Finding

_QUOTED = re.compile(r"“[^”\n]{1,400}”|«[^»\n]{1,400}»|\"[^\"\n]{1,400}\"|(?<!\w)‘[^‘\n]{1,400}?’(?!\w)")


class Kind(StrEnum):
    """What a token is. `NAME`: a word of somebody's or something's known name. `ADDRESS`: a link, mail or file name."""

    WORD = "word"
    NAME = "name"
    NUMBER = "number"
    ADDRESS = "address"
    MARK = "mark"


class Place(StrEnum):
    """Where in the note a sentence stands."""

    GREETING = "greeting"
    BODY = "body"
    SIGN_OFF = "sign_off"


@dataclass(frozen=True, slots=True)
class Writing:
    """How a language is written, as far as cutting it into words and sentences needs to know.

    `word`: the pattern of a word, apostrophes straight. `abbreviations`: with their full stop, lower case.
    `may_double`: words that stand twice in good sentences. `capital_after_greeting`: whether the first sentence
    needs a capital even after a greeting that ends with a comma. `engine`: the one that proofreads it.
    """

    word: str
    engine: str = ""
    abbreviations: frozenset[str] = frozenset()
    may_double: frozenset[str] = frozenset()
    capital_after_greeting: bool = True


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or mark. `text`: as written; `word`: lower case, the apostrophe straight.

    `tag`: its universal part of speech (`NOUN`, `VERB` …) as an engine guessed it, or empty. A guess at a wrong
    sentence is often wrong: rules lean on it last.
    """

    start: int
    end: int
    text: str
    word: str
    kind: Kind
    tag: str = ""

    @property
    def is_word(self) -> bool:
        return self.kind is Kind.WORD

    @property
    def capitalised(self) -> bool:
        return self.text[:1].isupper()


@dataclass(frozen=True, slots=True)
class EngineReading:
    """What an engine has to say about a text: findings, and the part of speech of words by their span."""

    findings: tuple[Finding, ...] = ()
    tags: Mapping[tuple[int, int], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hit:
    """Where a rule found something, before it has a message. `values` fill the places of the rule's message."""

    start: int
    end: int
    suggestions: tuple[str, ...] = ()
    values: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, eq=False)  # each is itself: what is read out of one is remembered by it
class Sentence:
    """A sentence of a note. Offsets are those of the note; `note` is its whole plain text; `words` holds each once."""

    note: str
    start: int
    end: int
    tokens: tuple[Token, ...]
    place: Place
    words: frozenset[str] = frozenset()

    @property
    def text(self) -> str:
        return self.note[self.start : self.end]

    def hit(self, first: Token, last: Token, *suggestions: str, **values: object) -> Hit:
        """Something wrong from `first` to `last`, both included."""
        return Hit(first.start, last.end, suggestions, values)

    def between(self, first: Token, last: Token) -> str:
        """What stands between two tokens."""
        return self.note[first.end : last.start]


@dataclass(frozen=True)
class Prose:
    """A whole note, ready for rules.

    `text`: as it will be sent. `plain`: the same length, with straight apostrophes and plain spaces, so that a
    pattern is written once. `language` may carry a region (`en-GB`).
    """

    text: str
    plain: str
    language: str
    writing: Writing
    context: Context
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    @cached_property
    def lower(self) -> str:
        """For looking whether a word is there at all; its offsets mean nothing."""
        return self.plain.lower()

    def around(self, pieces: tuple[str, ...]) -> Iterator[tuple[int, int]]:
        """Spans of the sentences that hold one of these lower-case pieces, with what stands right before each."""
        if len(self.lower) != len(self.plain):  # a letter that grows when it is made small
            yield 0, len(self.plain)
            return
        lower, begins = self.lower, self._begins
        there = [piece for piece in pieces if piece in lower]
        if not there:
            return
        places = {bisect_right(begins, at) - 1 for piece in there for at in _occurrences(lower, piece)}
        end = 0
        for place in sorted(places):
            sentence = self.sentences[max(place, 0)]
            start = max(end, sentence.start - 3)
            end = len(self.plain) if place + 1 == len(self.sentences) else sentence.end + 1
            yield start, end

    @cached_property
    def _begins(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def quoted(self) -> tuple[tuple[int, int], ...]:
        """Spans of quotations and titles, their marks included: other people's words."""
        return tuple(match.span() for match in _QUOTED.finditer(self.text))

    def sentence_at(self, position: int) -> Sentence | None:
        """The sentence that holds this position, or None between two."""
        place = bisect_right(self._begins, position) - 1
        if place < 0 or position >= self.sentences[place].end:
            return None
        return self.sentences[place]


def _occurrences(text: str, piece: str) -> Iterator[int]:
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + 1)
