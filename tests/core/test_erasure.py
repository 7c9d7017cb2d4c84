"""Taking a name out of what others wrote: all of it, and nothing of anybody else's."""

import json
import string
from unicodedata import normalize

import pytest
from hypothesis import given, strategies as st

from seguito.core.erasure import MARK, Traces, digests, name_digest, traces_of
from seguito.core.nouns import Person

GIULIA = Person(
    "g", "Giulia", "D’Angelo", emails=("giulia@ponte.example",), phones=("+39 02 5550143",), also=("Giuly",)
)
OTHERS = (Person("m", "Marco", "Riva"), Person("a", "Ada", "Conti"))
_SMALL = str.maketrans(string.ascii_uppercase, string.ascii_lowercase)  # as LIKE does it in SQLite
TRACES = traces_of(GIULIA, OTHERS, frozenset({"will"}))


@pytest.mark.parametrize(
    ("text", "near", "after"),
    [
        ("come diceva Giulia D'Angelo ieri", False, f"come diceva {MARK} ieri"),
        ("as GIULIA  D’ANGELO said", False, f"as {MARK} said"),
        ("D'Angelo Giulia, direttrice", False, f"{MARK}, direttrice"),
        ("scrivi a giulia@ponte.example", False, f"scrivi a {MARK}"),
        ("chiama +39 02 5550143", False, f"chiama {MARK}"),
        ("as Giulia said", True, f"as {MARK} said"),
        ("as Giulia said", False, "as Giulia said"),
        ("la Giuly e Giulia's team", True, f"la {MARK} e {MARK}'s team"),
        ("Giuliana e Giulianova", True, "Giuliana e Giulianova"),
    ],
)
def test_a_name_is_taken_out_where_it_is_hers(text: str, near: bool, after: str) -> None:
    assert TRACES.taken_out(text, near) == after


def test_a_name_that_somebody_else_bears_as_well_says_nothing_alone() -> None:
    traces = traces_of(Person("x", "Marco", "Neri"), OTHERS, frozenset())
    assert traces.taken_out("Marco and Neri", near=True) == f"Marco and {MARK}"


def test_a_name_that_is_a_word_counts_only_within_a_sentence() -> None:
    traces = traces_of(Person("w", "Will", "Neri"), (), frozenset({"will"}))
    text = "Will you come? I asked Will about it."
    assert traces.taken_out(text, near=True) == f"Will you come? I asked {MARK} about it."


@given(st.text(max_size=200), st.booleans())
def test_taking_out_twice_is_taking_out_once(text: str, near: bool) -> None:
    once = TRACES.taken_out(text, near)
    assert TRACES.taken_out(once, near) == once


@given(st.text(alphabet="abc xyz\n.,", max_size=60), st.text(alphabet="abc xyz\n.,", max_size=60))
def test_wherever_her_address_stands_apart_it_goes(before: str, after: str) -> None:
    assert "giulia@ponte.example" not in TRACES.taken_out(f"{before} giulia@ponte.example {after}", near=False)


_NAME = st.text(alphabet="AaiIıİkKKsSſéÉe\u0301zZß’'-. ", min_size=1, max_size=12)


def _as_told(name: str, choice: int) -> str:
    """The name in another writing."""
    return (name.upper, name.lower, name.title, lambda: normalize("NFD", name), lambda: normalize("NFC", name))[
        choice
    ]()


@given(
    _NAME,
    _NAME,
    st.sampled_from(["", "Kim_s@x.example", "KIM_S@X.EXAMPLE"]),
    st.integers(0, 4),
    st.booleans(),
    st.booleans(),
)
def test_whatever_names_them_holds_all_of_some_pieces(
    given_name: str, family: str, email: str, choice: int, near: bool, in_json: bool
) -> None:
    """Else the database would pass over words that name somebody."""
    traces = traces_of(Person("x", given_name, family, emails=("Kim_s@x.example",)), (), frozenset())
    text = f"so {_as_told(f'{given_name} {family}', choice)} said, or {_as_told(family, choice)}, or {email}"
    told = (json.dumps(text) if in_json else text).translate(_SMALL)
    if traces.spans(text, near):
        assert any(all(piece in told for piece in pieces) for pieces in traces.pieces(near))


def test_the_pieces_of_a_plain_name_say_something() -> None:
    assert frozenset({"g", "ul", "a", "marchett"}) in traces_of(
        Person("x", "Giulia", "Marchetti"), (), frozenset()
    ).pieces(near=False)


@given(st.text(max_size=80))
def test_nothing_goes_where_nothing_is_told(text: str) -> None:
    assert Traces(()).taken_out(text, near=True) == text


def test_a_number_is_the_same_however_it_is_written_and_no_hash_tells_a_name() -> None:
    key = b"k" * 32
    assert digests(key, "", (), ("+39 02 555-0143",)) == digests(key, "", (), ("0039 02 5550143",))
    assert digests(key, "", ("A@x.example",), ()) == digests(key, "", ("a@X.example",), ())
    assert name_digest(key, "Giulia D’Angelo") == name_digest(key, "giulia d'angelo")
    assert name_digest(key, "Giulia") != name_digest(b"j" * 32, "Giulia")
