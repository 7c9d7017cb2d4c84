"""What the looks found, told to a person: the words in their line, marked, and what to write instead."""

import unicodedata
from collections.abc import Iterator

from seguito.core.looks.finding import Finding, Look, LookResult, Severity
from seguito.errors import N_
from seguito.speech import Speaker

_LOOKS = {Look.NAMES: N_("Names and facts"), Look.LANGUAGE: N_("Language"), Look.SUBSTANCE: N_("Substance")}
_SEVERITIES = {Severity.STOP: N_("mend"), Severity.ASK: N_("sure?"), Severity.HINT: N_("by the way")}
_AROUND = 32  # characters shown on either side of the words
_MOST_SUGGESTIONS = 3


def told_looks(text: str, results: tuple[LookResult, ...], speaker: Speaker) -> Iterator[str]:
    """One paragraph a look; an empty look takes one line."""
    for number, result in enumerate(results, 1):
        if number > 1:
            yield ""
        passed = speaker.text(N_("passed")) if result.passed else speaker.text(N_("holds the note back"))
        yield f"{number}. {speaker.text(_LOOKS[result.look])}: {passed}"
        for finding in result.findings:
            yield from _told(text, finding, finding.id in result.answered, speaker)


def _told(text: str, finding: Finding, answered: bool, speaker: Speaker) -> Iterator[str]:
    mark = speaker.text(N_("answered")) if answered else speaker.text(_SEVERITIES[finding.severity])
    yield ""
    yield f"   [{mark}] {finding.says.get(speaker.language, '')}  ({finding.rule}, {finding.id})"
    if finding.start is not None and finding.end is not None:
        yield from (f"   {line}" for line in _shown(text, finding.start, finding.end))
    if finding.suggestions:
        yield f"   → {' · '.join(finding.suggestions[:_MOST_SUGGESTIONS])}"


def _shown(text: str, start: int, end: int) -> tuple[str, str]:
    """The words with a little of their line around them, and a row of marks beneath the words."""
    first = max(text.rfind("\n", 0, start) + 1, start - _AROUND)
    stop = text.find("\n", end)
    last = min(stop if stop >= 0 else len(text), end + _AROUND)
    before, quote, after = (_printable(part) for part in (text[first:start], text[start:end], text[end:last]))
    lead = "…" if first > 0 and text[first - 1] != "\n" else ""
    trail = "…" if last < len(text) and text[last] != "\n" else ""
    return f"{lead}{before}{quote}{after}{trail}", " " * _columns(lead + before) + "^" * max(1, _columns(quote))


def _printable(text: str) -> str:
    """One line of letters that a terminal shows and does not obey."""
    return "".join(" " if c.isspace() else c if unicodedata.category(c)[0] != "C" else "�" for c in text)


def _columns(text: str) -> int:
    """How wide a terminal shows it."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else not unicodedata.combining(c) for c in text)
