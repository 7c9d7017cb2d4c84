"""The README's own walk, command by command, ends with the note lying in a real mailbox."""

import email
import email.policy
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.channels.card.orders import pages_of, sizes_of, squashed
from tests.mail import stack
from tests.walk.shell import ROOT, at_home, run, the_steps


@pytest.mark.mail
def test_the_walk_of_the_readme_ends_in_a_real_mailbox(mail_servers: stack.MailServers, tmp_path: Path) -> None:
    """From an invite that the repository ships to the note in its reader's mailbox, and its copy in Sent (T1 to T4)."""
    for file in (ROOT / "examples").iterdir():
        (tmp_path / "examples").mkdir(exist_ok=True)
        text = at_home(file.read_bytes().decode("utf-8"), mail_servers)
        (tmp_path / "examples" / file.name).write_bytes(text.encode("utf-8"))
    (tmp_path / "password.txt").write_text(stack.PASSWORD)
    done = run(at_home("\n".join(the_steps("From an invite to a sent note")), mail_servers), tmp_path, mail_servers)
    assert done.returncode == 0, done.stdout + done.stderr

    (received,) = mail_servers.mails("rosalind.avery@corp.test")
    message = email.message_from_bytes(received, policy=email.policy.default)
    assert message["Subject"] == "The releases that are read aloud"
    assert message["From"] == "Elena Ferri <elena.ferri@seguito.test>"
    assert message["To"] == "Rosalind Avery <rosalind.avery@corp.test>"
    written = (ROOT / "examples" / "note-to-rosalind.txt").read_text("utf-8").partition("\n\n")[2]
    assert message.get_content().strip() == written.strip()
    assert mail_servers.count(message["Message-ID"], "elena.ferri@seguito.test", "Sent") == 1


def test_a_note_of_the_demo_becomes_card_under_sheet_and_envelope_and_due_knows_its_last_day(tmp_path: Path) -> None:
    """From a fresh folder, by the README's own lines (T1.2, T2.4)."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    before, after = the_steps("A card by hand")
    due = run(f"{before}\nseguito due --json > due.json", tmp_path)
    assert due.returncode == 0, due.stdout + due.stderr
    assert "Thursday 3 December 2026" in due.stdout

    us_a2, envelope = (139.7, 107.95), (146.05, 111.125)
    words = squashed((ROOT / "examples" / "card-to-marcus.txt").read_text("utf-8"))
    printed, by_hand = ((tmp_path / name).read_bytes() for name in ("printed.pdf", "by-hand.pdf"))
    assert sizes_of(printed) == [pytest.approx(us_a2, abs=0.01)]
    assert words in pages_of(printed)[0]
    assert sizes_of(by_hand) == [pytest.approx(size, abs=0.01) for size in (us_a2, us_a2, envelope)]
    blank, under, front = pages_of(by_hand)
    assert (blank, words in under) == ("", True)
    assert "ATLANTA,GA30309" in front

    planned = json.loads((tmp_path / "due.json").read_text("utf-8"))["follow_ups"]
    (card,) = (one for one in planned if (one["kind"], one["about"]["people"][0]["name"]) == ("card", "Marcus Bell"))
    assert card["closes_at"] == "2026-12-03T23:59:59-05:00"
    posted = run(f"{_exports(before)}\n{after}\nseguito due", tmp_path)
    assert posted.returncode == 0, posted.stdout + posted.stderr
    assert "Card, Marcus Bell" not in posted.stdout


def test_the_check_that_the_readme_shows_is_what_it_answers(tmp_path: Path) -> None:
    """One real `check` with its output (T4.1)."""
    section = (ROOT / "README.md").read_text("utf-8").split("## Three looks")[1].split("\n## ")[0]
    (shown,) = re.findall(r"^```console\n\$ seguito (.*?)\n(.*?)^```", section, re.DOTALL | re.MULTILINE)
    command, output = shown
    environment = {**os.environ, "SEGUITO_HOME": str(tmp_path), "SEGUITO_LANG": "en"}
    words = [sys.executable, "-m", "seguito", *command.split()]
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout == output


def _exports(script: str) -> str:
    return "\n".join(line for line in script.splitlines() if line.startswith("export "))
