"""The card and the e-mail to one person, side by side (T2.3, T2.5)."""

from pathlib import Path

from tests.terminal import Seguito
from tests.walk.keeping import interviewed

WORDS = (
    "Gentile Giulia,\n\nle pagine che nessuno legge si tolgono davanti a tutti: ho provato con tre delle mie, e ne è "
    "rimasta una sola. Vorrei lavorare da voi per questo.\n\nCordiali saluti,\nAda Conti\n"
)


def test_the_card_in_the_words_of_the_mail_is_held_back(seguito: Seguito, tmp_path: Path) -> None:
    interviewed(seguito, tmp_path)
    seguito.json("draft", "Agenzia Ponte", "--to", "Giulia", "--channel", "email")
    seguito.json("draft", "Agenzia Ponte", "--to", "Giulia", "--channel", "card")
    (tmp_path / "words.txt").write_text(WORDS, "utf-8")
    for note in ("Giulia email", "Giulia card"):
        assert seguito("edit", note, "--from", tmp_path / "words.txt").code == 0
    looks = seguito("check", "Giulia card", "--json").json["looks"]
    same = [one for look in looks for one in look["findings"] if one["rule"] == "SAME_AS_PANEL"]
    assert same
    assert "your other note to them" in same[0]["message"]


def test_a_reader_with_two_notes_is_named_with_the_channel(seguito: Seguito, tmp_path: Path) -> None:
    interviewed(seguito, tmp_path)
    for channel in ("email", "card"):
        seguito.json("draft", "Agenzia Ponte", "--to", "Giulia", "--channel", channel)
    assert seguito("check", "Giulia", "--json").json["error"]["code"] == "several-fit"
    assert "no-such-note" in seguito("check", "Giulia fax", "--json").out
    first, second = (
        seguito.json("edit", f"Giulia {channel}", "--from", "-", typed=WORDS)["note"] for channel in ("email", "card")
    )
    assert first["id"] != second["id"]
