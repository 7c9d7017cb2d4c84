"""A password from the terminal, unseen, or from the first line of stdin."""

import getpass
import sys

from seguito.errors import N_, Problem


class NoPassword(Problem):
    id = "no-password"
    happened = N_("No password came on stdin, or none in UTF-8.")
    safe = N_("Nothing was changed.")
    next_step = N_("Give it as the first line: … --password-stdin < FILE")


def password() -> str:
    """Raises NoPassword."""
    if sys.stdin.isatty():
        return getpass.getpass()
    try:
        line = sys.stdin.buffer.readline().decode("utf-8").rstrip("\r\n")
    except UnicodeDecodeError as error:
        raise NoPassword from error
    if not line or "\0" in line:
        raise NoPassword
    return line
