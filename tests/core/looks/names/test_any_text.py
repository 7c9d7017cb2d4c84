"""The first look over texts that nobody meant to write: no crash, no hang, places that hold."""

import unicodedata
from datetime import datetime

import pytest
from hypothesis import given, strategies as st

from seguito.core.looks.context import Context, Known
from seguito.core.looks.finding import Finding
from seguito.core.looks.names import look_at_names
from seguito.languages.names import name_words_of

LONGEST = 20_000
CONTEXT = Context(
    organisation="Harbour Lane Books",
    role="Project Architect",
    candidate="Anna Ó Briain",
    to="Rosa De Luca",
    interviewers=(
        Known("Rosa De Luca", "Dr", "f"),
        Known("Ngozi van der Berg", "Ms", "f"),
        Known("Marco O'Dowd", "Mr", "m"),
        Known("José Luis Ferrer-Díaz", "", None, also=("Pepe",)),
    ),
    known_names=("San Francisco", "H&P"),
    former_names=("Nemar Solutions", "Loan Officer", "Anna Bo"),
    interview=datetime.fromisoformat("2026-12-02T10:00:00+01:00"),
)
PIECES = (
    "Dear Gentile Caro Mr Ms dott. dott.ssa l'ing. Rosa rosa Rossa De de Luca DeLuca van der Berg O'Dowd O’Dowd José"
    " Josè Jose\u0301 Luis Pepe Anna Harbour Harbor Lane Books San Francisco Fransisco Nemar Loan Officer Paolo Monday"
    " mercoledì yesterday ieri 14 December dicembre the role of ruolo di Project Architect you and lei e our interview"
    " colloquio thank you for grazie per saluti regards «titolo» [nome] {name} <b> </p> https://a.example a@b.example"
    " \u202e \u200b \x00 \ud800 \u0301 — - ' & . , ; ! ? : \n \n\n \r\n"
).split(" ")
ADVERSARIAL = (
    "A|a |A |Mr |dott. |[|[a|{{|<|<p |<b>|«|«a »|\"a |Rosa |De |van der |Monday |monday you told me |yesterday |our interview "
    "|role of |the role of Senior |Harbour |Harbour Lane |and |Dear |Dear Rosa, dear |'|O'|-|A-|@|a@|a.|a.com |_|.|1/|1 "
    "|12 December |(a|%a|A_|Rosi |Lucca |as Paolo said |Thank you, Ngozi, |A. |A. Luca |join X |A&|A & |…|?"
).split("|")  # fmt: skip


def holds(text: str, findings: tuple[Finding, ...]) -> None:
    """Every place lies inside the text, on the quoted words, and none on another's."""
    end = 0
    for finding in sorted((f for f in findings if f.start is not None), key=lambda f: f.start or 0):
        assert finding.start is not None
        assert finding.end is not None
        assert end <= finding.start < finding.end <= len(text)
        assert text[finding.start : finding.end] == finding.quote
        end = finding.end


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.sampled_from(["en", "it"]))
def test_words_in_any_order_give_findings_that_lie_on_their_words(pieces: list[str], language: str) -> None:
    text = " ".join(pieces)
    holds(text, look_at_names(text, CONTEXT, name_words_of(language)))


@given(st.text(st.characters(), max_size=200), st.sampled_from(["en", "it"]))
def test_any_characters_give_findings_that_lie_on_their_words(text: str, language: str) -> None:
    holds(text, look_at_names(text, CONTEXT, name_words_of(language)))


@given(st.text(max_size=20), st.text(max_size=30), st.lists(st.text(max_size=20), max_size=3))
def test_any_names_may_be_known(to: str, name: str, others: list[str]) -> None:
    context = Context(
        organisation=name,
        role=to,
        candidate=name,
        to=to,
        interviewers=(Known(name, to, "f"), Known(to)),
        known_names=tuple(others),
        former_names=tuple(others),
    )
    text = f"Dear {to},\n\n{name} and {' '.join(others)}\n\nRegards,\n{name}"
    holds(text, look_at_names(text, context, name_words_of("en")))


@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_composed_and_decomposed_letters_are_read_alike(pieces: list[str]) -> None:
    text = unicodedata.normalize("NFC", " ".join(pieces))
    apart = unicodedata.normalize("NFD", text)

    def told(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
        return [(f.rule, unicodedata.normalize("NFC", f.quote)) for f in findings]

    words = name_words_of("en")
    assert told(look_at_names(apart, CONTEXT, words)) == told(look_at_names(text, CONTEXT, words))


@pytest.mark.parametrize(("number", "piece"), list(enumerate(ADVERSARIAL)))
def test_the_longest_note_of_one_piece_ends(number: int, piece: str) -> None:
    """Each pattern and each walk is bounded: a quadratic one would take minutes here."""
    text = (piece * LONGEST)[:LONGEST]
    holds(text, look_at_names(text, CONTEXT, name_words_of(("en", "it")[number % 2])))


def test_an_empty_note_holds_nothing_wrong() -> None:
    assert look_at_names("", CONTEXT, name_words_of("it")) == ()


def test_without_a_roster_only_forms_are_checked_and_it_says_so() -> None:
    findings = look_at_names("Dear Ms Kearny,\n\nThank you for [detail].", Context(), name_words_of("en"))
    assert [(f.rule, f.start is None) for f in findings] == [("NO_ROSTER", True), ("PLACEHOLDER", False)]


def test_windows_line_ends_and_direction_marks_move_no_place() -> None:
    text = "Dear \u2066Ms Kearny\u2069,\r\n\r\nthe yard at dusk.\r\n\r\nRegards,\r\nAnna Ó Briain"
    context = Context(to="Siobhán Kearney", interviewers=(Known("Siobhán Kearney", "Ms", "f"),))
    (finding,) = look_at_names(text, context, name_words_of("en"))
    assert (finding.rule, finding.quote, finding.start) == ("NAME_TYPO", "Kearny", text.index("Kearny"))
