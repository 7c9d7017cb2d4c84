"""Whatever is pasted, the Italian look ends, and what it finds stands inside the text."""

import pytest
from hypothesis import given, strategies as st

from seguito.engines import proofread
from seguito.languages.it.words import words

ITALIAN = st.lists(
    st.sampled_from(
        "il la lo gli le un' l' c' è e ha a ho o che se non mi si ne né di da in dottoressa Marta casa grande sono stato stata "
        "prima che perché vorrei penso avrei ringrazio scrivo La Le Suo tuo , . ! ? \n « » 3 ’ ' - (".split(" ")
    ),
    max_size=60,
).map(" ".join)


@given(st.one_of(ITALIAN, st.text(max_size=200)))
def test_any_text_is_read_to_its_end(text: str) -> None:
    for finding in proofread(text, "it"):
        assert finding.start is not None
        assert finding.end is not None
        assert 0 <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.quote


@pytest.mark.parametrize(
    "piece", ["che è ", "la porta ", "è la ", "se avrei ", "gli ho detto alla dottoressa ", "zzzz "]
)
def test_a_note_without_end_takes_no_more_than_its_length(piece: str) -> None:
    """Rules look far about them in a sentence: one that nobody could follow is left to the tables and the dictionary."""
    proofread((piece * 4000)[:8000], "it")


def test_a_sentence_that_nobody_could_follow_is_not_taken_apart() -> None:
    from seguito.core.looks.language.reading import read
    from seguito.languages.rules import writing_of

    prose = read("la casa " * 200, "it", writing_of("it"))
    assert [words(sentence) for sentence in prose.sentences] == [()]
