"""A note as the first look reads it: its words, the known names among them, its greeting and its signature."""

from collections.abc import Container, Iterator
from dataclasses import dataclass

from seguito.core.looks.context import Context
from seguito.core.looks.names.known import Bearer, Roster, roster_of
from seguito.core.looks.names.salutation import Salutation, Titled, honorific_at, salutation_of
from seguito.core.looks.names.sightings import Sighting, sightings_of
from seguito.core.looks.names.signature import signature_of
from seguito.core.looks.names.tokens import Token, new_paragraph, tokens_of
from seguito.core.looks.names.words import NameWords, is_common

_QUOTES = {"«": "»", "“": "”", "„": "“”", '"': '"', "‹": "›", "_": "_", "*": "*"}
_LONGEST_TITLE = 9  # words of a book's or a film's title; longer quotations are speech


@dataclass(frozen=True, eq=False)
class Reading:
    """`sighted`: the sighting that each word belongs to. `quoted`: words between quotation marks; `entitled`: those
    in so short a quotation that it may be the title of a book, a film, a song.

    `titled`: a title (of a person) by the word that follows it.
    """

    text: str
    context: Context
    words: NameWords
    tokens: tuple[Token, ...]
    roster: Roster
    sightings: tuple[Sighting, ...]
    sighted: dict[int, Sighting]
    salutation: Salutation | None
    signature: range
    quoted: frozenset[int]
    entitled: frozenset[int]
    titled: dict[int, Titled]

    @property
    def reader(self) -> Bearer | None:
        return self.roster.reader

    def in_greeting(self, index: int) -> bool:
        return self.salutation is not None and self.salutation.first <= index <= self.salutation.last

    def is_common(self, index: int) -> bool:
        return is_common(self.tokens[index].fold, self.words)

    def next_to(self, index: int) -> bool:
        """The word belongs to the one before it, with no more than a space, a hyphen or an apostrophe between."""
        return 0 < index < len(self.tokens) and bool(self.tokens[index].glue) and "\n" not in self.tokens[index].gap

    def bare(self, index: int) -> bool:
        """A word with a capital that nothing known explains."""
        return self.tokens[index].capital and index not in self.sighted


def read(text: str, context: Context, words: NameWords) -> Reading:
    tokens = tokens_of(text, frozenset(h.words[-1] for h in words.honorifics))
    roster = roster_of(context, words, tokens)
    sightings = sightings_of(text, tokens, roster, words)
    salutation = salutation_of(text, tokens, words)
    sighted = {index: s for s in sightings for index in range(s.first, s.last + 1)}
    quotations = tuple(_quotations(text, tokens))
    return Reading(
        text=text,
        context=context,
        words=words,
        tokens=tokens,
        roster=roster,
        sightings=sightings,
        sighted=sighted,
        salutation=salutation,
        signature=signature_of(text, tokens, words),
        quoted=frozenset(n for quotation in quotations for n in quotation),
        entitled=frozenset(n for quotation in quotations if len(quotation) <= _LONGEST_TITLE for n in quotation),
        titled={t.last + 1: t for t in _titles(text, tokens, salutation, sighted, words)},
    )


def _titles(
    text: str, tokens: tuple[Token, ...], salutation: Salutation | None, sighted: Container[int], words: NameWords
) -> Iterator[Titled]:
    """Every title with a name after it; in a note's running text the name has a capital, or a particle before it."""
    if salutation:
        yield from salutation.titles
    known = {honorific.words[0] for honorific in words.honorifics}
    for index, token in enumerate(tokens):
        if token.fold not in known or (salutation and salutation.first <= index <= salutation.last):
            continue
        titled = honorific_at(text, tokens, index, words, greeting=False)
        if titled and _leads_to_name(text, tokens, titled, sighted):
            yield titled


def _leads_to_name(text: str, tokens: tuple[Token, ...], titled: Titled, sighted: Container[int]) -> bool:
    following = titled.last + 1
    for token in tokens[following : following + 3]:
        if new_paragraph(token) or any(sign in token.gap for sign in ',;:!?()«»“”"'):
            return False
        if "." in token.gap and text[titled.end - 1 : titled.end] != ".":
            return False
        if token.capital or following in sighted:
            return True
        if len(token.fold) > 5:
            return False
    return False


def _quotations(text: str, tokens: tuple[Token, ...]) -> Iterator[range]:
    """The words between quotation marks, or Markdown's marks of emphasis, that close again."""
    opened: int | None = None
    closing = ""
    for index, token in enumerate(tokens):
        if opened is not None and any(sign in token.gap for sign in closing):
            yield range(opened, index)
            opened = None
            if closing in _QUOTES and token.gap.count(closing) < 2:
                continue
        if opened is None:
            mark = next((sign for sign in reversed(token.gap) if sign in _QUOTES), None)
            if mark and not token.gap.endswith(" "):
                opened, closing = index, _QUOTES[mark]
    if opened is not None and any(sign in text[tokens[-1].end :] for sign in closing):
        yield range(opened, len(tokens))
