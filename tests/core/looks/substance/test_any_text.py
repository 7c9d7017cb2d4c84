"""Whatever the text, the look answers, and points inside it."""

import unicodedata

import pytest
from hypothesis import given, strategies as st

from seguito.core.looks.context import Context, PanelNote, Said
from seguito.core.looks.finding import Finding
from seguito.core.looks.substance import look_at_substance
from seguito.languages.substance import substance_words

DETAILS = (
    Said("Ann Bee", "trip", "rowed to Norway last summer with her sister", "1"),
    Said("Cy Dee", "need", "the school bus timetable", "2"),
    Said(None, "insight", "lunch at a long table", "3"),
)
PIECES = [
    "Dear Cy,\n\n", "I would love to work with you ", "because ", "the decision was already made ", "your trip to Norway ",
    "thank you for your time", ". ", "\n\n", "’", "é", "e\u0301", "👩‍👩‍👧", "\ud800", "\x00", "\u202e", "«", "perché ", "la scelta ",
    "mi ha raccontato ", "9 ", "?", "I am the best candidate ", "Kind regards,\n", "l'", "<b>", "**", "…",
]  # fmt: skip
LONG = {
    "thanks": "thank you for ",
    "reasons": "I would like to be there because I ",
    "perché": "perché vorrei per questo essere con voi ",
    "one letter": "a",
    "full stops": ". ",
    "numbers": "9 ",
    "apostrophes": "l'",
    "short lines": "I would love to work here because.\n\n",
    "accents": "e\u0301",
}


def look(text: str, language: str, other: str = "") -> tuple[Finding, ...]:
    context = Context(
        organisation="Norway Lines",
        to="Cy Dee",
        purpose="gracious_no",
        details=DETAILS,
        panel_notes=(PanelNote("Ann Bee", other),),
    )
    return look_at_substance(text, language, context, substance_words(language))


def points_inside(findings: tuple[Finding, ...], text: str) -> bool:
    """A lone surrogate, which no file can hold, is quoted as U+FFFD."""
    text = text.replace("\ud800", "\ufffd")
    return all(
        f.start is None
        or (f.end is not None and 0 <= f.start < f.end <= len(text) and text[f.start : f.end] == f.quote)
        for f in findings
    )


@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join), st.sampled_from(["en", "it"]))
def test_findings_point_at_their_words(text: str, language: str) -> None:
    assert points_inside(look(text, language, text[::2]), text)


@given(st.text(max_size=200), st.sampled_from(["en", "it"]))
def test_any_text_gets_an_answer(text: str, language: str) -> None:
    assert points_inside(look(text, language), text)


@given(st.lists(st.sampled_from([p for p in PIECES if p != "\ud800"]), max_size=25).map("".join))
def test_composed_or_not_the_same_is_found(text: str) -> None:
    composed, decomposed = (unicodedata.normalize(form, text) for form in ("NFC", "NFD"))
    found = [(f.rule, f.severity, unicodedata.normalize("NFC", f.quote)) for f in look(decomposed, "it")]
    assert found == [(f.rule, f.severity, f.quote) for f in look(composed, "it")]


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("kind", LONG)
def test_the_longest_note_is_read_whatever_it_repeats(kind: str, language: str) -> None:
    text = (LONG[kind] * 20_000)[:20_000]
    assert points_inside(look(text, language, text[:-1] + "x"), text)


@pytest.mark.parametrize(
    ("words", "channel", "rule"), [(11, "email", "TOO_SHORT"), (12, "email", None), (200, "card", None)]
)
def test_length_is_counted_in_words(words: int, channel: str, rule: str | None) -> None:
    text = "Dear Ann,\n\n" + " ".join(["heron"] * words) + ".\n\nKind regards,\nBo"
    if channel == "card":
        text = " ".join(["heron"] * words)
    found = {f.rule for f in look_at_substance(text, "en", Context(channel=channel), substance_words("en"))}
    assert found & {"TOO_SHORT", "TOO_LONG"} == ({rule} if rule else set())


def test_a_card_holds_two_hundred_words() -> None:
    text = " ".join(["heron"] * 201)
    found = {f.rule for f in look_at_substance(text, "en", Context(channel="card"), substance_words("en"))}
    assert "TOO_LONG" in found
