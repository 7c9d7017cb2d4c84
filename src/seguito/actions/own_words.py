"""One's own words: right as they stand, whatever a dictionary says. One a line in `words.txt` of the data folder."""

from pathlib import Path


def own_words(home: Path) -> frozenset[str]:
    """The words of `words.txt`; none where there is no such file. A line that begins with # is a comment."""
    try:
        lines = (home / "words.txt").read_text("utf-8-sig").splitlines()
    except FileNotFoundError:
        return frozenset()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))
