"""Whole notes to invented panels: what must be found is found, and right notes pass (T3.1 to T3.5, T5.5)."""

from itertools import pairwise

import pytest

from seguito.core.looks.context import Context
from seguito.core.looks.finding import Finding
from seguito.core.looks.substance import look_at_substance
from seguito.languages.substance import substance_words
from tests.core.looks.substance.notes import Case, cases, sentences

ALL = cases()
STAY_IN_TOUCH = {"en": "I hope that we stay in touch.", "it": "Spero che restiamo in contatto."}

PLAIN = {"en": "Your letter came on Monday.", "it": "La lettera è arrivata lunedì."}


def found_in(text: str, language: str, context: Context) -> list[Finding]:
    return [f for f in look_at_substance(text, language, context, substance_words(language)) if f.holds_back]


def covers(finding: Finding, text: str, words: str) -> bool:
    if not words or finding.start is None or finding.end is None:
        return True
    start = text.index(words)
    return finding.start < start + len(words) and start < finding.end


@pytest.mark.parametrize("case", [case for case in ALL if case.expect], ids=lambda case: case.name)
def test_what_is_wrong_is_found_at_its_words(case: Case) -> None:
    findings = found_in(case.text, case.language, case.context)
    for rule, words in case.expect:
        assert any(f.rule == rule and covers(f, case.text, words) for f in findings), (rule, words)


@pytest.mark.parametrize("case", [case for case in ALL if not case.expect], ids=lambda case: case.name)
def test_a_right_note_passes(case: Case) -> None:
    found = [f for f in found_in(case.text, case.language, case.context) if f.rule not in case.may]
    assert [(f.rule, f.quote, f.says["en"]) for f in found] == []


def test_half_of_the_cases_are_right_and_both_languages_have_as_many() -> None:
    right = [case for case in ALL if not case.expect]
    assert len(ALL) >= 150
    assert 0.4 <= len(right) / len(ALL) <= 0.6
    assert abs(sum(case.language == "en" for case in ALL) / len(ALL) - 0.5) < 0.05


@pytest.mark.parametrize("language", ["en", "it"])
def test_one_bitter_sentence_is_found_among_good_words(language: str) -> None:
    context = Context(purpose="gracious_no")
    for sentence in sentences(language, "resentful"):
        findings = found_in(f"{sentence} {STAY_IN_TOUCH[language]}", language, context)
        assert any(f.rule == "RESENTMENT" and f.start == 0 for f in findings), sentence


@pytest.mark.parametrize("language", ["en", "it"])
def test_a_sentence_that_is_only_half_bitter_is_asked_about_where_no_good_word_stands_by(language: str) -> None:
    context = Context(purpose="gracious_no")
    for sentence in sentences(language, "half_heard"):
        findings = found_in(f"{sentence} {PLAIN[language]}", language, context)
        assert any(f.rule == "RESENTMENT" and f.start == 0 for f in findings), sentence


@pytest.mark.parametrize("language", ["en", "it"])
def test_grace_after_a_no_is_left_alone(language: str) -> None:
    context = Context(purpose="gracious_no")
    for sentence in sentences(language, "gracious"):
        findings = found_in(f"{sentence} {STAY_IN_TOUCH[language]}", language, context)
        assert not [f for f in findings if f.rule == "RESENTMENT"], sentence


@pytest.mark.parametrize("language", ["en", "it"])
def test_praise_of_oneself_is_weighed_when_it_comes_twice(language: str) -> None:
    praise = sentences(language, "praise")
    for one, other in pairwise(praise):
        assert any(f.rule == "SELF_PRAISE" for f in found_in(f"{one} {other}", language, Context())), (one, other)


@pytest.mark.parametrize("language", ["en", "it"])
def test_plain_words_about_oneself_are_no_praise(language: str) -> None:
    text = " ".join(sentences(language, "modest"))
    assert not [f for f in found_in(text, language, Context()) if f.rule == "SELF_PRAISE"]
