"""What the notes-format needs to know of languages. Keys are `folded`."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from seguito.core.days import DateWords
from seguito.core.nouns import DetailKind

MARKS: Mapping[str, DetailKind] = {
    '"': DetailKind.INSIGHT,
    "“": DetailKind.INSIGHT,
    "”": DetailKind.INSIGHT,
    "„": DetailKind.INSIGHT,
    "«": DetailKind.INSIGHT,
    "~": DetailKind.ASIDE,
    "?": DetailKind.QUESTION,
    "!": DetailKind.PROMISE,
    "*": DetailKind.WHY_HERE,
    "+": DetailKind.WHY_HERE,
}
CLOSING = {'"': '"', "“": "”", "”": "”", "„": "“”", "«": "»"}  # how a quotation that one of the marks opens may end


@dataclass(frozen=True, slots=True)
class NotesWords:
    """The words of every language together: a candidate's notes mix them.

    `me`: how one calls oneself. `me_first`: the one that a form shows. `kinds`: a kind written out.
    `towards`: "to" in "me to Giulia". `titles`: "dott.ssa", "Ms". `not_names`: "NB", "re", and the small words.
    `answers`: beginnings of words that tell of an answer or decision.
    `dates`, `small_words`: by language, the likeliest language first.
    """

    me: Collection[str]
    me_first: str
    kinds: Mapping[str, DetailKind]
    towards: Collection[str]
    titles: Collection[str]
    not_names: Collection[str]
    answers: tuple[str, ...]
    dates: Mapping[str, DateWords]
    small_words: Mapping[str, Collection[str]]
