"""A text shows its language by its small words, or doesn't."""

import pytest
from hypothesis import given, strategies as st

from seguito.core.which_language import which_language
from seguito.languages.stop_words import stop_words


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Dear Giulia,\n\nthe brief that you rewrote stayed with me.\n\nKind regards,\nElena", "en"),
        ("Gentile dottoressa Bianchi,\n\nil brief che ha riscritto mi è rimasto in mente.\n\nCordiali saluti", "it"),
        ("Grazie", "it"),
        ("Thank you", "en"),
        ("ho parlato con il Social Media Manager del new business team", "it"),
        ("we spoke about the trattoria in via Savona", "en"),
        ("perche e cosi", "it"),  # typed without accents
        ("GENTILE DOTTORE, LE SCRIVO PER", "it"),
        ("Social Media Manager", None),
        ("Elena Conti", None),
        ("", None),
        ("😀 12:30 https://example.com", None),
    ],
)
def test_small_words_tell_the_language(text: str, language: str | None) -> None:
    assert which_language(text, stop_words()) == language


def test_a_text_in_two_languages_alike_is_not_guessed() -> None:
    assert which_language("the answer that you gave / la risposta che lei ha dato", stop_words()) is None


@given(st.text())
def test_any_text_has_a_known_language_or_none(text: str) -> None:
    assert which_language(text, stop_words()) in {None, *stop_words()}
