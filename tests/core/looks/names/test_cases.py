"""The first look over notes as people write them, one kind of slip or one trap each (T4.3)."""

from collections import Counter

import pytest

from seguito.core.looks.finding import Finding
from seguito.core.looks.names import look_at_names
from seguito.languages.names import name_words_of
from tests.core.looks.names.cases import Case, cases

ALL = [pytest.param(case, id=case.id) for case in cases()]
MARKED = [pytest.param(case, id=case.id) for case in cases() if case.marks]


def open_findings(case: Case, text: str) -> list[Finding]:
    return [f for f in look_at_names(text, case.context, name_words_of(case.language)) if f.holds_back]


@pytest.mark.parametrize("case", ALL)
def test_what_is_marked_is_found_and_nothing_else(case: Case) -> None:
    found = {(f.start, f.end, f.rule) for f in open_findings(case, case.text)}
    assert found == {(mark.start, mark.end, mark.rule) for mark in case.marks}


@pytest.mark.parametrize("case", MARKED)
def test_the_first_suggestion_is_the_name_as_it_is_known(case: Case) -> None:
    suggested = {f.start: f.suggestions[:1] for f in open_findings(case, case.text)}
    for mark in case.marks:
        assert mark.better is None or suggested[mark.start] == (mark.better,)


@pytest.mark.parametrize("case", [param for param in MARKED if param.values[0].mended])  # type: ignore[union-attr]
def test_a_note_with_its_names_mended_passes(case: Case) -> None:
    assert not open_findings(case, case.mended or "")


def test_the_cases_show_every_rule_of_the_contract_in_both_languages() -> None:
    shown = Counter((case.language, mark.rule) for case in cases() for mark in case.marks)
    contract = (
        "NAME_TYPO NAME_UNKNOWN SWAP LEFTOVER HONORIFIC ACCENT CASE ORG ROLE DATE PLACEHOLDER".split()
    )  # fmt: skip
    assert not [(language, rule) for language in ("en", "it") for rule in contract if not shown[language, rule]]
