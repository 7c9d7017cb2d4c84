"""Harper's linter, asked for no more than a text can hold.

Each rule that is on costs 20 µs a note and room in Harper's memory of phrases. Two thirds of the chosen ones look for
phrases: they stay off, and are tried in a sentence alone that holds all words of one of their phrases.

harper-py 0.2.0: one linter at a time; a thread of its own, since Harper keeps 8 MB for every thread that it spells in.
Its rule `LookingForwardTo` prints to stdout, so it stays off.
"""

import ctypes
import io
import json
import re
import sys
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import harper

import seguito.languages
from seguito.engines.far_words import shown
from seguito.languages.rules import engine_rules

SPELLING = "SpellCheck"
_TAGS = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "SCONJ", "VERB")
_WORDS = Path(seguito.languages.__file__).parent / "en/harper_words.tsv"
_WORD = re.compile(r"[^\W\d_]+|\d+")
_PARAGRAPH = re.compile(r"(?:(?!\n[ \t]*\n).)+", re.DOTALL)
_SENTENCE = re.compile(r"[^.!?]+(?:[.!?]+(?!\s)[^.!?]*)*[.!?]*")  # where Harper ends one, and sometimes later
_RECENT = 64  # paragraphs; as one types, all but one of them were read before

_ALONE = ThreadPoolExecutor(max_workers=1, thread_name_prefix="harper")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a rule found, from `start` to `end` (not included) of its paragraph. `better`: instead of those words."""

    rule: str
    start: int
    end: int
    better: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """What Harper says of a paragraph: by rule, and the part of speech of its words by their span."""

    marks: tuple[Mark, ...]
    tags: tuple[tuple[tuple[int, int], str], ...]


def marked(text: str) -> Iterator[tuple[int, Paragraph]]:
    """Each paragraph of a text with where it begins."""
    for paragraph in _PARAGRAPH.finditer(text):
        yield paragraph.start(), _read(paragraph[0])


@lru_cache(maxsize=_RECENT)
def _read(text: str) -> Paragraph:
    return _ALONE.submit(_lint, text).result()


def _lint(text: str) -> Paragraph:
    seen, linter = shown(text), _linter()
    lints = [(0, name, lint) for name, each in _asked(linter, seen.text).items() for lint in each]
    wanting = [(sentence, wanted) for sentence in _SENTENCE.finditer(seen.text) if (wanted := _wanted(sentence[0]))]
    if wanting:
        linter.set_lint_config(_only(frozenset().union(*(wanted for _, wanted in wanting))))
        for sentence, _ in wanting:
            found = _asked(linter, sentence[0])
            lints += [(sentence.start(), name, lint) for name, each in found.items() for lint in each]
        linter.set_lint_config(_only(_always()))
    tags, marks = list[tuple[tuple[int, int], str]](), list[Mark]()
    for at, name, lint in sorted(lints, key=lambda entry: entry[1]):
        start, end = at + lint.span.start, at + lint.span.end
        if name in _TAGS:
            tags.append(((start, end), name))
        else:
            quote = seen.text[start:end]
            better = tuple(seen.back(_applied(quote, suggestion)) for suggestion in lint.suggestions)
            marks.append(Mark(name, start, end, () if name == SPELLING and quote in seen.instead else better))
    return Paragraph(tuple(marks), tuple(tags))


def _asked(linter: harper.Linter, text: str) -> Mapping[str, Sequence[harper.Lint]]:
    return linter.organized_lints(text, language="plaintext", dedup=False)


def _applied(quote: str, suggestion: harper.Suggestion) -> str:
    if suggestion.kind is harper.SuggestionKind.INSERT_AFTER:
        return quote + suggestion.replacement_text
    return suggestion.replacement_text


def _wanted(sentence: str) -> frozenset[str]:
    """The rules for phrases of which the sentence holds all words."""
    words, phrases = frozenset(_WORD.findall(sentence.lower())), _phrases()
    return frozenset(rule for word in words & phrases.keys() for needed, rule in phrases[word] if needed <= words)


@lru_cache(maxsize=1)
def _phrases() -> Mapping[str, Sequence[tuple[frozenset[str], str]]]:
    """By their longest word the words of each phrase, and the rule that looks for it."""
    found: dict[str, list[tuple[frozenset[str], str]]] = {}
    for rule, phrase in _needs():
        words = phrase.split()
        found.setdefault(max(words, key=len), []).append((frozenset(words), rule))
    return found


def _needs() -> Iterator[tuple[str, str]]:
    chosen = engine_rules("en", "harper")
    for line in _WORDS.read_text("utf-8").splitlines()[1:]:
        rule, _, phrases = line.partition("\t")
        if rule in chosen:
            yield from ((rule, phrase) for phrase in phrases.split("|"))


@lru_cache(maxsize=1)
def _always() -> frozenset[str]:
    """What reads every text: the tags, and the rules that look for more than phrases."""
    return frozenset({*engine_rules("en", "harper"), *_TAGS} - {rule for rule, _ in _needs()})


def _only(wanted: frozenset[str]) -> dict[str, bool | None]:
    """A rule that is not named would follow Harper's own choice."""
    return {**_none(), **dict.fromkeys(wanted, True)}


@lru_cache(maxsize=1)
def _none() -> dict[str, bool]:
    return dict.fromkeys(_linter().get_lint_config(), False)


@lru_cache(maxsize=1)
def _linter() -> harper.Linter:
    """One British linter serves every region: it takes -ise and -ize, and what it calls misspelt but American is right
    is for the rules of the dialects to judge."""
    linter = harper.Linter(harper.Dialect.BRITISH)
    linter.load_weirpack(_tagger())
    wanted = _always()
    linter.set_lint_config({name: name in wanted for name in linter.get_lint_config()})
    _asked(linter, "")
    _give_back()
    return linter


def _give_back() -> None:
    """Of what Harper needed to be built, 38 MB stay with glibc, which returns them when it is told to."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim:
            trim(0)


def _tagger() -> bytes:
    """A pack of rules for Harper, one a part of speech, each of which “finds” every word that is one.

    Harper tags words for its own rules and has no other door to them.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as pack:
        about = {"author": "Seguito", "version": "1", "description": "Parts of speech", "license": "AGPL-3.0-or-later"}
        pack.writestr("manifest.json", json.dumps(about))
        for tag in _TAGS:
            told = f'let message "{tag}"\nlet description "{tag}"\nlet kind "Miscellaneous"\nlet becomes ""\n'
            rule = f"expr main {tag}\n{told}"
            pack.writestr(f"{tag}.weir", rule)
    return packed.getvalue()
