"""The Italian lexicon: what a form may be, and the table that says so."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import seguito.languages.it.lexicon
from seguito.languages.it.lexicon import Analysis, analyses
from seguito.languages.it.lexicon.table import finite_forms

FOLDER = Path(seguito.languages.it.lexicon.__file__).parent


def said(form: str) -> set[str]:
    """Analyses in short: `verb parlare indicative present 1 s`."""
    return {" ".join(str(part) for part in parts(a) if part) for a in analyses(form)}


def parts(a: Analysis) -> tuple[object, ...]:
    return (a.kind, a.lemma, a.gender, a.mood, a.tense, a.person, a.number, *a.clitics)


@pytest.mark.parametrize(
    ("form", "reading"),
    [
        ("azienda", "noun azienda f s"),
        ("problemi", "noun problema m p"),
        ("collega", "noun collega s"),
        ("città", "noun città f"),
        ("uova", "noun uovo f p"),
        ("parta", "verb partire subjunctive present 3 s"),
        ("sarebbero", "verb essere conditional present 3 p"),
        ("risponderò", "verb rispondere indicative future 1 s"),
        ("sedeva", "verb sedere indicative imperfect 3 s"),
        ("dell'", "joined di s"),
        ("gli", "clitic gli 3"),
        ("ringraziarla", "verb ringraziare infinitive la"),
        ("portarglielo", "verb portare infinitive gli lo"),
        ("dandoci", "verb dare gerund ci"),
        ("dammi", "verb dare imperative present 2 s mi"),
        ("chiaramente", "adverb chiaramente"),
        ("bellissime", "adjective bello f p"),
        ("tracciabilità", "noun tracciabilità f s"),
        ("feedback", "noun feedback m"),
        ("voler", "verb volere infinitive"),
        ("tutt'", "determiner tutto s"),
        ("riorganizzare", "verb riorganizzare infinitive"),
    ],
)
def test_a_form_is_read(form: str, reading: str) -> None:
    assert reading in said(form)


@pytest.mark.parametrize("form", ["parte", "porta", "sono", "la", "stato"])
def test_a_form_that_may_be_several_things_says_them_all(form: str) -> None:
    assert len({a.kind for a in analyses(form)}) > 1 or len(analyses(form)) > 1


@pytest.mark.parametrize("form", ["aereoporto", "soddisfato", "accellerare", "perchè", "pò", "zzz", "", "'"])
def test_what_is_no_word_is_not_read(form: str) -> None:
    assert analyses(form) == ()


@given(st.text(max_size=40))
def test_any_text_can_be_asked_about(form: str) -> None:
    assert isinstance(analyses(form), tuple)


def test_the_table_is_sorted_by_its_bytes_and_names_known_classes() -> None:
    lines = (FOLDER / "forms.tsv").read_bytes().splitlines()
    classes = (FOLDER / "classes.tsv").read_text("utf-8").splitlines()
    assert all(first < second for first, second in pairwise(lines))
    assert {int(line.rpartition(b"\t")[2]) for line in lines[::50]} <= set(range(len(classes)))


@pytest.mark.parametrize("name", ["closed.tsv", "additions.tsv", "loanwords.tsv"])
def test_what_was_added_by_hand_is_in_the_table(name: str) -> None:
    for line in (FOLDER / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            _, _, forms = line.split("\t")
            assert all(analyses(form) for form in forms.split()), line


def test_a_verb_gives_its_finite_forms() -> None:
    forms = {form for form, a in finite_forms("venire") if (a.person, a.number) == (3, "s")}
    assert {"viene", "venga", "verrà", "verrebbe", "venne"} <= forms
    assert finite_forms("zzz") == ()
