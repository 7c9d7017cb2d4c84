"""What people say again and again, found through inflection and light paraphrase.

A phrase is written as one writes it: `thank (you) for * time`. Every word stands for all its inflections; `a|b` is
either; `(a)` may be missing; `*` is up to three other words and `**` up to seven; `=a` is that very form; `<here>` is a
class of words. Words that a paraphrase adds or drops freely (articles, very, really …) are passed over on both sides.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_GAPS = {"*": 3, "**": 7}

# A stem of so few letters, after so many were cut, is shared by words that have nothing in common
# (pretendo, preti: pret).
_BONES = ((3, 2), (4, 3))

Keys = frozenset[str]  # what one word of a text answers to: its stem, `=` and its form, its classes


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a phrase. `gap`: how many other words may stand before it. `keys`: any of these fits."""

    keys: Keys
    gap: int = 0
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """`text`: as it stands in the book. `theme`: the heading that it stands under."""

    text: str
    theme: str
    elements: tuple[Element, ...]

    @property
    def needed(self) -> tuple[Keys, ...]:
        """What a row of words must hold for the phrase to stand in it."""
        return tuple(element.keys for element in self.elements if not element.optional)


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase in a row of words, from `start` to `end` (not included)."""

    phrase: Phrase
    start: int
    end: int


class PhraseBook:
    """Phrases under their themes, ready to be found."""

    __slots__ = ("_by_rarest", "phrases")

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self.phrases = tuple(phrases)
        uses = Counter(key for phrase in self.phrases for keys in phrase.needed for key in keys)
        self._by_rarest: defaultdict[str, list[tuple[int, tuple[Keys, ...]]]] = defaultdict(list)
        for number, phrase in enumerate(self.phrases):
            rarest, *others = sorted(phrase.needed, key=lambda keys: sum(uses[key] for key in keys))
            for key in rarest:
                self._by_rarest[key].append((number, tuple(others)))

    def matches(self, words: Sequence[Keys]) -> Iterator[Match]:
        """Every phrase that stands in a row of words, by where it begins. Bounded work at each word."""
        present = frozenset().union(*words)
        found: set[tuple[int, int, int]] = set()
        for key in present & self._by_rarest.keys():
            for number, others in self._by_rarest[key]:
                if not any(map(present.isdisjoint, others)):
                    found.update(self._where(number, words))
        for start, number, end in sorted(found):
            yield Match(self.phrases[number], start, end)

    def _where(self, number: int, words: Sequence[Keys]) -> Iterator[tuple[int, int, int]]:
        elements = self.phrases[number].elements
        for start, keys in enumerate(words):
            if not elements[0].keys.isdisjoint(keys):
                end = _end(elements, words, 1, start + 1)
                if end is not None:
                    yield start, number, end


def _end(elements: Sequence[Element], words: Sequence[Keys], index: int, at: int) -> int | None:
    if index == len(elements):
        return at
    element = elements[index]
    for place in range(at, min(at + element.gap + 1, len(words))):
        if not element.keys.isdisjoint(words[place]):
            end = _end(elements, words, index + 1, place + 1)
            if end is not None:
                return end
    return _end(elements, words, index + 1, at) if element.optional else None


def apart(matches: Iterable[Match]) -> int:
    """How many matches do not overlap."""
    count, free = 0, 0
    for match in sorted(matches, key=lambda each: each.end):
        if match.start >= free:
            count, free = count + 1, match.end
    return count


def outside(matches: Iterable[Match], others: Sequence[Match]) -> list[Match]:
    """The matches that share no word with any of the others."""
    return [m for m in matches if not any(m.start < other.end and other.start < m.end for other in others)]


def phrase(text: str, theme: str, stem: Callable[[str], str], negligible: frozenset[str]) -> Phrase:
    """Read one phrase. Raises ValueError for one that nothing can begin."""
    elements: list[Element] = []
    gap = 0
    for piece in text.split():
        if piece in _GAPS and elements:
            gap = _GAPS[piece]
            continue
        word = piece.removeprefix("(").removesuffix(")")
        choices = [choice for choice in word.split("|") if choice not in negligible]
        if choices:
            keys = frozenset(_key(choice, stem) for choice in choices)
            optional = piece.startswith("(")
            elements.append(Element(keys, gap, optional))
            gap = gap if optional else 0  # where the word in between is missing, the next may stand as far off
    if not elements or elements[0].optional or text.endswith("*"):
        raise ValueError(f"a phrase begins and ends with a word that must be there: {text}")
    return Phrase(text, theme, tuple(elements))


def _key(choice: str, stem: Callable[[str], str]) -> str:
    """The stem; but of a word that its stemmer cut to the bone the very form."""
    if choice[0] in "=<":
        return choice
    root = stem(choice)
    cut_to_the_bone = any(len(root) <= bone and len(choice) - len(root) >= cut for bone, cut in _BONES)
    return "=" + choice if cut_to_the_bone else root


def book(themes: Mapping[str, str], stem: Callable[[str], str], negligible: frozenset[str] = frozenset()) -> PhraseBook:
    """A book from its themes: theme → phrases, one a line; what follows `#` is a remark."""
    return PhraseBook(
        phrase(line, theme, stem, negligible)
        for theme, lines in themes.items()
        for line in (re.sub(r"\s*#.*", "", raw).strip() for raw in lines.splitlines())
        if line
    )
