"""A note's words made ready for paper: every one of them, in its part."""

import pytest
from hypothesis import given, strategies as st

from seguito.channels.card.words import Parts, clean, lines_for_typst, paragraph_for_typst, parts_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Gentile dottoressa Bianchi,\n\nuna riga.\n\nUn'altra.\n\nCon gratitudine,\nElena Rossi",
            Parts("Gentile dottoressa Bianchi,", ("una riga.", "Un'altra."), "Con gratitudine,", "Elena Rossi"),
        ),
        (
            "Dear Ms. Okafor:\n\nA line.\n\nWith thanks,\n\nAda",
            Parts("Dear Ms. Okafor:", ("A line.",), "With thanks,", "Ada"),
        ),
        (
            "Caro Marco,\nuna riga subito sotto.\n\nA presto,",
            Parts("Caro Marco,", ("una riga subito sotto.",), "A presto,", ""),
        ),
        ("Dear Ada,\n\nA line.\n\nAda Conti", Parts("Dear Ada,", ("A line.",), "", "Ada Conti")),
        (
            "Dear Ada,\n\nA line.\n\nYours sincerely,\nGiulia Bianchi\nHead of Talent",
            Parts("Dear Ada,", ("A line.", "Yours sincerely,\nGiulia Bianchi\nHead of Talent"), "", ""),
        ),
        (
            "Dear Ada,\n\nA line.\n\nYours,\nGiulia\n\nP.S. The train was late.",
            Parts("Dear Ada,", ("A line.",), "Yours,", "Giulia", ("P.S. The train was late.",)),
        ),
        ("PSI is a test.\n\nPs: no.", Parts("", ("PSI is a test.",), "", "", ("Ps: no.",))),
        ("Una riga sola.", Parts("", ("Una riga sola.",), "", "")),
        ("Ciao,", Parts("", ("Ciao,",), "", "")),
        ("Nessun saluto qui.\n\nSolo due capoversi.", Parts("", ("Nessun saluto qui.", "Solo due capoversi."), "", "")),
        ("", Parts("", (), "", "")),
    ],
)
def test_a_part_is_known_by_its_shape(text: str, parts: Parts) -> None:
    assert parts_of(text) == parts


@given(st.text(st.sampled_from("abcà,.:!? \n"), max_size=200))
def test_no_word_is_lost_or_moved(text: str) -> None:
    assert " ".join(parts_of(text).texts).split() == clean(text).split()


@given(st.text(max_size=300))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "language", "pieces"),
    [
        ("dell’intervista di ieri", "it", ["dell’", "intervista di ieri"]),
        ("nell'immaginazione", "it", ["nell'", "immaginazione"]),
        ("l’idea", "it", ["l’idea"]),
        ("the team’s interviewing", "en", ["the team’s interviewing"]),
        ("d’entretiens professionnels", "fr", ["d’", "entretiens professionnels"]),
    ],
)
def test_a_long_word_after_an_elision_can_be_divided(text: str, language: str, pieces: list[str]) -> None:
    assert lines_for_typst(text, language) == [pieces]


@given(st.text(st.sampled_from("abc’'/-. \n"), max_size=400), st.sampled_from(["it", "en"]))
def test_pieces_put_together_are_the_text(text: str, language: str) -> None:
    assert "\n".join("".join(line) for line in lines_for_typst(text, language)) == text


@given(st.text(st.sampled_from("abc \n"), max_size=200))
def test_a_paragraph_keeps_its_words_in_order(text: str) -> None:
    made = paragraph_for_typst(text, "it")
    lines: list[list[str]] = made["lines"]  # type: ignore[assignment]
    kept: list[str] = made["kept"] or []  # type: ignore[assignment]
    assert " ".join([*("".join(line) for line in lines), "".join(kept)]).split() == text.split()


def test_no_piece_is_longer_than_a_line_can_hold() -> None:
    (pieces,) = lines_for_typst("https://example.org/" + "abc" * 100, "en")
    assert max(map(len, pieces)) <= 24
