"""Findings of several engines and rules on the same words become one, the more useful message first."""

from bisect import bisect_right, insort
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
    kept: dict[int, Finding] = {}
    begins: list[int] = []  # in order; no two kept findings overlap, so each has one neighbour at most on either side
    about_all: list[Finding] = []
    for *_, finding in ranked:
        if finding.start is None or finding.end is None:
            about_all.append(finding)
            continue
        at = bisect_right(begins, finding.start)
        beside = [kept[begins[place]] for place in (at - 1, at) if 0 <= place < len(begins)]
        twin = next((other for other in beside if _overlap(finding, other)), None)
        if twin is None:
            insort(begins, finding.start)
            kept[finding.start] = finding
        elif (finding.start, finding.end) == (twin.start, twin.end):
            both = dict.fromkeys((*twin.suggestions, *finding.suggestions))
            kept[finding.start] = replace(twin, suggestions=tuple(both))
    return (*about_all, *kept.values())


def not_in_names(prose: Prose) -> Callable[[Finding], bool]:
    """Whether a finding touches anything but known names, links and addresses."""
    left_alone = [(t.start, t.end) for t in prose.tokens if t.kind in {Kind.NAME, Kind.ADDRESS}]
    begins = [start for start, _ in left_alone]

    def speaks_of_more(finding: Finding) -> bool:
        if finding.start is None or finding.end is None:
            return True
        at = max(0, bisect_right(begins, finding.start) - 1)
        rest, position = "", finding.start
        for start, end in left_alone[at:]:
            if start >= finding.end:
                break
            if end > position:
                rest += prose.text[position : max(position, start)]
                position = end
        rest += prose.text[position : finding.end]
        return position == finding.start or any(letter.isalnum() for letter in rest)

    return speaks_of_more


def _width(finding: Finding) -> int:
    return (finding.end or 0) - (finding.start or 0)


def _overlap(one: Finding, other: Finding) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end
