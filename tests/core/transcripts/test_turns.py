"""Every program's transcript is read as the same talk; what is no transcript harms nobody (T1.3)."""

from datetime import timedelta

import pytest
from hypothesis import given, strategies as st

from seguito.core.transcripts.turns import read_transcript
from tests.core.transcripts.saved import ALL, CHAT, MEET, TEAMS, TEAMS_TEXT

PEOPLE = {"Giulia Bianchi", "Ada Conti"}
BRIEF = "So, um, last spring we rewrote the brief the night before the launch & printed it on newsprint."


def known(name: str) -> bool:
    return name in PEOPLE


@pytest.mark.parametrize("form", ALL)
def test_every_programs_form_is_the_same_talk(form: str) -> None:
    turns = read_transcript(ALL[form], known)
    assert [(turn.speaker, turn.text) for turn in turns] == [
        ("Giulia Bianchi", BRIEF),
        ("Ada Conti", "I'll send you the audit by Thursday."),
    ]


@pytest.mark.parametrize(
    ("text", "at"),
    [(TEAMS, 1), (MEET, 1), (TEAMS_TEXT, 1), (CHAT, 15 * 3600 + 1)],
    ids=["cues", "Meet", "Teams", "clock"],
)
def test_a_turn_knows_when_it_was(text: str, at: int) -> None:
    assert read_transcript(text, known)[0].at == timedelta(seconds=at)


def test_a_sentence_with_a_colon_is_nobodys_name() -> None:
    text = "Giulia Bianchi: Well.\nThe point is: nobody reads it.\nNota bene: neither do we.\n"
    (turn, more, last) = read_transcript(text, known)
    assert {turn.speaker, more.speaker, last.speaker} == {"Giulia Bianchi"}
    assert more.text == "The point is: nobody reads it."


def test_a_name_that_nobody_knows_must_come_twice() -> None:
    text = "Speaker 1: We print on Thursdays.\nSpeaker 2: And I?\nSpeaker 1: You proof.\nSpeaker 2: Good.\n"
    assert [turn.speaker for turn in read_transcript(text, known)] == ["Speaker 1", "Speaker 2"] * 2


def test_words_of_nobody_are_read_where_nobody_is_named() -> None:
    assert [turn.text for turn in read_transcript("We print on Thursdays.\nYou proof.\n", known)] == [
        "We print on Thursdays.", "You proof.",
    ]  # fmt: skip


def test_a_dash_in_subtitles_is_somebody_else() -> None:
    text = "1\n00:00:01,000 --> 00:00:02,000\nGiulia Bianchi: Do you sail?\n- On Sundays.\n"
    assert [turn.speaker for turn in read_transcript(text, known)] == ["Giulia Bianchi", ""]


def test_what_stands_around_the_talk_is_no_talk() -> None:
    styled = "WEBVTT\n\nSTYLE\n::cue { color: red }\n\nNOTE nobody said this\n\n00:01.000 --> 00:02.000\nGood.\n\nNOTE nor this\n"
    assert [turn.text for turn in read_transcript(styled, known)] == ["Good."]


@given(st.text(st.sampled_from("WEBVTT<v >:-[]().,0123456789\n\t\r Giulia—\ufeff\x00\u202e&;"), max_size=400))
def test_any_text_is_read_without_harm(text: str) -> None:
    for turn in read_transcript(text, known):
        assert turn.text.strip()
        assert turn.at is None or turn.at >= timedelta()


@pytest.mark.parametrize(
    "piece", ["a ", "<v ", "<v a>", "A.", "0:00:", "[", "Aa ", "Aa:", "00:00:01.000 --> 00:00:02.000\n", "- ", "&#"]
)
def test_a_long_hostile_file_is_read_in_one_pass(piece: str) -> None:
    """Patterns are bounded: what grows tenfold takes some ten times as long; one that doubles back would never end."""
    assert isinstance(read_transcript(piece * (200_000 // len(piece)), known), tuple)
