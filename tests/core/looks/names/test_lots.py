"""The bar for names (T4.3): at least 95 % found, at most 3 % of right notes asked about, in every lot of notes."""

from collections import Counter

import pytest

from tests.core.looks.names.lots import is_found, lots, notes_of


@pytest.mark.parametrize("lot", lots())
def test_nearly_every_slip_of_a_lot_is_found(lot: str) -> None:
    notes = [note for note in notes_of(lot) if note.marks]
    missed = [note.why for note in notes for mark in note.marks if not is_found(mark, note.findings)]
    assert len(missed) <= 0.05 * sum(len(note.marks) for note in notes), missed


@pytest.mark.parametrize("lot", lots())
def test_hardly_a_right_note_of_a_lot_is_asked_about(lot: str) -> None:
    right = [note for note in notes_of(lot) if not note.marks]
    asked = {note.why: [f"{f.rule} {f.quote}" for f in note.findings] for note in right if note.findings}
    assert len(asked) <= 0.03 * len(right), asked


def test_the_lots_hold_every_rule_of_the_contract_and_more_right_notes_than_wrong_ones_in_both_languages() -> None:
    notes = [note for lot in lots() for note in notes_of(lot)]
    shown = Counter((note.known["lang"], mark.rules[0]) for note in notes for mark in note.marks)
    contract = "NAME_TYPO NAME_UNKNOWN SWAP LEFTOVER HONORIFIC ACCENT CASE ORG ROLE DATE PLACEHOLDER"
    assert all(shown[language, rule] for language in ("en", "it") for rule in contract.split())
    right = Counter(note.known["lang"] for note in notes if not note.marks)
    assert min(right.values()) >= 150
