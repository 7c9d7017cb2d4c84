"""Two people of one name on a roster: the reader is told by id or by address (T4.3)."""

from dataclasses import replace

import pytest

from seguito.core.looks.context import Context, Known
from seguito.core.looks.names import look_at_names
from seguito.languages.names import name_words_of

ANNA = Known("Anna Rossi", "dott.ssa", "f", "anna@bellandi.example", id="1")
OTHER = Known("Anna Rossi", "ing.", "f", "rossi@bellandi.example", id="2")
PANEL = Context(to="Anna Rossi", interviewers=(ANNA, OTHER))


@pytest.mark.parametrize(
    ("context", "asked"),
    [
        (replace(PANEL, to_id="1"), True),
        (replace(PANEL, to_id="2"), False),
        (replace(PANEL, to="anna@bellandi.example"), True),
        (replace(PANEL, to="rossi@bellandi.example"), False),
    ],
)
def test_a_title_is_held_against_the_reader_s_own(context: Context, asked: bool) -> None:
    found = look_at_names("Gentile ingegner Rossi,", context, name_words_of("it"))
    assert any(f.rule == "HONORIFIC" for f in found) is asked


def test_a_family_name_of_two_words_is_cut_where_the_record_says() -> None:
    known = Known("Gabriel García Márquez", "Mr", "m", family="García Márquez")
    context = Context(to="Gabriel García Márquez", interviewers=(known,))
    found = look_at_names("Dear Mr García Márquez,", context, name_words_of("en"))
    assert not [f for f in found if f.holds_back]
