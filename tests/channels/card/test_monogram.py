"""Monograms: initials as one drawing."""

import re

import pytest
from hypothesis import given, strategies as st

from seguito.channels.card.capitals import capital
from seguito.channels.card.monogram import CUTS, FRAMES, draw, initials_from

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@pytest.mark.parametrize("cut", CUTS)
@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize("initials", ["E", "ER", "EMR", "ZŒ", "NĐ", "ŞȚ"])
def test_every_cut_draws_one_to_three_letters_in_every_frame(cut: str, frame: str, initials: str) -> None:
    mark = draw(initials, cut, frame, "#5B1D2C")
    assert mark is not None
    assert mark.alt == " ".join(initials)
    assert mark.width > 0
    assert mark.height > 0
    assert "<text" not in mark.svg, "a monogram adds no text to the card"
    assert set(re.findall(r"#[0-9a-f]{6}", mark.svg)) <= {"#5b1d2c", "#ffffff"}


@pytest.mark.parametrize(
    ("typed", "initials"),
    [
        ("er", "ER"),
        ("E.R.", "ER"),
        ("E M R", "EMR"),
        ("ermx", "ERM"),
        ("ß", "S"),
        ("z\u030c", "Ž"),
        ("", ""),
        ("12", ""),
    ],
)
def test_initials_are_capitals_and_three_at_most(typed: str, initials: str) -> None:
    assert initials_from(typed) == initials


def test_no_initials_are_no_monogram() -> None:
    assert draw("") is None


def test_two_letters_are_woven_where_they_meet() -> None:
    woven = draw("ER", "interlaced")
    assert woven is not None
    assert woven.svg.count("<clipPath") == 1
    three = draw("EMR", "interlaced")
    assert three is not None
    assert three.svg.count("<clipPath") == 2


@given(st.text(LETTERS, min_size=1, max_size=3), st.sampled_from(list(CUTS)), st.sampled_from(FRAMES))
def test_any_letters_make_a_mark_of_a_sensible_shape(initials: str, cut: str, frame: str) -> None:
    mark = draw(initials, cut, frame)
    assert mark is not None
    assert 0.2 < mark.width / mark.height < 9


def test_ink_is_found_where_the_letter_has_it() -> None:
    letter = capital("plain", "H")
    assert letter is not None
    stems = letter.spans(-250.0)
    assert len(stems) == 2, "below its bar an H has two stems"
    assert stems[0][1] < stems[1][0]
    assert letter.moved(100).spans(-250.0)[0][0] == stems[0][0] + 100
