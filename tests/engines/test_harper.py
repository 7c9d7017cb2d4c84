"""Harper is asked for less than it could tell, and nothing is lost by it."""

from pathlib import Path

import harper
import pytest

from seguito.core.looks.finding import Severity
from seguito.engines import harper_linter, proofread
from seguito.engines.far_words import shown
from seguito.engines.harper_linter import Mark, marked
from seguito.languages.rules import engine_rules

_PHRASES = Path(harper_linter.__file__).parents[1] / "languages/en/harper_words.tsv"


def _phrase_rules() -> dict[str, list[frozenset[str]]]:
    lines = (line.split("\t") for line in _PHRASES.read_text("utf-8").splitlines()[1:])
    return {rule: [frozenset(phrase.split()) for phrase in phrases.split("|")] for rule, phrases in lines}


@pytest.fixture(scope="module")
def with_all_rules() -> harper.Linter:
    linter = harper.Linter(harper.Dialect.BRITISH)
    chosen = engine_rules("en", "harper")
    linter.set_lint_config({name: name in chosen for name in linter.get_lint_config()})
    return linter


def test_a_rule_that_is_asked_only_where_its_words_stand_finds_the_same(with_all_rules: harper.Linter) -> None:
    rules = {rule.name: rule for rule in engine_rules("en", "harper").values()}.values()
    for text in (sentence for rule in rules for pair in (*rule.wrong, rule.right) for sentence in pair if sentence):
        found = with_all_rules.organized_lints(text, language="plaintext", dedup=False)
        everything = {(name, lint.span.start, lint.span.end) for name, lints in found.items() for lint in lints}
        assert {(mark.rule, mark.start, mark.end) for _, part in marked(text) for mark in part.marks} == everything


def test_every_rule_for_phrases_is_one_of_harpers_and_needs_a_word(with_all_rules: harper.Linter) -> None:
    phrases = _phrase_rules()
    assert set(phrases) <= set(engine_rules("en", "harper")) & set(with_all_rules.get_lint_config())
    assert all(words for needed in phrases.values() for words in needed)


def test_findings_keep_their_place_beyond_the_first_paragraph_and_sentence() -> None:
    text = "It was warm.\n\nThe hall was full. I had to wait along time.\n\nEvery thing was kind, any way."
    found = {(at + mark.start, at + mark.end): mark for at, part in marked(text) for mark in part.marks}
    quotes = {text[start:end]: mark.better for (start, end), mark in found.items()}
    assert quotes["along time"] == ("a long time",)


def test_a_name_that_looks_like_no_english_word_is_shown_as_another_of_its_length() -> None:
    text = "I met Oluwaseun and Oluwatobi there."
    seen = shown(text)
    assert len(seen.text) == len(text)
    assert "Oluwaseun" not in seen.text
    assert seen.text.startswith("I met O")
    assert seen.back(seen.text) == text


@pytest.mark.parametrize(
    "text", ["I met Marchetti there.", "We saw Guadalcanal.", "Unfortunately it ended.", "OLUWASEUN"]
)
def test_a_word_that_harper_knows_is_shown_as_it_stands(text: str) -> None:
    assert shown(text).text == text


def test_no_finding_shows_the_word_that_stood_for_a_name() -> None:
    text = "Oluwaseun told me that Oluwaseun Oluwaseun were here. An Oluwaseun dont wait along time."
    found = proofread(text, "en")
    assert found
    assert all(finding.quote == text[finding.start : finding.end] for finding in found)
    stand_ins = shown(text).instead
    assert not any(word in better for finding in found for better in finding.suggestions for word in stand_ins)


def test_a_mark_says_what_stands_better_in_its_words_place() -> None:
    (_, paragraph), *_ = marked("I waited along time.")
    assert Mark("ALongTime", 9, 19, ("a long time",)) in paragraph.marks


def test_a_foreign_word_far_from_every_other_is_mentioned_without_a_suggestion() -> None:
    (finding,) = proofread("They called it disponibilità.", "en")
    assert (finding.quote, finding.severity, finding.suggestions) == ("disponibilità", Severity.HINT, ())
