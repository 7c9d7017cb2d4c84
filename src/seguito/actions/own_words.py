"""One's own words: right as they stand, whatever a dictionary says. One a line in `words.txt` of the data folder."""

from collections.abc import Collection
from pathlib import Path

from seguito.actions.own_file import write_own_file
from seguito.core.lines import one_line
from seguito.errors import N_, Problem


class WordsNotKept(Problem):
    id = "words-not-kept"
    exit_code = 3
    happened = N_("{file} could not be written: {reason}.")
    safe = N_("Your words are as they were.")
    next_step = N_("Make the data folder writable, or name another with SEGUITO_HOME.")


def own_words(home: Path) -> frozenset[str]:
    """The words of `words.txt`; none where there is no such file. A line that begins with # is a comment."""
    return frozenset(_words(_lines(home)))


def add_words(home: Path, words: Collection[str]) -> tuple[str, ...]:
    """Keep these words too, each once; all of them, in order."""
    lines = _lines(home)
    known = set(_words(lines))
    fresh = [word for word in dict.fromkeys(one_line(N_("The word"), word.strip()) for word in words) if word]
    return _write(home, [*lines, *(word for word in fresh if word not in known)])


def forget_words(home: Path, words: Collection[str]) -> tuple[str, ...]:
    """Let a dictionary judge these words again."""
    return _write(home, [line for line in _lines(home) if line.strip() not in words])


def _lines(home: Path) -> list[str]:
    try:
        return (home / "words.txt").read_text("utf-8-sig").splitlines()
    except FileNotFoundError:
        return []


def _words(lines: Collection[str]) -> tuple[str, ...]:
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _write(home: Path, lines: Collection[str]) -> tuple[str, ...]:
    file = home / "words.txt"
    try:
        write_own_file(file, "".join(f"{line}\n" for line in lines))
    except OSError as error:
        raise WordsNotKept(file=file, reason=error.strerror or error) from error
    return _words(lines)
