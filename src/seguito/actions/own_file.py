"""A file of the user's own in the data folder, which they may edit by hand as well."""

from pathlib import Path


def write_own_file(file: Path, text: str) -> None:
    """Whole or not at all: it is made beside its place and moved there. Raises OSError."""
    part = file.with_suffix(".part")
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part.write_text(text, "utf-8")
    part.replace(file)
