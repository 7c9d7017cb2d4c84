"""Two people of one name on a panel: each note is held against its own reader (T3.5, T4.3)."""

from pathlib import Path
from typing import Any

import pytest

from tests.terminal import Seguito

SHE, HE = "andrea.f@bellandi.example", "andrea.m@bellandi.example"
BODY = "Gentile {title} Rossi,\n\nla fiera di Verona, come mi ha raccontato, è una palestra. Ci penso da ieri.\n\nElena Savoldi"


@pytest.fixture
def panel(seguito: Seguito, tmp_path: Path) -> dict[str, str]:
    """The notes to dottoressa Andrea Rossi and to ingegner Andrea Rossi, by address; the fair is what she told."""
    seguito.at("2026-12-02T12:00:00+01:00")("me", "name=Elena Savoldi", "email=elena@mail.example")
    told = seguito.json(
        *("add", "--organisation", "Fonderia Bellandi", "--role", "Buyer", "--when", "2026-12-02T09:00"),
        *("--lasts", "60", "--with", f"Andrea Rossi <{SHE}>", "--with", f"Andrea Rossi <{HE}>"),
    )["interviews"][0]
    people = {one["email"]: one["id"] for one in told["people"]}
    seguito("set", "person", people[SHE], "gender=f", "title=dott.ssa", "form=lei")
    seguito("set", "person", people[HE], "gender=m", "title=ing.", "form=lei")
    (tmp_path / "heard.txt").write_text(f"@{SHE} ~ la fiera di Verona, ogni anno, è la sua palestra\n", "utf-8")
    seguito.json("debrief", told["id"], "--from", tmp_path / "heard.txt")
    notes = seguito.json("draft", told["id"])["notes"]
    return {address: note["id"] for address, who in people.items() for note in notes if note["to"]["id"] == who}


def rules(seguito: Seguito, tmp_path: Path, note: str, text: str) -> dict[str, set[str]]:
    (tmp_path / "note.txt").write_text(text, "utf-8")
    seguito.json("edit", note, "--from", tmp_path / "note.txt", "--subject", "Grazie")
    answer: Any = seguito("check", note, "--json").json
    return {look["look"]: {found["rule"] for found in look["findings"]} for look in answer["looks"]}


@pytest.mark.parametrize(
    ("reader", "title", "wrong"),
    [(SHE, "dottoressa", False), (SHE, "ingegner", True), (HE, "ingegner", False), (HE, "dottoressa", True)],
)
def test_a_namesake_s_title_is_not_the_reader_s(
    seguito: Seguito, tmp_path: Path, panel: dict[str, str], reader: str, title: str, wrong: bool
) -> None:
    found = rules(seguito, tmp_path, panel[reader], BODY.format(title=title))
    assert ("HONORIFIC" in found["names"]) is wrong


@pytest.mark.parametrize(("reader", "caro", "wrong"), [(SHE, "Caro", True), (SHE, "Cara", False), (HE, "Cara", True)])
def test_the_greeting_agrees_with_the_reader_and_not_with_a_namesake(
    seguito: Seguito, tmp_path: Path, panel: dict[str, str], reader: str, caro: str, wrong: bool
) -> None:
    found = rules(
        seguito, tmp_path, panel[reader], f"{caro} Andrea,\n\nla fiera di Verona è una palestra.\n\nElena Savoldi"
    )
    assert ("HONORIFIC" in found["names"]) is wrong


def test_what_one_of_them_told_is_the_other_s_in_no_note(
    seguito: Seguito, tmp_path: Path, panel: dict[str, str]
) -> None:
    hers = rules(seguito, tmp_path, panel[SHE], BODY.format(title="dottoressa"))["substance"]
    his = rules(seguito, tmp_path, panel[HE], BODY.format(title="ingegner"))["substance"]
    assert "WRONG_PERSON_DETAIL" in his - hers
