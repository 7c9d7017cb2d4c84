"""Every rule of every language keeps what its own sentences promise (T4.2)."""

import pytest

from seguito.core.looks.language import GENERAL_RULES
from seguito.core.looks.language.prose import Prose
from seguito.core.looks.language.reading import read
from seguito.core.looks.language.rules import LanguageRule, NoteRule
from seguito.engines import read_by_engine
from seguito.languages import available
from seguito.languages.rules import every_rule_of, writing_of

RULES = [(language, rule) for language in available() for rule in every_rule_of(language)]
RULES += [("en", rule) for rule in GENERAL_RULES]


def _prose(text: str, language: str, rule: LanguageRule) -> Prose:
    known = rule.known if isinstance(rule, NoteRule) else None
    tags = read_by_engine(text, language).tags
    return read(text, rule.languages[0] if rule.languages else language, writing_of(language), known, tags)


@pytest.mark.parametrize(
    ("language", "rule", "wrong", "mended"),
    [
        pytest.param(language, rule, *pair, id=f"{language}-{rule.name}-{number}")
        for language, rule in RULES
        for number, pair in enumerate(rule.wrong)
    ],
)
def test_a_rule_finds_its_wrong_sentence_and_mends_it(
    language: str, rule: LanguageRule, wrong: str, mended: str
) -> None:
    findings = list(rule.findings(_prose(wrong, language, rule)))
    assert findings, wrong
    for finding in findings:
        assert finding.quote == wrong[finding.start : finding.end]
    if mended and any(finding.suggestions for finding in findings):
        assert _with_suggestions(wrong, findings) == mended
    if mended:
        assert not list(rule.findings(_prose(mended, language, rule))), mended


def _with_suggestions(text: str, findings: list) -> str:  # type: ignore[type-arg]
    for finding in sorted(findings, key=lambda found: -found.start):
        if finding.suggestions:
            text = text[: finding.start] + finding.suggestions[0] + text[finding.end :]
    return text


@pytest.mark.parametrize(
    ("language", "rule", "right"),
    [
        pytest.param(language, rule, right, id=f"{language}-{rule.name}-{number}")
        for language, rule in RULES
        for number, right in enumerate(rule.right)
    ],
)
def test_a_rule_leaves_its_right_sentence_alone(language: str, rule: LanguageRule, right: str) -> None:
    assert [finding.quote for finding in rule.findings(_prose(right, language, rule))] == []


@pytest.mark.parametrize(("language", "rule"), RULES, ids=[f"{language}-{rule.name}" for language, rule in RULES])
def test_a_rule_has_two_sentences_of_each_kind_and_speaks_both_languages(language: str, rule: LanguageRule) -> None:
    assert len(rule.wrong) >= 2
    assert len(rule.right) >= 2
    assert set(rule.says) == {"en", "it"}


@pytest.mark.parametrize("language", available())
def test_no_two_rules_of_a_language_share_a_name(language: str) -> None:
    names = [rule.name for rule in (*every_rule_of(language), *GENERAL_RULES)]
    assert len(names) == len(set(names))
