"""Taking a name out of what others wrote: all of it, and nothing of anybody else's."""

import pytest
from hypothesis import given, strategies as st

from seguito.core.erasure import MARK, Traces, digests, name_digest, traces_of
from seguito.core.nouns import Person

GIULIA = Person(
    "g", "Giulia", "D’Angelo", emails=("giulia@ponte.example",), phones=("+39 02 5550143",), also=("Giuly",)
)
OTHERS = (Person("m", "Marco", "Riva"), Person("a", "Ada", "Conti"))
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


@given(st.text(max_size=80))
def test_nothing_goes_where_nothing_is_told(text: str) -> None:
    assert Traces(()).taken_out(text, near=True) == text


def test_a_number_is_the_same_however_it_is_written_and_no_hash_tells_a_name() -> None:
    key = b"k" * 32
    assert digests(key, "", (), ("+39 02 555-0143",)) == digests(key, "", (), ("0039 02 5550143",))
    assert digests(key, "", ("A@x.example",), ()) == digests(key, "", ("a@X.example",), ())
    assert name_digest(key, "Giulia D’Angelo") == name_digest(key, "giulia d'angelo")
    assert name_digest(key, "Giulia") != name_digest(b"j" * 32, "Giulia")
