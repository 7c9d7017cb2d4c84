"""Every rule's own sentences."""

import string

import pytest

from seguito.core.looks.context import Context
from seguito.core.looks.finding import Look, Severity
from seguito.core.looks.rule import Rule
from seguito.core.looks.substance import SUBSTANCE_RULES, look_at_substance
from seguito.languages.substance import substance_words

WRONG = [(rule, text) for rule in SUBSTANCE_RULES for text, _ in rule.wrong]
RIGHT = [(rule, text) for rule in SUBSTANCE_RULES for text in rule.right]
IN_ENGLISH = set("the and I to you".split())


def rules_found(rule: Rule, text: str) -> set[str]:
    language = "en" if IN_ENGLISH & set(text.split()) else "it"
    purpose = "gracious_no" if rule.name == "RESENTMENT" else "thanks"
    findings = look_at_substance(text, language, Context(purpose=purpose), substance_words(language))
    return {f.rule for f in findings if f.holds_back}


@pytest.mark.parametrize(("rule", "text"), WRONG, ids=lambda value: getattr(value, "name", None))
def test_a_rule_finds_its_own_wrong_sentences(rule: Rule, text: str) -> None:
    assert rule.name in rules_found(rule, text)


@pytest.mark.parametrize(("rule", "text"), RIGHT, ids=lambda value: getattr(value, "name", None))
def test_a_rule_leaves_its_near_misses_alone(rule: Rule, text: str) -> None:
    assert rule.name not in rules_found(rule, text)


@pytest.mark.parametrize("rule", SUBSTANCE_RULES, ids=lambda rule: rule.name)
def test_a_rule_speaks_both_languages_with_the_same_places(rule: Rule) -> None:
    assert rule.look is Look.SUBSTANCE
    assert rule.severity is not Severity.HINT
    assert set(rule.says) == {"en", "it"}
    if rule.name != "STOCK_PHRASE":  # what to write instead comes in each language's own words
        english, italian = (
            {field.removesuffix(f"_{face}") for _, field, _, _ in string.Formatter().parse(rule.says[face]) if field}
            for face in ("en", "it")
        )
        assert english == italian
