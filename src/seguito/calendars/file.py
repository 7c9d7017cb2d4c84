"""A file that somebody names, read without trusting it: never more than a cap, never waiting for a pipe."""

import os
import stat
from pathlib import Path

from seguito.errors import N_, Problem

MOST_BYTES = 5 * 1024 * 1024  # a mail with the invite inside may carry attachments; the invite has a cap of its own


class FileMissing(Problem):
    id = "file-missing"
    happened = N_("There is no file “{path}”.")
    safe = N_("Nothing was recorded.")
    next_step = N_("Check where the invite was saved, and name that file.")


class FileUnreadable(Problem):
    id = "file-unreadable"
    happened = N_("“{path}” could not be read: {reason}.")
    safe = N_("Nothing was recorded.")
    next_step = N_("Save the invite again as a file of your own, and name that one.")


class NotAFile(Problem):
    id = "not-a-file"
    happened = N_("“{path}” is no file but a folder, a pipe or a device.")
    safe = N_("Nothing was recorded.")
    next_step = N_("Name the invite itself: a file that ends in .ics, or a mail saved as .eml.")


class FileTooLarge(Problem):
    id = "file-too-large"
    happened = N_("“{path}” is larger than any invite: more than {megabytes} MB.")
    safe = N_("Nothing was recorded.")
    next_step = N_("Save the one invite alone, without its attachments.")


def read_file(path: Path, most: int = MOST_BYTES) -> bytes:
    """All bytes of a regular file. Raises a `Problem` for anything else."""
    try:
        # Without O_NONBLOCK, opening a pipe would wait for whoever writes into it.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            os.close(handle)
            raise NotAFile(path=path)
        with os.fdopen(handle, "rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        raise FileMissing(path=path) from None
    except (OSError, ValueError) as error:
        if path.is_dir():  # Windows opens no folder
            raise NotAFile(path=path) from None
        raise FileUnreadable(path=path, reason=getattr(error, "strerror", None) or str(error)) from None
    if len(data) > most:
        raise FileTooLarge(path=path, megabytes=most // 1024 // 1024)
    return data
