"""Harper, in the process: English spelling, a chosen part of its rules, and the part of speech of every word."""

from collections.abc import Iterator

from seguito.core.looks.finding import Finding, Severity
from seguito.core.looks.language.prose import EngineReading
from seguito.core.looks.rule import Rule
from seguito.engines.harper_linter import SPELLING, Mark, marked
from seguito.languages import part
from seguito.languages.rules import engine_rules


def read(text: str, language: str, accepted: frozenset[str]) -> EngineReading:
    """Findings of the chosen rules and the tags of the words. `accepted`: names and own words, right as they stand."""
    rules = engine_rules(language, "harper")
    known = {word.casefold() for name in accepted for word in (name, *name.split())}
    findings: list[Finding] = []
    tags: dict[tuple[int, int], str] = {}
    for at, paragraph in marked(text):
        tags |= {(at + start, at + end): tag for (start, end), tag in paragraph.tags}
        for mark in paragraph.marks:
            rule, start, end = rules[mark.rule], at + mark.start, at + mark.end
            if mark.rule == SPELLING:
                findings += _misspelt(text, start, end, mark, rule, language, known)
            else:
                better = mark.better[0] if mark.better else "…"
                findings.append(rule.finding(text, start, end, mark.better, None, better=better))
    return EngineReading(tuple(findings), tags)


def _misspelt(
    text: str, start: int, end: int, mark: Mark, rule: Rule, language: str, known: set[str]
) -> Iterator[Finding]:
    """A slip is stopped; a word that may be a name, foreign or new is mentioned."""
    spelling = part(language, "spelling")
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
    better = spelling.nearest_first(form, mark.better)
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
