"""Telling who one is, and what the plan needs to know."""

import pytest

from tests.terminal import Seguito


def test_what_was_told_stays_and_what_was_not_named_too(seguito: Seguito) -> None:
    seguito("me", "name=Ada Conti", "email=ada@example.org", "email=ada@work.example", "zone=Europe/Rome")
    seguito("me", "phone=+39 333 1234567", "lang=it")
    me = seguito.json("me")["me"]
    assert me["email"] == ["ada@example.org", "ada@work.example"]
    assert (me["name"], me["zone"], me["lang"], me["phone"]) == ("Ada Conti", "Europe/Rome", "it", ["+39 333 1234567"])


def test_an_empty_value_forgets(seguito: Seguito) -> None:
    seguito("me", "name=Ada Conti", "city=Roma")
    assert seguito.json("me", "city=")["me"]["city"] == ""


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("colour=red", "unknown-field"),
        ("Ada Conti", "no-value"),
        ("zone=Rome", "bad-value"),
        ("zone=../etc/passwd", "bad-value"),
        ("country=Italia", "bad-value"),
        ("email=ada", "bad-value"),
        ("email=ada@x.example\r\nBcc: all@x.example", "not-one-line"),
        ("name=Ada\nBcc: all@x.example", "not-one-line"),
        ("name=Ada\u2028Conti", "not-one-line"),
        ("initials=ABCD", "bad-value"),
    ],
)
def test_a_bad_value_is_named_and_changes_nothing(seguito: Seguito, word: str, code: str) -> None:
    seguito("me", "name=Ada Conti")
    answer = seguito("me", "city=Roma", word, "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, code)
    assert seguito.json("me")["me"]["city"] == ""


def test_a_message_says_what_happened_what_is_safe_and_what_next(seguito: Seguito) -> None:
    answer = seguito("me", "zone=Rome")
    assert answer.out == ""
    assert answer.err == (
        "“Rome” is no value for zone. Nothing was changed. It takes a zone's name, like Europe/Rome.\n"
    )
