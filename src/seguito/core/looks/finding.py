"""What a look finds, and how it is named."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


class Look(StrEnum):
    """One of the three readings of a note, in their order (T4.1)."""

    NAMES = "names"
    LANGUAGE = "language"
    SUBSTANCE = "substance"


class Severity(StrEnum):
    """`stop` and `ask` keep a look from passing until mended or answered; `hint` does not."""

    STOP = "stop"
    ASK = "ask"
    HINT = "hint"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that one rule found.

    `start`, `end`: code points of the note, end not included; both None when it is about the whole note.
    `says`: the message in every language of the interface (`{"en": …, "it": …}`), its places already filled.
    `suggestions`: replacements for the quoted words, best first; applying one removes the finding.
    """

    rule: str
    severity: Severity
    start: int | None
    end: int | None
    quote: str
    says: Mapping[str, str]
    suggestions: tuple[str, ...] = ()
    id: str = ""

    @property
    def holds_back(self) -> bool:
        return self.severity is not Severity.HINT


@dataclass(frozen=True, slots=True)
class LookResult:
    """What one look said about one text."""

    look: Look
    findings: tuple[Finding, ...]
    answered: frozenset[str] = frozenset()  # ids of findings that the person has answered

    @property
    def open_findings(self) -> tuple[Finding, ...]:
        """What keeps the look from passing: neither mended nor answered."""
        return tuple(f for f in self.findings if f.holds_back and f.id not in self.answered)

    @property
    def passed(self) -> bool:
        return not self.open_findings


def numbered(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in reading order, each with its id.

    An id is bound to the rule and the quoted words (and which of several equal ones it is), not to the place: an
    answer survives edits elsewhere in the note.
    """
    seen: Counter[tuple[str, str]] = Counter()
    named = []
    for finding in sorted(findings, key=_reading_order):
        key = (finding.rule, finding.quote)
        seen[key] += 1
        digest = hashlib.blake2s("\x00".join((*key, str(seen[key]))).encode("utf-8", "surrogatepass"), digest_size=5)
        named.append(replace(finding, id=digest.hexdigest()))
    return tuple(named)


def _reading_order(finding: Finding) -> tuple[int, int, str]:
    start = -1 if finding.start is None else finding.start
    end = -1 if finding.end is None else finding.end
    return (start, end, finding.rule)
