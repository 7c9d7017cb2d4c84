"""What a rule of the second look is: a pattern, or a function over a sentence or the whole note."""

import re
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from seguito.core.looks.context import Context
from seguito.core.looks.finding import Finding
from seguito.core.looks.language.prose import Hit, Prose, Sentence
from seguito.core.looks.rule import Rule

_TAKEN = frozenset({"text", "start", "end", "suggestions", "severity", "quote"})  # places with a meaning of their own


class LanguageRule(Rule, ABC):
    """A rule that reads prose. Suggestions keep the capital and the kind of apostrophe of what they replace."""

    __slots__ = ()

    @abstractmethod
    def hits(self, prose: Prose) -> Iterable[Hit]:
        """Where it finds something."""

    def findings(self, prose: Prose) -> Iterator[Finding]:
        for hit in self.hits(prose):
            quote = prose.text[hit.start : hit.end]
            better = tuple(dict.fromkeys(dressed(text, quote, prose.text) for text in hit.suggestions))
            if quote and quote not in better:
                values = {"better": better[0] if better else "", **hit.values}
                yield self.finding(prose.text, hit.start, hit.end, better, None, **values)


@dataclass(frozen=True, slots=True)
class PatternRule(LanguageRule):
    """Finds a regular expression in the plain text of the note, upper and lower case alike unless it says otherwise.

    The span is that of the group `here` (or `here2`, `here3`: whichever matched), else of the whole match. `only_with`:
    the pattern is tried only in sentences that hold one of these lower-case pieces, which keeps hundreds of rules
    quick. `unless`: a pattern that, found in the same sentence, silences it. `suggests`: replacements, with `\\1` and
    `\\g<name>` for groups; named groups fill the message too, and a `\\u` in front makes the first letter a capital.
    """

    finds: str = r"(?!)"
    suggests: tuple[str, ...] = ()
    only_with: tuple[str, ...] = ()
    unless: str = ""
    match_case: bool = False

    def hits(self, prose: Prose) -> Iterator[Hit]:
        everywhere = ((0, len(prose.plain)),)
        for begin, stop in prose.around(self.only_with) if self.only_with else everywhere:
            for match in compiled(self.finds, self.match_case).finditer(prose.plain, begin, stop):
                start, end = _span(match)
                if start < end and not self._silenced(prose, start):
                    places = {name: text for name, text in match.groupdict().items() if text and name not in _TAKEN}
                    yield Hit(start, end, tuple(_filled(match, text) for text in self.suggests), places)

    def _silenced(self, prose: Prose, position: int) -> bool:
        if not self.unless:
            return False
        sentence = prose.sentence_at(position)
        return bool(sentence and compiled(self.unless, self.match_case).search(sentence.text))


def _filled(match: re.Match[str], template: str) -> str:
    if not template.startswith("\\u"):
        return match.expand(template)
    text = match.expand(template[2:])
    return text[:1].upper() + text[1:]


def _span(match: re.Match[str]) -> tuple[int, int]:
    for name in ("here", "here2", "here3"):
        if name in match.re.groupindex and match[name] is not None:
            return match.span(name)
    return match.span()


@dataclass(frozen=True, slots=True)
class SentenceRule(LanguageRule):
    """A function over one sentence. `only_with`: it reads only those that hold one of these words, lower case."""

    reads: Callable[[Sentence], Iterable[Hit]] = lambda _: ()
    only_with: frozenset[str] = frozenset()

    def hits(self, prose: Prose) -> Iterator[Hit]:
        for sentence in prose.sentences:
            if not self.only_with or not self.only_with.isdisjoint(sentence.words):
                yield from self.reads(sentence)


@dataclass(frozen=True, slots=True)
class NoteRule(LanguageRule):
    """A function over the whole note. `known`: the context in which its own sentences are read."""

    reads: Callable[[Prose], Iterable[Hit]] = lambda _: ()
    known: Context = field(default_factory=Context)

    def hits(self, prose: Prose) -> Iterator[Hit]:
        yield from self.reads(prose)


@lru_cache(maxsize=4096)
def compiled(pattern: str, match_case: bool) -> re.Pattern[str]:
    return re.compile(pattern, re.MULTILINE if match_case else re.MULTILINE | re.IGNORECASE)


def dressed(suggestion: str, quote: str, text: str) -> str:
    """A suggestion with the capital of the words it replaces and the note's own apostrophe."""
    first = quote.partition(" ")[0]
    speaks_of_capitals = suggestion.lower() == quote.lower()  # Giovedì → giovedì
    if first[:1].isupper() and first != "I" and not speaks_of_capitals:
        if " " in suggestion and not first.isupper():
            suggestion = suggestion.replace(f" {first}", f" {first.lower()}")  # it opens the sentence no longer
        if suggestion[:1].islower() and not suggestion[1:2].isupper():
            suggestion = suggestion[0].upper() + suggestion[1:]
    return suggestion.replace("'", "’") if "’" in text and "'" not in text else suggestion
