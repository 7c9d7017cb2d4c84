"""The second look: spelling, grammar, and a note that agrees with itself (T4.2)."""

from dataclasses import replace

from seguito.core.looks.context import Context
from seguito.core.looks.finding import Finding, Severity, numbered
from seguito.core.looks.language.general import GENERAL_RULES
from seguito.core.looks.language.merging import merged, not_in_names
from seguito.core.looks.language.prose import EngineReading, Prose, Writing
from seguito.core.looks.language.reading import plain_text, read
from seguito.core.looks.language.rule_book import RuleBook

__all__ = ["GENERAL_RULES", "look_at_language"]


def look_at_language(
    text: str,
    language: str,
    writing: Writing,
    rules: RuleBook,
    engine: EngineReading,
    *,
    context: Context | None = None,
    words: frozenset[str] = frozenset(),
) -> tuple[Finding, ...]:
    """Everything that the rules and the engine find in a note, one finding for any words, in reading order.

    `text`: composed. `words`: the person's own, accepted as they stand. Known names, links and addresses are left
    alone; inside a quotation, which is somebody else's, a finding is a hint.
    """
    prose = read(text, language, writing, context, engine.tags)
    own = [finding for rule in (*rules.asked_of(prose), *GENERAL_RULES) for finding in rule.findings(prose)]
    speaks_of_more = not_in_names(prose)
    accepted = {plain_text(word).casefold() for word in words}
    found = [
        _softened(finding, prose)
        for finding in merged(own, engine.findings)
        if speaks_of_more(finding) and plain_text(finding.quote).casefold() not in accepted
    ]
    return numbered(found)


def _softened(finding: Finding, prose: Prose) -> Finding:
    """Inside a quotation the words are another's: the author is told, not held back."""
    start, end = finding.start, finding.end
    if start is None or end is None or not any(s < start and end < e for s, e in prose.quoted):
        return finding
    return replace(finding, severity=Severity.HINT)
