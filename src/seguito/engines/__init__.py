"""Engines of spelling and grammar. A language's own folder names the one that reads its notes."""

import importlib
from dataclasses import replace

from seguito.core.looks.context import Context
from seguito.core.looks.finding import Finding
from seguito.core.looks.language import look_at_language
from seguito.core.looks.language.composing import composed
from seguito.core.looks.language.prose import EngineReading
from seguito.engines.languagetool import Address, findings
from seguito.languages.rules import rules_of, writing_of


def proofread(
    text: str,
    language: str,
    context: Context | None = None,
    words: frozenset[str] = frozenset(),
    languagetool: Address | None = None,
) -> tuple[Finding, ...]:
    """The second look over a note (T4.2): its language's engine and rules together, in reading order.

    `language` may carry a region (`en-GB`). `words`: the person's own, right as they stand. `languagetool`: one that is
    asked too. Offsets are code points of `text`, whatever form its accents have.
    """
    note = composed(text)
    known = context or Context()
    writing = writing_of(language)
    reading = read_by_engine(note.text, language, names_of(known) | words)
    if languagetool:
        reading = replace(reading, findings=(*reading.findings, *findings(languagetool, note.text, language)))
    found = look_at_language(note.text, language, writing, rules_of(language), reading, context=known, words=words)
    return note.back(found)


def read_by_engine(text: str, language: str, accepted: frozenset[str] = frozenset()) -> EngineReading:
    """What the language's engine alone says of a composed text. `accepted`: names and own words."""
    module = importlib.import_module(f"seguito.engines.{writing_of(language).engine}")
    reading: EngineReading = module.read(text, language, accepted)
    return reading


def names_of(context: Context) -> frozenset[str]:
    """Every name that the context knows, as it is spelt there."""
    people = {name for person in context.interviewers for name in (person.name, *person.also)}
    houses = {context.organisation, *context.organisation_also}
    return frozenset(filter(None, people | houses | {context.candidate, context.to, *context.known_names}))
