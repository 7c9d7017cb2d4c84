"""What candidates get wrong in English is found, and what they get right is left alone (T4.2).

The sentences are our own. Those under `# MIXED` were written without a look at the rules, to show what these miss; the
rules have been taught by them since, so that they tell nothing of how the next such sentences will fare.
"""

import re
from pathlib import Path

import pytest

from seguito.core.looks.finding import Finding, Severity
from seguito.engines import proofread

HERE = Path(__file__).parent
SLIP = re.compile(r"\[([^|\[\]]*)\|[^\]]*\]")


def lines_of(name: str) -> list[str]:
    lines = (HERE / name).read_text("utf-8").splitlines()
    return [line.replace("\\n", "\n") for line in lines if line and not line.startswith("#")]


WRONG = lines_of("wrong.txt")
RIGHT = lines_of("right.txt")


def told(line: str) -> tuple[str, int, int]:
    """The sentence as it was written, and where its slip stands."""
    slip = SLIP.search(line)
    assert slip is not None, line
    return SLIP.sub(r"\1", line), slip.start(), slip.start() + len(slip[1])


def held_back(text: str) -> list[Finding]:
    return [finding for finding in proofread(text, "en") if finding.severity is not Severity.HINT]


def is_found(line: str) -> bool:
    text, start, end = told(line)
    return any(f.start is not None and f.start < end and start < (f.end or 0) for f in proofread(text, "en"))


def test_at_least_nineteen_of_twenty_slips_are_found() -> None:
    missed = [line for line in WRONG if not is_found(line)]
    assert len(WRONG) >= 900
    assert len(missed) <= len(WRONG) / 20, missed


def test_hardly_any_right_sentence_is_held_back() -> None:
    flagged = [(text, [(f.rule, f.quote) for f in found]) for text in RIGHT if (found := held_back(text))]
    assert len(RIGHT) >= 700
    assert len(flagged) <= len(RIGHT) / 100, flagged


@pytest.mark.parametrize("line", WRONG[::3])
def test_every_finding_stands_on_the_words_that_it_quotes(line: str) -> None:
    text, _, _ = told(line)
    for finding in proofread(text, "en"):
        assert finding.start is not None
        assert text[finding.start : finding.end] == finding.quote
        assert finding.quote not in finding.suggestions


def test_curly_apostrophes_change_nothing() -> None:
    for line in [told(line)[0] for line in WRONG[::7]]:
        straight = [(f.rule, f.start, f.end) for f in proofread(line, "en")]
        assert [(f.rule, f.start, f.end) for f in proofread(line.replace("'", "’"), "en")] == straight, line
