"""The three looks over a text that comes from no record: a file, a line, what stands on stdin (T4.1)."""

from dataclasses import dataclass

from seguito.actions.looks import three_looks
from seguito.core.looks.context import Context
from seguito.core.looks.finding import LookResult
from seguito.core.looks.ready import ready
from seguito.core.which_language import which_language
from seguito.core.words import LONGEST_NOTE, NoteTooLong
from seguito.errors import N_, Problem
from seguito.languages import available
from seguito.languages.stop_words import stop_words


class LanguageUnknown(Problem):
    id = "language-unknown"
    happened = N_("“{language}” is no language that notes can be read in.")
    safe = N_("Nothing was checked.")
    next_step = N_("Choose one of these: {languages}, with a region where it matters (en-GB), or leave it out.")


@dataclass(frozen=True, slots=True)
class CheckedText:
    """`language`: the one told, or found."""

    language: str
    looks: tuple[LookResult, ...]

    @property
    def ready(self) -> bool:
        return ready(self.looks)


def check_text(text: str, language: str, context: Context, own: frozenset[str], otherwise: str) -> CheckedText:
    """Read the text three times.

    `language`: as told, or empty: it is found from the text, and is `otherwise` where the text does not say. `own`:
    the person's own words. Places in the findings are code points of the text as given.
    Raises NoteTooLong, LanguageUnknown.
    """
    if len(text) > LONGEST_NOTE:
        raise NoteTooLong(length=len(text), longest=LONGEST_NOTE)
    chosen = known_language(language) if language else which_language(text, stop_words()) or otherwise
    return CheckedText(chosen, three_looks(text, chosen, context, own))


def known_language(told: str) -> str:
    """`it`, `en`, `en-GB`, in any case and with either sign between; raises LanguageUnknown."""
    language, _, region = told.strip().replace("_", "-").partition("-")
    if language.lower() not in available() or (region and not (len(region) == 2 and region.isalpha())):
        raise LanguageUnknown(language=told, languages=available())
    return f"{language.lower()}-{region.upper()}" if region else language.lower()
