"""A text from a file or from stdin, whatever its encoding."""

import sys
from pathlib import Path

from seguito.core.decoding import decoded
from seguito.errors import N_, Problem

_LARGEST = 64_000_000  # bytes: a day's notes in one file of lines


class FileUnreadable(Problem):
    id = "file-unreadable"
    happened = N_("{file} can't be read: {reason}.")
    safe = N_("Nothing was checked.")
    next_step = N_("Give the name of a text file, or `-` for what comes on stdin.")


class FileTooLarge(Problem):
    id = "file-too-large"
    happened = N_("{file} is larger than {most} bytes.")
    safe = N_("Nothing was checked.")
    next_step = N_("Give the note's text alone, or the lines in several files.")


def text_of(name: str) -> tuple[str, bool]:
    """The text, and whether its encoding had to be guessed (Windows-1252: every byte means something).

    Raises FileUnreadable, FileTooLarge.
    """
    return decoded(_bytes_of(name))


def _bytes_of(name: str) -> bytes:
    try:
        if name == "-":
            data = sys.stdin.buffer.read(_LARGEST + 1)
        else:
            with Path(name).open("rb") as file:
                data = file.read(_LARGEST + 1)
    except OSError as error:
        raise FileUnreadable(file=name, reason=error.strerror or type(error).__name__) from None
    if len(data) > _LARGEST:
        raise FileTooLarge(file=name, most=_LARGEST)
    return data
