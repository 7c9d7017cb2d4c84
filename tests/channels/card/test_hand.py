"""A hand measured in a minute, and the lines that it fills."""

import pytest
from hypothesis import given, strategies as st

from seguito.channels.card.falsariga import (
    NoRoomForThePen,
    NoRoomForThePenYet,
    Plan,
    WordWiderThanTheLine,
    fields_of,
    plan,
)
from seguito.channels.card.hand import Hand, HandUnlikely, LinesTooClose, TooFewLines, from_lines
from seguito.channels.card.print import print_card
from seguito.channels.card.sheets import geometry
from seguito.channels.card.strip import (
    NoSuchBand,
    NoSuchWord,
    bands,
    hand_from,
    lines_ending_with,
    print_strip,
    sentence,
)
from seguito.channels.card.words import parts_of
from tests.channels.card.orders import BY_HAND, ITALIAN, NOTE_IT, an_order, pages_of, sizes_of, squashed

GUIDE = geometry()["guide"]
A6, FOLD = geometry()["cards"]["a6"], geometry()["cards"]["a5-fold"]


def laid_out(text: str, hand: Hand | None = None, sheet: str = "a6", sides: int = 1) -> Plan:
    return plan(parts_of(text), hand or Hand(), geometry()["cards"][sheet], GUIDE, sides)


# -- the hand


@pytest.mark.parametrize(
    "measures", [{"x_height": 0.5}, {"x_height": 9.0}, {"pitch": 30.0}, {"char": 0.2}, {"char": float("nan")}]
)
def test_no_hand_has_such_measures(measures: dict[str, float]) -> None:
    with pytest.raises(HandUnlikely):
        Hand(**measures)


def test_lines_too_close_for_their_letters_are_refused() -> None:
    with pytest.raises(LinesTooClose):
        Hand(x_height=3.0, pitch=6.0)


@given(st.floats(1.6, 3.6))
def test_a_hand_that_copies_the_strip_is_found_again(char: float) -> None:
    """Lines broken as a hand of that width must break them give that width back, within the room of one word."""
    writer = Hand(char=char)
    lines, line = [], ""
    for word in sentence("it").split():
        longer = f"{line} {word}".strip()
        if writer.width(longer) > 118:
            lines.append(line)
            longer = word
        line = longer
    found = from_lines([*lines, line], 118, 8, 2.4)
    assert found.char == pytest.approx(char, rel=0.15)


def test_lines_that_disagree_still_give_a_hand() -> None:
    found = from_lines(["una riga piena di molte parole e poi ancora", "quasi niente qui", "e la fine"], 118, 8, 2.4)
    assert 2.7 < found.char < 7.4


def test_one_line_tells_too_little() -> None:
    with pytest.raises(TooFewLines):
        from_lines(["tutto su una riga"], 118, 8, 2.4)


def test_last_words_part_the_sentence() -> None:
    text = "Il treno delle sette, e gli appunti: gli appunti!"
    assert lines_ending_with(["sette", "GLI"], text) == ["Il treno delle sette,", "e gli", "appunti: gli appunti!"]
    with pytest.raises(NoSuchWord):
        lines_ending_with(["appunti", "sette"], text)


def test_the_strip_gives_the_bands_own_measures() -> None:
    found = hand_from("c", ["ho", "appunti"], "it")
    assert (found.pitch, found.x_height) == (8, 2.4)
    with pytest.raises(NoSuchBand):
        hand_from("F", ["ho"], "it")


@pytest.mark.parametrize("interface", ["it", "en", "de"])
@pytest.mark.parametrize(("paper", "size"), [("a4", (210, 297)), ("letter", (215.9, 279.4))])
def test_the_strip_is_printed_with_its_sentence(interface: str, paper: str, size: tuple[float, float]) -> None:
    pdf = print_strip(interface, paper, "#1f2f4f", ITALIAN.dated)
    (page,) = pages_of(pdf)
    assert squashed(sentence(interface)) in page
    assert sizes_of(pdf) == [pytest.approx(size, abs=0.01)]
    assert all(band in page for band in bands())


# -- the lines


@pytest.mark.parametrize("sheet", geometry()["cards"])
def test_every_line_ends_within_the_card(sheet: str) -> None:
    found = laid_out(BY_HAND, sheet=sheet)
    assert all(row.indent + row.width <= found.fields[0].width for row in found.rows)
    last = found.fields[0].first + (found.fields[0].rows - 1) * found.hand.pitch
    assert last <= geometry()["cards"][sheet]["height"] - GUIDE["bottom"] + 1e-6


@given(st.floats(1.7, 2.6), st.floats(6.5, 9.0))
def test_no_word_is_lost_on_the_way_to_the_lines(char: float, pitch: float) -> None:
    found = laid_out(BY_HAND, Hand(char=char, pitch=pitch), sheet="a5")
    assert " ".join(row.text for row in found.rows).split() == BY_HAND.split()
    numbers = [row.number for row in found.rows]
    assert numbers == sorted(set(numbers))


def test_the_guide_draws_each_line_where_it_was_reckoned() -> None:
    pdf = print_card(an_order(BY_HAND, blank=True, guide=True))
    _card, under = pages_of(pdf)
    found = laid_out(BY_HAND)
    assert squashed(BY_HAND) in under
    assert len(found.rows) <= found.available == 9


def test_a_spare_line_goes_before_the_closing() -> None:
    short = laid_out("Gentile Anna,\n\nuna riga.\n\nA presto,\nElena")
    assert [row.number for row in short.rows] == [0, 1, 3, 4]


def test_words_that_do_not_fit_say_by_how_many_lines_and_what_would_help() -> None:
    with pytest.raises(NoRoomForThePenYet) as told:
        laid_out(NOTE_IT, Hand(2.0, 7.0, 2.0))
    values = told.value.values
    assert values["lines"] == values["needed"] - values["available"] > 0
    assert "the back of the card as well" in {reason.message for reason in values["remedies"]}
    both = laid_out(NOTE_IT, Hand(2.0, 7.0, 2.0), sides=2)
    assert both.needed <= both.available


def test_a_slightly_smaller_hand_is_offered_where_it_helps() -> None:
    with pytest.raises(NoRoomForThePenYet) as told:
        laid_out(BY_HAND.replace("Cordai.", "Cordai: " + "la zuppa di farro la convincerà anche d’estate. " * 3))
    assert "a hand {percent} % smaller" in {reason.message for reason in told.value.values["remedies"]}


def test_a_note_that_no_remedy_saves_offers_none() -> None:
    with pytest.raises(NoRoomForThePen) as told:
        laid_out("parola " * 400)
    assert "remedies" not in told.value.values


def test_a_word_wider_than_the_line_is_named() -> None:
    with pytest.raises(WordWiderThanTheLine):
        laid_out("x" * 200)


def test_two_sides_are_two_under_sheets_but_a_folded_card_has_one() -> None:
    order = an_order(BY_HAND, blank=True, guide=True, sides=2)
    assert len(sizes_of(print_card(order))) == 3
    assert len(fields_of(FOLD, GUIDE, Hand(), 2)) == 1
    assert len(fields_of(A6, GUIDE, Hand(), 2)) == 2


@given(st.text(st.sampled_from("abcdè ,.\n"), max_size=500))
def test_any_note_is_planned_or_refused(text: str) -> None:
    try:
        found = laid_out(text)
    except (NoRoomForThePen, WordWiderThanTheLine):
        return
    assert found.needed <= found.available
