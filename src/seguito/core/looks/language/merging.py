"""Findings of several engines and rules on the same words become one, the more useful message first."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from seguito.core.looks.finding import Finding, Severity
from seguito.core.looks.language.prose import Kind, Prose

_WEIGHT = {Severity.STOP: 0, Severity.ASK: 1, Severity.HINT: 2}


def merged(own: Iterable[Finding], engines: Iterable[Finding]) -> tuple[Finding, ...]:
    """One finding for any words: the graver, then our own, then one with a suggestion, then the narrower.

    Suggestions of the others on the very same words are kept behind its own.
    """
    ranked = sorted(
        [(_WEIGHT[f.severity], 0, not f.suggestions, _width(f), f) for f in own]
        + [(_WEIGHT[f.severity], 1, not f.suggestions, _width(f), f) for f in engines],
        key=lambda entry: entry[:4],
    )
    kept: list[Finding] = []
    for *_, finding in ranked:
        twin = next((index for index, other in enumerate(kept) if _overlap(finding, other)), None)
        if twin is None:
            kept.append(finding)
        elif (finding.start, finding.end) == (kept[twin].start, kept[twin].end):
            both = dict.fromkeys((*kept[twin].suggestions, *finding.suggestions))
            kept[twin] = replace(kept[twin], suggestions=tuple(both))
    return tuple(kept)


def not_in_names(prose: Prose) -> Callable[[Finding], bool]:
    """Whether a finding touches anything but known names, links and addresses."""
    left_alone = [(t.start, t.end) for t in prose.tokens if t.kind in {Kind.NAME, Kind.ADDRESS}]

    def speaks_of_more(finding: Finding) -> bool:
        if finding.start is None or finding.end is None:
            return True
        inside = [(s, e) for s, e in left_alone if s < finding.end and finding.start < e]
        if not inside:
            return True
        rest = "".join(
            prose.text[at]
            for at in range(finding.start, finding.end)
            if not any(start <= at < end for start, end in inside)
        )
        return any(letter.isalnum() for letter in rest)

    return speaks_of_more


def _width(finding: Finding) -> int:
    return (finding.end or 0) - (finding.start or 0)


def _overlap(one: Finding, other: Finding) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end
