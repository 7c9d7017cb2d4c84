"""The first look: every name in the note against what is known (T4.3).

People, organisation, role, places and days are held against the roster and the interview; nothing is guessed. Rules
run in the order in which they know more: what one has explained, a later one does not find again.
"""

from collections.abc import Callable, Iterable, Iterator

from seguito.core.looks.context import Context
from seguito.core.looks.finding import Finding
from seguito.core.looks.names.crossed import crossed
from seguito.core.looks.names.dates import dates
from seguito.core.looks.names.greeting import greeting
from seguito.core.looks.names.honorifics import honorifics
from seguito.core.looks.names.initials import initials
from seguito.core.looks.names.leftovers import leftovers
from seguito.core.looks.names.legal_form import legal_form
from seguito.core.looks.names.organisation import organisation
from seguito.core.looks.names.placeholders import placeholders
from seguito.core.looks.names.reading import Reading, read
from seguito.core.looks.names.role import role
from seguito.core.looks.names.rules import NO_ROSTER, RULES
from seguito.core.looks.names.spelling import spelling
from seguito.core.looks.names.swaps import swaps
from seguito.core.looks.names.typos import typos
from seguito.core.looks.names.unknown import unknown
from seguito.core.looks.names.words import NameWords

__all__ = ["RULES", "NameWords", "look_at_names"]

_IN_ORDER: tuple[Callable[[Reading], Iterable[Finding]], ...] = (
    placeholders,
    leftovers,
    greeting,
    swaps,
    honorifics,
    initials,
    crossed,
    spelling,
    legal_form,
    organisation,
    typos,
    role,
    unknown,
    dates,
)


def look_at_names(text: str, context: Context, words: NameWords) -> tuple[Finding, ...]:
    """What is wrong with the names and facts of a note, none of it overlapping; ids are not given yet.

    `text`: at most 20,000 characters; the findings' places are its code points.
    """
    reading = read(text, context, words)
    findings = tuple(_apart(finding for rule in _IN_ORDER for finding in rule(reading)))
    if not reading.roster.people and text.strip():
        return (NO_ROSTER.finding(text, None, None), *findings)
    return findings


def _apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Of two findings on the same words the one that came first."""
    taken: list[tuple[int, int]] = []
    for finding in findings:
        if finding.start is None or finding.end is None:
            yield finding
            continue
        if all(finding.end <= start or end <= finding.start for start, end in taken):
            taken.append((finding.start, finding.end))
            yield finding
