"""Words one slip of the pen away from another: a letter too many or too few, exchanged, turned round, doubled."""

from collections.abc import Iterator

_LONGEST = 24


def near_words(word: str, letters: str) -> Iterator[str]:
    """Every form one slip away, likely slips first; two where both are doubled letters (aproffondire).

    Some fifty forms a letter of the word; none for a word longer than any that is written by hand.
    """
    if len(word) > _LONGEST:
        return
    yield from _doubled(word)
    for once in _doubled(word):
        yield from _doubled(once)
    cuts = [(word[:index], word[index:]) for index in range(len(word) + 1)]
    yield from (head + tail[1] + tail[0] + tail[2:] for head, tail in cuts if len(tail) > 1)
    yield from (head + tail[1:] for head, tail in cuts if tail)
    yield from (head + letter + tail[1:] for head, tail in cuts if tail for letter in letters)
    yield from (head + letter + tail for head, tail in cuts for letter in letters)


def _doubled(word: str) -> Iterator[str]:
    """One letter single where it is double, or double where it is single."""
    for index, letter in enumerate(word):
        if word[index + 1 : index + 2] == letter:
            yield word[:index] + word[index + 1 :]
        elif word[index - 1 : index] != letter:
            yield word[:index] + letter + word[index:]
