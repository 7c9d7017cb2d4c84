"""A few judged notes, as the first look is judged on: the marked words are found, a right note is let pass.

One JSON object a line: `text`, `lang`, `context`, and `expect` with the words that must be found, their `kind`, and
`also_kinds` that are as good.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from seguito.core.looks.names import look_at_names
from seguito.core.looks.told import context_told
from seguito.languages.names import name_words_of

NOTES = [json.loads(line) for line in (Path(__file__).parent / "names.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("note", NOTES, ids=lambda note: f"{note['id']}: {note['why']}")
def test_the_marked_words_are_found_and_nothing_else(note: dict[str, Any]) -> None:
    findings = look_at_names(note["text"], context_told(note["context"]), name_words_of(note["lang"]))
    found = {(f.start, f.end): f.rule for f in findings if f.holds_back}
    expected = {(e["start"], e["end"]): {e["kind"], *e.get("also_kinds", ())} for e in note["expect"]}
    assert set(found) == set(expected)
    assert all(rule in expected[place] for place, rule in found.items())
