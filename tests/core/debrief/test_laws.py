"""Laws of the notes-format: nothing typed is lost, and what is written reads back."""

import re
from collections.abc import Sequence
from datetime import date

from hypothesis import given, strategies as st

from seguito.core.debrief.changes import changes
from seguito.core.debrief.reading import Heard, read_notes
from seguito.core.debrief.speakers import Speakers
from seguito.core.debrief.writing import read_form, write_form, write_notes
from seguito.core.folding import folded
from seguito.core.nouns import By, Detail, DetailKind, Person
from tests.core.debrief.cast import COMPOUND, EN, PANEL, TWO_MARCOS, WEDNESDAY

PANELS = st.sampled_from([PANEL, TWO_MARCOS, COMPOUND, ()])
SPEAKERS = [
    "",
    "Giulia",
    "marco",
    "@giulia ",
    "@ ",
    "me",
    "io",
    "Key point",
    "dott.ssa Bianchi",
    "me @marco",
    "Robert",
    "1. ",
]
SIGNS = ["", ":", " ~ ", "?", " ! ", "*", " + ", ' "', " “", ": ~", " - ", "\t", " (aside): ", ", domanda: "]
TEXTS = st.text(max_size=40) | st.sampled_from(
    ["Giulia: hi", "~ x", '" x', "** x **", "see 10:30", '"x"', "@marco y", "- z"]
)
LINES = st.tuples(st.sampled_from(SPEAKERS), st.sampled_from(SIGNS), TEXTS).map("".join)
NOTES = st.lists(LINES, max_size=8).map("\n".join) | st.text()


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", folded(text)))


STRUCTURE = words_of(
    "me io noi we I myself to a ad per con for with aside domanda question insight promise dott ssa HR 1 2 3"
)


@given(NOTES, PANELS)
def test_every_word_of_every_line_comes_back(notes: str, panel: Sequence[Person]) -> None:
    """As a detail's text, or as its speaker or kind."""
    reading = read_notes(notes, panel, EN, WEDNESDAY)
    kept = STRUCTURE | words_of(" ".join([EN.me_first, *EN.kinds, *EN.titles]))
    for detail in reading.details:
        kept |= words_of(detail.text)
    called = Speakers(panel, EN.titles, EN.not_names)
    people = words_of(" ".join(text for p in panel for text in (p.name, p.id, *p.also, *p.emails)))
    lost = words_of(re.sub(r"[\x00\ud800-\udfff]", "\ufffd", notes)) - kept
    assert all(called.meant_by(word) or any(name.startswith(word) for name in people) for word in lost), lost


@given(NOTES, PANELS)
def test_what_found_no_place_stands_among_the_details_too(notes: str, panel: Sequence[Person]) -> None:
    reading = read_notes(notes, panel, EN, WEDNESDAY)
    texts = {d.text for d in reading.details if d.person is None and d.kind is DetailKind.INSIGHT}
    assert {unplaced.text for unplaced in reading.unplaced} <= texts


def storable(text: str) -> str:
    return " ".join(re.sub(r"[\x00\ud800-\udfff]", "", text).split())


@st.composite
def panels_and_details(draw: st.DrawFn) -> tuple[tuple[Person, ...], list[Heard]]:
    panel = draw(PANELS)
    people = st.sampled_from([None, *(person.id for person in panel)])
    texts = TEXTS.map(storable).filter(lambda text: re.search(r"\w", text))
    one = st.builds(Heard, people, st.sampled_from(DetailKind), st.sampled_from(By), texts)
    return panel, draw(st.lists(one, max_size=6, unique_by=lambda heard: heard.key))


@given(panels_and_details())
def test_details_that_are_written_down_read_back_the_same(case: tuple[tuple[Person, ...], list[Heard]]) -> None:
    panel, details = case
    again = read_notes(write_notes(details, panel, EN), panel, EN, WEDNESDAY).details
    assert [heard.key for heard in again] == [heard.key for heard in details]


@given(NOTES, PANELS)
def test_reading_what_was_written_changes_nothing_more(notes: str, panel: Sequence[Person]) -> None:
    once = read_notes(notes, panel, EN, WEDNESDAY).details
    assert read_notes(write_notes(once, panel, EN), panel, EN, WEDNESDAY).details == once


HEADER = ("What was said?\nThere: Giulia.", "", "Giulia ~ something personal", "me ! something that I promised")


@given(NOTES)
def test_a_form_that_comes_back_untouched_changes_nothing(notes: str) -> None:
    once = read_notes(notes, PANEL, EN, WEDNESDAY).details
    form = write_form(write_notes(once, PANEL, EN), HEADER)
    assert read_form(form.replace("\n", "\r\n"), HEADER, PANEL, EN, WEDNESDAY).details == once


def test_only_the_forms_own_comments_are_dropped() -> None:
    form = write_form("", HEADER) + "# 1 client is the whole house\nGiulia: hello there\n"
    reading = read_form(form, HEADER, PANEL, EN, WEDNESDAY)
    assert [detail.text for detail in reading.details] == ["# 1 client is the whole house", "hello there"]


def kept(number: int, heard: Heard) -> Detail:
    return Detail(f"d{number}", heard.person, heard.kind, heard.by, heard.text, heard.due_on)


def test_a_mended_line_keeps_its_place_in_the_notes() -> None:
    known = [
        kept(n, heard)
        for n, heard in enumerate(
            read_notes(
                "Giulia: they rewrote the breif at night\nMarco ~ sails\n* quiet rooms", PANEL, EN, WEDNESDAY
            ).details
        )
    ]
    now = "Giulia: they rewrote the brief at night\n* quiet rooms\nMarco ! answer by Friday"
    result = changes(read_notes(now, PANEL, EN, WEDNESDAY).details, known)
    assert [(d.id, d.text) for d in result.changed] == [("d0", "they rewrote the brief at night")]
    assert [d.id for d in result.kept] == ["d2"]
    assert [h.text for h in result.added] == ["answer by Friday"]
    assert [d.id for d in result.removed] == ["d1"]


def test_a_date_that_was_set_by_hand_stays_while_its_words_stay() -> None:
    by_hand = Detail("d0", "p-marco", DetailKind.PROMISE, By.THEM, "answers soon", date(2026, 12, 9))
    result = changes(read_notes("Marco ! answers soon", PANEL, EN, WEDNESDAY).details, [by_hand])
    assert result.kept == (by_hand,)


@given(NOTES)
def test_reading_the_same_notes_twice_adds_nothing(notes: str) -> None:
    once = read_notes(notes, PANEL, EN, WEDNESDAY).details
    result = changes(once, [kept(n, heard) for n, heard in enumerate(once)])
    assert (result.added, result.changed, result.removed) == ((), (), ())
