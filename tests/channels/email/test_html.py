"""The words of a mail that came as a page."""

import pytest
from hypothesis import given, strategies as st

from seguito.channels.email.inbox.bodies import MOST_OF_A_MAIL, words_of
from seguito.channels.email.inbox.html import text_of_html

PAGES = {
    "words and blocks": ("<html><head><title>x</title></head><body><p>Ciao &egrave;</p>due<br>tre", "Ciao è\ndue\ntre"),
    "a quotation": ("Sì.<blockquote type='cite'>Viene?</blockquote>", "Sì.\n> Viene?"),
    "nothing that a reader does not see": (
        "<style>p { a > b }</style>a<script>if (a < b) c()</script>b<!-- > -->",
        "ab",
    ),
    "what a word processor leaves": ("<!--[if mso]><p>no</p><![endif]--><o:p></o:p><![if !mso]>sì<![endif]>", "sì"),
    "signs that are no marks": ("1 < 2 und 3 > 2 &lt;b&gt;", "1 < 2 und 3 > 2 <b>"),
    "a head that is never closed": ("<head><meta charset=utf-8><body>Ciao", "Ciao"),
    "a comment that is never closed": ("Ciao<!-- e basta", "Ciao"),
}


@pytest.mark.parametrize("kind", PAGES)
def test_what_a_reader_would_see(kind: str) -> None:
    page, seen = PAGES[kind]
    assert text_of_html(page) == seen


@pytest.mark.parametrize("unit", ["<a", '<a b="', "<!--", "<?", "</", "<a b ", "<![CDATA[", "<script>", "<!--x--!"])
def test_marks_without_end_do_not_hold_the_reading_up(unit: str) -> None:
    """Each of these took Python's own reader (3.11) ten seconds or many minutes."""
    raw = b"Content-Type: text/html\r\n\r\nCiao<p>" + unit.encode() * (MOST_OF_A_MAIL // len(unit))
    assert words_of(raw).startswith("Ciao")


@given(st.text(alphabet="<>!-/ap\"'= &;", max_size=60))
def test_any_page_is_read(page: str) -> None:
    assert "\n\n" not in text_of_html(page)
