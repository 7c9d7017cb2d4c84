"""Phrases through inflection and light paraphrase, with bounded work."""

import pytest
import snowballstemmer

from seguito.core.looks.substance.phrases import Keys, PhraseBook, book

STEM = snowballstemmer.stemmer("english").stemWord
NEGLIGIBLE = frozenset({"the", "a", "very", "so", "much"})


def keys(text: str) -> list[Keys]:
    return [frozenset({STEM(word), "=" + word}) for word in text.lower().split() if word not in NEGLIGIBLE]


def a_book(*lines: str) -> PhraseBook:
    return book({"theme": "\n".join(lines)}, STEM, NEGLIGIBLE)


@pytest.mark.parametrize(
    ("phrase", "text", "stands"),
    [
        ("thank (you) for * time", "thank you so much for taking the time", True),
        ("thank (you) for * time", "thanks for your valuable time", True),
        ("thank (you) for * time", "thank you for one two three four time", False),
        ("thank (you) for ** time", "thank you for one two three four time", True),
        ("learn more about", "learning more about", True),
        ("learn more about", "learned a lot about", False),
        ("learn * (more) about", "learned a great deal about", True),
        ("good|great fit", "a very great fit", True),
        ("=best fit", "the better fit", False),
        ("time # a remark", "timely", True),
    ],
)
def test_a_phrase_stands_for_its_inflections_and_gaps(phrase: str, text: str, stands: bool) -> None:
    assert bool(list(a_book(phrase).matches(keys(text)))) is stands


@pytest.mark.parametrize("phrase", ["(more) time", "* ", "time *", "the a"])
def test_a_phrase_that_nothing_begins_or_ends_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="must be there"):
        a_book(phrase)


def test_a_match_knows_where_it_stands() -> None:
    match = next(iter(a_book("thank you for * time").matches(keys("i thank you for your time today"))))
    assert (match.start, match.end) == (1, 1 + len("thank you for your time".split()))


def test_a_stem_cut_to_the_bone_stands_for_its_own_form_alone() -> None:
    """Pretendo and preti have one stem in Italian: pret."""
    italian = snowballstemmer.stemmer("italian").stemWord
    found = book({"theme": "pretendo"}, italian)
    assert list(found.matches([frozenset({italian("pretendo"), "=pretendo"})]))
    assert not list(found.matches([frozenset({italian("preti"), "=preti"})]))


def test_no_text_makes_a_phrase_try_for_long() -> None:
    """Gaps are bounded, so the work at a word is: counted here, not timed."""
    looked = 0

    class Row(list[Keys]):
        def __getitem__(self, index):  # type: ignore[no-untyped-def]
            nonlocal looked
            looked += 1
            return super().__getitem__(index)

    list(a_book("a1 ** a1 ** a1 ** b1").matches(Row([frozenset({"a1"})] * 2_000 + [frozenset({"b1"})])))
    assert looked <= 2_000 * (8 + 8**2 + 8**3)
