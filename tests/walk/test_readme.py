"""The README's own walk, command by command, ends with the note lying in a real mailbox."""

import email
import email.policy
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

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


def test_the_check_that_the_readme_shows_is_what_it_answers(tmp_path: Path) -> None:
    """One real `check` with its output (T4.1)."""
    section = (ROOT / "README.md").read_text("utf-8").split("## Three looks")[1].split("\n## ")[0]
    (shown,) = re.findall(r"^```console\n\$ seguito (.*?)\n(.*?)^```", section, re.DOTALL | re.MULTILINE)
    command, output = shown
    environment = {**os.environ, "SEGUITO_HOME": str(tmp_path), "SEGUITO_LANG": "en"}
    words = [sys.executable, "-m", "seguito", *command.split()]
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.stdout == output
