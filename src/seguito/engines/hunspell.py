"""Hunspell, in the process: spelling by the dictionary in the language's own folder.

chunspell 2.0.5 binds the library; where it has no wheel, spylls reads the same files (slower to open, same answers).
Hunspell's own suggestions take 0.1 to 0.2 s a word: words one slip away are tried first, it is asked about two words a
note at most, and about each once: the page has a note read again at every pause in typing. Its objects are not made
for threads: one note at a time.
"""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from rapidfuzz.distance import OSA

import seguito.languages
from seguito.core.looks.finding import Finding, Severity
from seguito.core.looks.language.prose import EngineReading, Kind, Prose, Token
from seguito.core.looks.language.reading import read as cut
from seguito.engines.slips import near_words
from seguito.languages import part
from seguito.languages.rules import engine_rules, writing_of

_ASKED_A_NOTE = 2
_TWO_SLIPS, _LONGEST = 7, 30  # letters of a word in which two slips can be told, and that Hunspell is asked about
_FOLDERS = Path(seguito.languages.__file__).parent
_LOCK = threading.Lock()


def read(text: str, language: str, accepted: frozenset[str]) -> EngineReading:
    """Misspelt words. `accepted`: names and own words, right as they stand. What the lexicon knows is right as well,
    so that the dictionary is opened for a doubtful word only."""
    prose = cut(text, language, writing_of(language))
    known = frozenset(word.casefold() for name in accepted for word in (name, *name.split()))
    with _LOCK:
        return EngineReading(tuple(_Reader(prose, language, known).findings()))


@dataclass(frozen=True, slots=True)
class Dictionary:
    """The two questions that both bindings answer."""

    knows: Callable[[str], bool]
    suggest: Callable[[str], tuple[str, ...]]


@lru_cache
def dictionary(folder: str) -> Dictionary:
    """The dictionary of a language, opened once: 0.1 to 0.4 s, 22 MB."""
    files = _FOLDERS / folder / "dictionary"
    name = next(files.glob("*.aff")).stem
    try:
        from hunspell import Hunspell
    except ImportError:
        return _in_python(str(files / name))
    binding = Hunspell(name, hunspell_data_dir=str(files))
    return Dictionary(binding.spell, binding.suggest)


@lru_cache(maxsize=500)
def _suggested(folder: str, word: str) -> tuple[str, ...]:
    return tuple(dictionary(folder).suggest(word))


@lru_cache(maxsize=500)
def _near(folder: str, word: str) -> tuple[str, ...]:
    """Words one slip away, the likeliest first: 5 ms a word."""
    spelling = part(folder, "spelling")
    found = filter(dictionary(folder).knows, near_words(word, spelling.LETTERS))
    best: tuple[str, ...] = spelling.best_first(word, (*spelling.near_by_sense(word), *found))
    return best[:5]


def _in_python(path: str) -> Dictionary:
    from spylls.hunspell import Dictionary as Files

    binding = Files.from_files(path)
    return Dictionary(lambda word: bool(binding.lookup(word)), lambda word: tuple(binding.suggest(word)))


@dataclass(slots=True)
class _Reader:
    """One note on its way past the dictionary."""

    prose: Prose
    language: str
    known: frozenset[str]
    left_to_ask: int = _ASKED_A_NOTE
    spelling: ModuleType = field(init=False)
    folder: str = field(init=False)

    def __post_init__(self) -> None:
        self.spelling = part(self.language, "spelling")
        self.folder = self.language.partition("-")[0].lower()

    def findings(self) -> Iterator[Finding]:
        for sentence in self.prose.sentences:
            begins = True
            for token in sentence.tokens:
                if token.is_word and not self._is_right(token, begins):
                    yield from self._about(token)
                begins = begins and token.kind is Kind.MARK

    def _is_right(self, token: Token, begins: bool) -> bool:
        """A capital within a sentence, or within the word, makes a name: the first look's business."""
        word = token.word
        if len(word) < 2 or word in self.known or self.spelling.is_known(word):
            return True
        if token.text[1:] != word[1:] or (token.capitalised and not begins):
            return True
        return self._knows(token.text)

    def _knows(self, word: str) -> bool:
        return dictionary(self.folder).knows(word)

    def _about(self, token: Token) -> Iterator[Finding]:
        word = token.word
        if not token.capitalised and self._knows(word.capitalize()):
            yield self._finding("name", token, (word.capitalize(),))
            return
        near = _near(self.folder, word)
        if token.capitalised or self.spelling.looks_foreign(word):
            if near and self.spelling.is_slip(word, near[0]):
                yield self._finding("misspelt", token, near, Severity.ASK)
        elif near:
            surely = self.spelling.is_slip(word, near[0])
            yield self._finding("misspelt", token, near, None if surely else Severity.ASK)
        else:
            yield self._far_off(token)

    def _far_off(self, token: Token) -> Finding:
        """No word is one slip away: two slips, or a word that the dictionary lacks."""
        if not self.left_to_ask or not _TWO_SLIPS <= len(token.word) <= _LONGEST:
            return self._finding("misspelt", token, (), Severity.HINT)
        self.left_to_ask -= 1
        asked = _suggested(self.folder, token.word)
        near = tuple(word for word in asked if OSA.distance(token.word, word) <= 2 and word.isalpha())
        return self._finding("misspelt", token, near, Severity.ASK if near else Severity.HINT)

    def _finding(self, covers: str, token: Token, better: tuple[str, ...], severity: Severity | None = None) -> Finding:
        rule = engine_rules(self.language, "hunspell")[covers]
        if token.capitalised:
            better = tuple(word[:1].upper() + word[1:] for word in better)
        values = {"better": better[0] if better else token.text}
        return rule.finding(self.prose.text, token.start, token.end, better, severity, **values)
