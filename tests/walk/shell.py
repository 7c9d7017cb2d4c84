"""Commands that a document shows, run in a shell as they stand, against servers of the test's own."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from tests.mail import stack

ROOT = Path(__file__).parents[2]
# The walk's invented domains, as the test's own servers know them.
DOMAINS = {"peachandpine.example": "corp.test", "mail.example": "seguito.test"}


def the_steps(heading: str) -> list[str]:
    """The blocks of shell commands in a section of the README, as they stand."""
    section = (ROOT / "README.md").read_text("utf-8").split(f"## {heading}")[1].split("\n## ")[0]
    return re.findall(r"^```sh\n(.*?)^```", section, re.DOTALL | re.MULTILINE)


def at_home(text: str, servers: stack.MailServers) -> str:
    text = text.replace("smtps://smtp.mail.example:465", servers.smtps)
    text = text.replace("imaps://imap.mail.example:993", servers.imaps)
    for invented, own in DOMAINS.items():
        text = text.replace(invented, own)
    return text


def run(
    script: str, folder: Path, servers: stack.MailServers | None = None, **surroundings: str
) -> subprocess.CompletedProcess[str]:
    command = folder / "bin" / "seguito"
    command.parent.mkdir(exist_ok=True)
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m seguito "$@"\n')
    command.chmod(0o755)
    environment = {**os.environ, "PATH": f"{command.parent}{os.pathsep}{os.environ['PATH']}", "TZ": "America/New_York"}
    environment |= {"SEGUITO_LANG": "en", **surroundings}
    if servers:
        environment["SSL_CERT_FILE"] = str(servers.authority)
    shell = shutil.which("sh") or "/bin/sh"
    return subprocess.run(
        [shell, "-euxc", script], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
