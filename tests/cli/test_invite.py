"""`seguito invite`: what an invite says, and nothing recorded."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import Seguito

INVITES = Path(__file__).parents[1] / "calendars" / "invites"


def test_the_json_has_the_fields_of_the_contract(seguito: Seguito, surroundings: Path) -> None:
    answer = seguito.json("invite", INVITES / "exchange-windows-zone.ics", "--me", "ADA@example.org")
    (interview,) = answer["interviews"]
    assert (
        list(interview)[:15]
        == (
            "uid sequence recurrence_id summary status starts_at ends_at zone all_day place join_url organiser people"
            " description needs"
        ).split()
    )
    assert interview["starts_at"] == "2026-12-02T10:30:00+01:00"
    assert interview["organiser"] == {"name": "Giulia Bianchi", "email": "Giulia.Bianchi@acme.example"}
    assert interview["people"] == [
        {"name": "Giulia Bianchi", "email": "Giulia.Bianchi@acme.example"},
        {"name": "Marco Ferri", "email": "marco.ferri@acme.example"},
    ]
    assert answer["warnings"] == []
    assert not surroundings.exists(), "reading an invite records nothing"


def test_a_day_is_a_date_and_its_end_is_asked_for(seguito: Seguito) -> None:
    (interview,) = seguito.json("invite", INVITES / "apple-all-day.ics")["interviews"]
    assert (interview["starts_at"], interview["ends_at"], interview["needs"]) == ("2026-12-02", None, ["end"])


def test_a_floating_time_is_read_in_the_zone_one_names(seguito: Seguito) -> None:
    (interview,) = seguito.json("invite", INVITES / "apple-floating.ics", "--zone", "America/New_York")["interviews"]
    assert (interview["starts_at"], interview["zone"]) == ("2026-12-02T10:00:00-05:00", "America/New_York")


@pytest.mark.parametrize(
    ("name", "code"),
    [("only-a-task.ics", "not-an-invite"), ("cut-off.ics", "invite-cut-off"), ("missing.ics", "file-missing")],
)
def test_what_is_no_invite_is_an_error_with_exit_code_2(seguito: Seguito, name: str, code: str) -> None:
    answer = seguito("invite", INVITES / name, "--json")
    assert (answer.code, answer.json["error"]["code"]) == (2, code)


def test_a_warning_is_told_in_the_language_of_the_interface(seguito: Seguito) -> None:
    answer = seguito("invite", INVITES / "unknown-zone.ics")
    assert answer.code == 0
    assert "Ora di casa mia" in answer.out


def test_a_person_reads_who_when_and_where(seguito: Seguito) -> None:
    answer = seguito("invite", INVITES / "google-request.ics", "--me", "ada@example.org")
    assert answer.out == (
        "Interview: Brand Strategist (Ada Conti)\n"
        "  Wednesday 2 December 2026, 09:00 to 10:00 (UTC)\n"
        "  https://meet.google.com/abc-defg-hij\n"
        "  To talk to: Giulia Bianchi <giulia.bianchi@acme.example> and Marco Ferri <marco.ferri@acme.example>\n"
        "  Left out: ada@example.org (yourself)\n"
        "\n"
    )


def test_reading_an_invite_starts_no_framework() -> None:
    script = (
        "import sys; from seguito.cli import main; main(['invite', sys.argv[1], '--json']);"
        "heavy = {'django', 'sqlite3', 'email', 'icalendar'} & set(sys.modules);"
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    run = subprocess.run(
        [sys.executable, "-c", script, str(INVITES / "google-request.ics")], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
