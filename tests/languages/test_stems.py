"""The stems beside each language's phrases: whatever the third look reads at its start stands in them."""

import runpy
from pathlib import Path

import pytest

from seguito.languages import available

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("language", available())
def test_every_word_of_the_phrase_books_has_its_stem_ready(language: str) -> None:
    """Run `python tools/make_stems` after a change of phrases.toml, substance.toml or related.txt."""
    folder = ROOT / "src/seguito/languages" / language
    stems = {line.split()[0] for line in (folder / "stems.txt").read_text("utf-8").splitlines()[1:]}
    assert runpy.run_path(str(ROOT / "tools/make_stems"))["words_of"](folder) - stems == set()
