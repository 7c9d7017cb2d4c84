"""Notes to one panel, held against each other (T3.2)."""

import pytest

from seguito.core.looks.context import Context, PanelNote, Said
from seguito.core.looks.substance import look_at_substance
from seguito.core.looks.substance.panel import passages_of_both, same_among
from seguito.core.looks.substance.reading import Names, Reading, read_note
from seguito.languages.substance import substance_words

EN = substance_words("en")
WHY = "The library smells of wet coats and floor polish, and nobody hushes the toddlers under the stairs."


def a_note(text: str) -> Reading:
    return read_note(text, EN, Names())


def shared(one: str, other: str) -> list[str]:
    return [one[slice(*passage.here)] for passage in passages_of_both(a_note(one), a_note(other), EN)]


@pytest.mark.parametrize(
    "other",
    [
        WHY,
        "It smells of floor polish and wet coats, and under the stairs nobody hushes the toddlers.",
        "What won me over: a library that smells of polish and wet coats, where nobody ever hushes toddlers on the stairs.",
    ],
    ids=["word for word", "reordered", "lightly paraphrased"],
)
def test_a_passage_is_found_again(other: str) -> None:
    assert shared(f"Your figures kept me busy. {WHY}", f"Enjoy the choir! {other} See you soon.") == [WHY]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thank you very much for your time on Tuesday.", "Thank you so much for your time on Tuesday."),
        ("I look forward to hearing from you.", "I look forward to hearing from you soon."),
        ("The toddlers hide under the stairs.", "A coat hung wet on the polished floor."),
        ("I would be glad to work with you.", "I would be very glad to work with you."),
    ],
)
def test_courtesies_and_chance_words_are_no_passage(one: str, other: str) -> None:
    assert shared(one, other) == []


def test_what_was_told_to_nobody_in_particular_may_stand_in_every_note() -> None:
    text = "Everybody eats lunch together at one long table under the skylight."
    context = Context(
        to="Osei Mensah",
        purpose="answer",
        details=(
            Said(None, "insight", "lunch is eaten together by everybody, at a long table under the skylight", "1"),
        ),
        panel_notes=(PanelNote("Beatrix Hume", text),),
    )
    assert "SAME_AS_PANEL" not in {f.rule for f in look_at_substance(text + " Amir", "en", context, EN)}


def test_the_finding_names_the_other_reader_and_quotes_their_words() -> None:
    note = PanelNote("Beatrix Hume", f"Dear Beatrix, hello. {WHY} Amir")
    text = f"Dear Osei,\n\nthe labels are on my kitchen wall. {WHY}\n\nAmir"
    context = Context(to="Osei Mensah", panel_notes=(note,))
    (found,) = (f for f in look_at_substance(text, "en", context, EN) if f.rule == "SAME_AS_PANEL")
    assert found.quote == WHY
    assert "Beatrix Hume" in found.says["en"]
    assert "wet coats" in found.says["it"]


def test_a_note_is_not_compared_with_itself() -> None:
    context = Context(to="Osei Mensah", panel_notes=(PanelNote("Osei Mensah", WHY),))
    assert "SAME_AS_PANEL" not in {f.rule for f in look_at_substance(WHY, "en", context, EN)}


def test_the_same_note_to_two_readers_is_found() -> None:
    context = Context(to="Osei Mensah", panel_notes=(PanelNote("Beatrix Hume", WHY),))
    assert "SAME_AS_PANEL" in {f.rule for f in look_at_substance(WHY, "en", context, EN)}


@pytest.mark.parametrize("other", [WHY, f"Dear Osei,\n\n{WHY} And much else besides."])
def test_the_card_and_the_mail_to_one_reader_are_not_the_same_words(other: str) -> None:
    context = Context(to="Osei Mensah", channel="card", panel_notes=(PanelNote("Osei Mensah", other, "mail"),))
    (found,) = (f for f in look_at_substance(WHY, "en", context, EN) if f.rule == "SAME_AS_PANEL")
    assert "your other note to them" in found.says["en"]
    assert "altra tua lettera" in found.says["it"]


def test_many_notes_meet_only_where_they_share_words() -> None:
    notes = [a_note(f"{WHY} And {word}.") for word in ("harbour", "orchard")] + [a_note("Quite another thing: bees.")]
    assert {(one, other) for one, other, _ in same_among(notes, EN)} == {(0, 1)}
