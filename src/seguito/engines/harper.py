"""Harper, in the process: English spelling, a chosen part of its rules, and the part of speech of every word.

harper-py 0.2.0: one linter at a time in one thread; its rule `LookingForwardTo` prints to stdout, so it stays off.
"""

import io
import json
import threading
import zipfile
from collections.abc import Iterator
from functools import lru_cache

import harper

from seguito.core.looks.finding import Finding, Severity
from seguito.core.looks.language.prose import EngineReading
from seguito.core.looks.rule import Rule
from seguito.languages import part
from seguito.languages.rules import engine_rules

_LOCK = threading.Lock()
_TAGS = ("ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "SCONJ", "VERB")
_SPELLING = "SpellCheck"


def read(text: str, language: str, accepted: frozenset[str]) -> EngineReading:
    """Findings of the chosen rules and the tags of the words. `accepted`: names and own words, right as they stand.

    One British linter serves every region: it takes -ise and -ize, and what it calls misspelt but American is right
    is for the rules of the dialects to judge.
    """
    with _LOCK:
        found = _linter().organized_lints(text, language="plaintext", dedup=False)
    rules = engine_rules(language, "harper")
    known = {word.casefold() for name in accepted for word in (name, *name.split())}
    findings: list[Finding] = []
    tags: dict[tuple[int, int], str] = {}
    for name, lints in found.items():
        if not lints:
            continue
        if name in _TAGS:
            tags.update({(lint.span.start, lint.span.end): name for lint in lints})
        elif name == _SPELLING:
            findings += (finding for lint in lints for finding in _misspelt(text, lint, rules[name], language, known))
        else:
            findings += (_finding(text, lint, rules[name]) for lint in lints)
    return EngineReading(tuple(findings), tags)


def _finding(text: str, lint: harper.Lint, rule: Rule) -> Finding:
    start, end = lint.span.start, lint.span.end
    better = tuple(_applied(text[start:end], suggestion) for suggestion in lint.suggestions)
    return rule.finding(text, start, end, better, None, better=better[0] if better else "…")


def _applied(quote: str, suggestion: harper.Suggestion) -> str:
    if suggestion.kind is harper.SuggestionKind.INSERT_AFTER:
        return quote + suggestion.replacement_text
    return suggestion.replacement_text


def _misspelt(text: str, lint: harper.Lint, rule: Rule, language: str, known: set[str]) -> Iterator[Finding]:
    """A slip is stopped; a word that may be a name, foreign or new is mentioned."""
    spelling = part(language, "spelling")
    start, end = lint.span.start, lint.span.end
    form = text[start:end].replace("’", "'")
    bare = form.casefold().removesuffix("'s")
    glued = start > 1 and text[start - 1] == "." and text[start - 2].isalpha()  # dott.ssa
    if (
        glued
        or len(bare) == 1
        or bare in known
        or any(letter.isdigit() for letter in form)
        or spelling.is_known(_hyphenated(text, start, end))
    ):
        return
    better = spelling.nearest_first(form, tuple(suggestion.replacement_text for suggestion in lint.suggestions))
    if spelling.is_slip(form, better, begins_sentence=_begins_sentence(text, start)):
        yield rule.finding(text, start, end, better)
    elif form.islower():
        yield rule.finding(text, start, end, better, Severity.HINT)


def _hyphenated(text: str, start: int, end: int) -> str:
    """The whole of a word with hyphens; Harper looks at its parts."""
    while start > 1 and text[start - 1] in "-‑" and text[start - 2].isalpha():
        start -= 1
        while start > 0 and text[start - 1].isalpha():
            start -= 1
    while end + 1 < len(text) and text[end] in "-‑" and text[end + 1].isalpha():
        end += 1
        while end < len(text) and text[end].isalpha():
            end += 1
    return text[start:end].replace("’", "'")


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t\"'“‘(«")
    return not before or before[-1] in ".!?…\n:"


@lru_cache(maxsize=1)
def _linter() -> harper.Linter:
    linter = harper.Linter(harper.Dialect.BRITISH)
    linter.load_weirpack(_tagger())
    chosen = {*engine_rules("en", "harper"), *_TAGS}
    linter.set_lint_config({name: name in chosen for name in linter.get_lint_config()})
    return linter


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
