"""What the program knows of its faces is what they hold."""

import subprocess
import sys
from pathlib import Path

import pytest

from seguito.channels.card import glyphs

ROOT = Path(__file__).parents[3]
FONTS = ROOT / "src" / "seguito" / "channels" / "card" / "fonts"


def test_the_drawn_letters_are_the_fonts_own() -> None:
    pytest.importorskip("fontTools")
    run = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "draw_letters.py"), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("face", [glyphs.SERIF, glyphs.SMALL, glyphs.ITALIC, glyphs.SANS, glyphs.HAND])
def test_every_face_holds_italian_and_english(face: str) -> None:
    needed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZàèéìòùÀÈÉÌÒÙ0123456789.,;:!?’'“”«»()-–—&@/%"
    assert set(map(ord, needed)) <= glyphs.coverage(face)


def test_every_face_has_its_licence_beside_it() -> None:
    licences = {file.stem.removeprefix("OFL-") for file in FONTS.glob("OFL-*.txt")}
    for font in [*FONTS.glob("*.otf"), *FONTS.glob("*.ttf")]:
        assert any(font.name.startswith(licence) for licence in licences)
