"""In which language a note is written."""

from collections.abc import Collection, Iterable, Mapping

from seguito.core.nouns import Person
from seguito.core.which_language import which_language


def choose_language(
    person: Person,
    said: Iterable[str],
    invite: Iterable[str],
    interface: str,
    small_words: Mapping[str, Collection[str]],
) -> str:
    """The person's own; else that of the debrief and the invite; else the interface's.

    `said`: the debrief's lines. `invite`: a language on record for the interview (`it`), summary, description.
    `small_words`: of every language that notes can be written in. A region on record (`en-GB`) is kept.
    """
    told = [tag for tag in person.languages if _base(tag) in small_words]
    if told:
        return told[0]
    lines, invited = list(said), list(invite)
    recorded = [text for text in invited if _base(text) in small_words]
    found = which_language("\n".join(lines), small_words)
    return (
        found or next(iter(recorded), None) or which_language("\n".join([*lines, *invited]), small_words) or interface
    )


def _base(tag: str) -> str:
    return tag.partition("-")[0].lower()
