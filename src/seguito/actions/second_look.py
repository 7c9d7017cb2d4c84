"""The second look alone, for programs that ask in LanguageTool's protocol: no record is read, nobody is known.

A LanguageTool of one's own is not asked here: such a program can ask it as well, and two servers that were told of each
other would ask for ever.
"""

from dataclasses import dataclass
from pathlib import Path

from seguito.actions.check_text import known_language
from seguito.actions.own_words import own_words
from seguito.core.looks.finding import Finding
from seguito.core.which_language import which_language
from seguito.core.words import LONGEST_NOTE, NoteTooLong
from seguito.engines import proofread
from seguito.languages.stop_words import stop_words


@dataclass(frozen=True, slots=True)
class SecondLook:
    """`detected`: the language that the text itself shows, or empty."""

    language: str
    detected: str
    findings: tuple[Finding, ...]


def second_look(text: str, language: str, home: Path, otherwise: str) -> SecondLook:
    """What the second look finds. `language` empty: found from the text. Raises NoteTooLong, LanguageUnknown."""
    if len(text) > LONGEST_NOTE:
        raise NoteTooLong(length=len(text), longest=LONGEST_NOTE)
    detected = which_language(text, stop_words()) or ""
    chosen = known_language(language) if language else detected or otherwise
    return SecondLook(chosen, detected, proofread(text, chosen, words=own_words(home)))
