"""Other forms of a word: what agrees, another person, another mood; the article that goes with a noun."""

import pytest

from seguito.languages.it.agreeing import agreeing
from seguito.languages.it.conjugation import in_conditional, in_person, in_subjunctive, same_form_of
from seguito.languages.it.determiners import FAMILIES, Beginning, beginning, family_of, pairs_of


@pytest.mark.parametrize(
    ("form", "pair", "better"),
    [
        ("serio", "fs", "seria"),
        ("gentile", "fp", "gentili"),
        ("bianco", "fp", "bianche"),
        ("largo", "fp", "larghe"),
        ("mia", "mp", "miei"),
        ("molti", "fp", "molte"),
        ("settimana", "fp", "settimane"),
        ("dubbi", "ms", "dubbio"),
        ("colleghi", "ms", "collega"),
        ("arrivati", "fs", "arrivata"),
        ("zzz", "fs", ""),
    ],
)
def test_a_word_is_made_to_agree(form: str, pair: str, better: str) -> None:
    assert agreeing(form, (pair[0], pair[1])) == better


def test_a_verb_is_put_into_another_person() -> None:
    assert in_person("ha", 3, "p") == ("hanno",)
    assert in_person("avete", 1, "p") == ("abbiamo",)
    assert in_person("zzz", 3, "p") == ()


def test_a_verb_is_put_into_another_mood() -> None:
    assert in_subjunctive("è") == ("sia",)
    assert in_subjunctive("avrei") == ("avessi",)
    assert in_subjunctive("era") == ("fosse",)
    assert in_conditional("venissi")[0] == "verrei"
    assert same_form_of("essere", "ho") == ("sono",)


@pytest.mark.parametrize(
    ("word", "begins"),
    [
        ("libro", Beginning.PLAIN),
        ("sole", Beginning.PLAIN),
        ("studio", Beginning.HARD),
        ("sci", Beginning.HARD),
        ("zaino", Beginning.HARD),
        ("gnomo", Beginning.HARD),
        ("psicologo", Beginning.HARD),
        ("amico", Beginning.VOWEL),
        ("uomo", Beginning.VOWEL),
        ("iodio", Beginning.UNSURE),
        ("hotel", Beginning.UNSURE),
        ("pneumatico", Beginning.UNSURE),
        ("weekend", Beginning.UNSURE),
    ],
)
def test_how_a_word_begins_decides_its_article(word: str, begins: Beginning) -> None:
    assert beginning(word) is begins


def test_every_form_belongs_to_its_family() -> None:
    for family in FAMILIES:
        for form, pair in family.all_forms():
            assert family_of(form) is family
            assert pair in pairs_of(form)


def test_the_article_before_each_kind_of_word() -> None:
    family = family_of("il")
    assert family is not None
    assert [family.form(("m", "s"), b) for b in list(Beginning)[:3]] == ["il", "lo", "l'"]
    assert [family.form(("m", "p"), b) for b in list(Beginning)[:3]] == ["i", "gli", "gli"]
    assert family.form(("f", "s"), Beginning.VOWEL) == "l'"
