"""The phrase books and words of each language, and what a folder must hold."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import snowballstemmer

from seguito import languages
from seguito.core.looks.context import Context
from seguito.core.looks.finding import Finding
from seguito.core.looks.substance import look_at_substance
from seguito.core.looks.substance.resentment import SIGNS
from seguito.languages.substance import substance_words

FOLDERS = Path(languages.__file__).parent
SPEECH = {
    "praise",
    "praise_not",
    "merit",
    "asked",
    "resentment",
    "resentment_weak",
    "resentment_not",
    "grace",
    "why",
    "warmth",
}
SPEECH |= {"practical", "declines", "told", "yours", "wishes", "kind"}
SPEECH |= set(SIGNS)
MADE_OF_THEM = {
    "en": "I am a team player. I learn quickly. I think outside the box. I work well under pressure.",
    "it": "So lavorare in squadra. Imparo velocemente. Sono una persona solare e dinamica. So lavorare sotto pressione.",
}
ONE_THANKS = {
    "en": "Thank you for your time. The heron on your roof watched me all the way to the tram.",
    "it": "Grazie del tempo che mi ha dedicato. L'airone sul vostro tetto mi ha guardato fino al tram.",
}
A_SLIP = {
    "en": "The heron on your roof watched me all the way to the tram. I am a team player, but it is not. Its pond, the"
    " mossy gutter and the cracked bell belong in a film.",
    "it": "L'airone sul vostro tetto mi ha guardato fino al tram. Io so lavorare in squadra, lui no. Lo stagno, la"
    " grondaia col muschio e la campana crepata stanno bene in un film.",
}


def stock(text: str, language: str) -> list[Finding]:
    findings = look_at_substance(text, language, Context(), substance_words(language))
    return [f for f in findings if f.rule == "STOCK_PHRASE"]


@pytest.mark.parametrize("language", ["en", "it"])
def test_a_phrase_book_holds_what_everybody_writes_and_what_to_write_about_instead(language: str) -> None:
    words = substance_words(language)
    assert len(words.stock.phrases) >= 120
    assert {phrase.theme for phrase in words.stock.phrases} == set(words.instead)
    assert all(set(instead) == {"en", "it"} and all(instead.values()) for instead in words.instead.values())
    assert {phrase.theme for phrase in words.speech.phrases} == SPEECH


@pytest.mark.parametrize("language", ["en", "it"])
def test_severity_grows_with_the_share_of_stock_phrases(language: str) -> None:
    assert stock(ONE_THANKS[language], language) == []
    assert {f.severity for f in stock(A_SLIP[language], language)} == {"hint"}
    assert {f.severity for f in stock(MADE_OF_THEM[language], language)} == {"stop"}


@pytest.mark.parametrize("language", ["en", "it"])
def test_a_stock_phrase_gets_no_replacement_sentence(language: str) -> None:
    assert all(not f.suggestions for f in stock(MADE_OF_THEM[language], language))


@pytest.mark.parametrize("language", ["en", "it"])
def test_the_stems_that_are_shipped_are_the_stemmers_own(language: str) -> None:
    record = tomllib.loads((FOLDERS / language / "substance.toml").read_text(encoding="utf-8"))
    stem = snowballstemmer.stemmer(record["stemmer"]).stemWord
    lines = (FOLDERS / language / "stems.txt").read_text(encoding="utf-8").splitlines()[1:]
    wrong = [line for line in lines if stem(line.split()[0]) != line.split()[1]]
    assert wrong == [], "run tools/make_stems"


def test_loading_english_does_not_load_italian() -> None:
    code = (
        "import builtins, io, pathlib\n"
        "opened = []\n"
        "plain = io.open\n"
        "def watched(file, *args, **kwargs):\n"
        "    opened.append(str(file))\n"
        "    return plain(file, *args, **kwargs)\n"
        "io.open = builtins.open = watched\n"
        "from seguito.languages.substance import substance_words\n"
        "substance_words('en-GB')\n"
        "names = [pathlib.Path(name).parts for name in opened]\n"
        "assert any('en' in parts for parts in names), opened\n"
        "assert not any('it' in parts for parts in names), opened\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
