"""What could still be asked of one's memory, and the day that an answer was promised for (T1.3, T3.3, T3.5)."""

from datetime import date

import pytest

from seguito.core.debrief.missing import answer_promised_on, what_is_missing
from seguito.core.debrief.reading import read_notes
from seguito.core.nouns import Detail
from tests.core.debrief.cast import EN, GIULIA, MARCO, NICOLO, PANEL, WEDNESDAY


def kept(notes: str) -> list[Detail]:
    heard = read_notes(notes, PANEL, EN, WEDNESDAY).details
    return [Detail(f"d{n}", one.person, one.kind, one.by, one.text, one.due_on, n) for n, one in enumerate(heard)]


def test_an_empty_debrief_misses_everything() -> None:
    missing = what_is_missing([], PANEL, EN)
    assert missing.nothing_from == PANEL
    assert missing.why_here
    assert missing.answer_date


def test_nothing_personal_is_told_only_of_who_said_something() -> None:
    missing = what_is_missing(kept("Giulia: one\nMarco: two\nMarco ~ sails\n* quiet rooms"), PANEL, EN)
    assert missing.nothing_from == (NICOLO,)
    assert missing.nothing_personal_from == (GIULIA,)
    assert MARCO not in missing.nothing_personal_from
    assert not missing.why_here


@pytest.mark.parametrize(
    ("notes", "day"),
    [
        ("Marco ! answer by Wednesday 9", date(2026, 12, 9)),
        ("Giulia ! sends the brief by Friday\nMarco ! they decide by the 15th", date(2026, 12, 15)),
        ("Giulia ! manda il brief entro venerdì\nMarco ! ci fanno sapere entro il 15", date(2026, 12, 15)),
        ("Giulia ! sends the brief by Friday", date(2026, 12, 4)),
        ("me ! answer them by Friday", None),
        ("Marco ! answers soon", None),
        ("Marco: answer by Friday", None),
    ],
)
def test_an_answers_day_is_that_of_their_promise_to_answer(notes: str, day: date | None) -> None:
    assert answer_promised_on(kept(notes), EN) == day
    assert what_is_missing(kept(notes), PANEL, EN).answer_date is (day is None)
