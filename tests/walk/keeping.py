"""The beginning of a conversation that goes on: an interview with two people, debriefed and thanked."""

from pathlib import Path
from typing import Any

from tests.terminal import Seguito

NOTES = "Giulia: le pagine che nessuno legge si tolgono davanti a tutti\nMarco ~ cerca un ristorante friulano\n"


def interviewed(seguito: Seguito, tmp_path: Path, house: str = "Agenzia Ponte") -> Any:
    """An interview on Wed 2026-12-02 10:00 in Rome, debriefed at noon; the answer of `add`."""
    seguito.at("2026-12-01T09:00:00+01:00")
    seguito("me", "name=Ada Conti", "email=ada@example.org", "zone=Europe/Rome")
    added = seguito.json(
        "add", "--organisation", house, "--role", "Redattrice", "--when", "2026-12-02T10:00", "--lasts", 60,
        "--with", "Giulia Marchetti <giulia@ponte.example>", "--with", "Marco Riva <marco@ponte.example>",
    )  # fmt: skip
    (tmp_path / "notes.txt").write_text(NOTES, "utf-8")
    seguito.at("2026-12-02T12:00:00+01:00")
    seguito.json("debrief", house, "--from", tmp_path / "notes.txt")
    return added["interviews"][0]


def sent(seguito: Seguito, tmp_path: Path, note: str, text: str) -> None:
    """Written, approved over whatever the looks say, handed to one's own program, and said to have arrived."""
    (tmp_path / "note.txt").write_text(text, "utf-8")
    seguito.json("edit", note, "--from", tmp_path / "note.txt", "--subject", "Una riga")
    seguito.json("approve", note, "--because", "so it stays")
    delivery = seguito("send", note, "--json").json["deliveries"][0]["id"]
    seguito.json("outbox", delivery, "--arrived")
