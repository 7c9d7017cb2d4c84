"""Names of other applications: thousands may be known, and a note pays for those that it may mean."""

from datetime import datetime

import pytest

from seguito.core.looks.context import Context, Known
from seguito.core.looks.names import look_at_names
from seguito.core.looks.names.known import Standing
from seguito.core.looks.names.reading import read
from seguito.languages.names import name_words_of

FORMER = (
    *(f"House {number} Ltd" for number in range(2000)),
    *(f"Given{number} Family{number}" for number in range(20000)),
    "Foxglove & Sons", "Cornelia Van der Meer", "Night Porter",
)  # fmt: skip
WORDS = name_words_of("en")


def context(former: tuple[str, ...]) -> Context:
    return Context(
        organisation="Halden Freight",
        role="Operations Analyst",
        candidate="Tunde Bakare",
        to="Siobhán Kearney",
        interviewers=(Known("Siobhán Kearney", "Ms", "f"),),
        former_names=former,
        interview=datetime.fromisoformat("2026-12-03T14:00:00+00:00"),
    )


def test_only_former_names_that_the_note_may_mean_are_made_ready() -> None:
    text = "Dear Siobhán,\n\nFoxglove & Sons would suit me.\n\nTunde Bakare"
    without, among = read(text, context(()), WORDS).roster, read(text, context(FORMER), WORDS).roster
    assert [bearer.name for bearer in among.of(Standing.FORMER)] == ["Foxglove & Sons"]
    assert len(among.forms) - len(without.forms) < 10


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("I would thrive at Foxglove & Sons.", "Foxglove & Sons"),
        ("I would thrive at FOXGLOVE and Sons.", "FOXGLOVE and Sons"),
        ("Ms Vandermeer showed me the yard.", "Vandermeer"),
        ("Family77 put it well.", "Family77"),
        ("I want the role of night porter.", "night porter"),
    ],
)
def test_a_name_among_thousands_is_found_however_it_is_written(text: str, quote: str) -> None:
    found = look_at_names(f"Dear Siobhán,\n\n{text}\n\nTunde Bakare", context(FORMER), WORDS)
    assert [(f.rule, f.quote) for f in found if f.holds_back] == [("LEFTOVER", quote)]
