"""Every rule of the first look over its own sentences."""

from datetime import datetime

import pytest

from seguito.core.looks.context import Context, Known
from seguito.core.looks.finding import Severity
from seguito.core.looks.names import RULES, look_at_names
from seguito.core.looks.rule import Rule
from seguito.core.which_language import which_language
from seguito.languages.names import name_words_of
from seguito.languages.stop_words import stop_words

HALDEN = Context(
    organisation="Halden Freight",
    role="Operations Analyst",
    candidate="Tunde Bakare",
    to="Siobhán Kearney",
    interviewers=(
        Known("Siobhán Kearney", "Ms", "f", also=("Siobhán",)),
        Known("José Carvalho", "Mr", "m"),
    ),
    known_names=("San José",),
    former_names=("Foxglove & Sons",),
    interview=datetime.fromisoformat("2026-12-03T14:00:00+00:00"),
)
BELLANDI = Context(
    organisation="Fonderia Bellandi",
    role="Responsabile Qualità",
    candidate="Elena Savoldi",
    to="Anna Marchetti",
    interviewers=(Known("Anna Marchetti", "dott.ssa", "f"), Known("Marco De Luca", "ing.", "m")),
    former_names=("Studio Bonfiglioli",),
    interview=datetime.fromisoformat("2026-12-02T10:00:00+01:00"),
)
WRONG = [pytest.param(rule, *pair, id=f"{rule.name}: {pair[0]}") for rule in RULES for pair in rule.wrong]
RIGHT = [pytest.param(rule, text, id=f"{rule.name}: {text}") for rule in RULES for text in rule.right]


def rules_found(text: str) -> set[str]:
    language = which_language(text, stop_words()) or ("en" if "Dear" in text else "it")
    context = {"en": HALDEN, "it": BELLANDI}[language]
    return {finding.rule for finding in look_at_names(text, context, name_words_of(language))}


@pytest.mark.parametrize(("rule", "text", "mended"), WRONG)
def test_a_rule_finds_what_it_is_for(rule: Rule, text: str, mended: str) -> None:
    assert rule.name in rules_found(text)
    assert not mended or rule.name not in rules_found(mended)


@pytest.mark.parametrize(("rule", "text"), RIGHT)
def test_a_rule_leaves_near_misses_alone(rule: Rule, text: str) -> None:
    assert rule.name not in rules_found(text)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_speaks_both_languages_of_the_interface(rule: Rule) -> None:
    assert set(rule.says) == {"en", "it"}


@pytest.mark.parametrize(
    "name", "NAME_TYPO NAME_UNKNOWN SWAP LEFTOVER HONORIFIC ACCENT CASE ORG ROLE DATE PLACEHOLDER".split()
)
def test_a_rule_of_the_contract_is_asked_at_least_and_has_sentences(name: str) -> None:
    for rule in (rule for rule in RULES if rule.name == name):
        assert rule.severity is not Severity.HINT
    assert any(rule.wrong and rule.right for rule in RULES if rule.name == name)
