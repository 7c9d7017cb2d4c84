"""Files on disk: whole, or not at all."""

from pathlib import Path

from seguito.errors import N_, Problem


class NotWritten(Problem):
    id = "file-not-written"
    exit_code = 3
    happened = N_("{file} could not be written: {reason}.")
    safe = N_("Nothing was changed; no half file was left behind.")
    next_step = N_("Name a file in a folder that this account may write to.")


def write_whole(file: Path, data: bytes) -> None:
    """It is made beside its place and moved there."""
    part = file.with_name(f".{file.name}.part")
    try:
        part.write_bytes(data)
        part.replace(file)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise NotWritten(file=file, reason=error.strerror or error) from error
