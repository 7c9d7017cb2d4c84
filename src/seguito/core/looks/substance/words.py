"""What the third look knows of a language: its words and phrases, handed in by the language's folder."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from seguito.core.looks.language.prose import Writing
from seguito.core.looks.substance.phrases import PhraseBook

RAREST = 2.3  # for a word that no frequency table holds, on the Zipf scale


@dataclass(frozen=True, eq=False)
class SubstanceWords:
    """Forms are lower case with straight apostrophes.

    `commonness`: form → Zipf value (log10 of occurrences in a thousand million words). `roots`: stem → that of its
    commonest form, for common words.
    `function_words`: forms with no matter of their own. `negligible`: forms that a paraphrase adds or drops freely.
    `everybodys`: stems of what every such note speaks of (interview, role, team).
    `abstract_endings`: of words for qualities, actions and manners.
    `related`: stem → the groups of related things that it belongs to. `numbers`: form → figure.
    `classes`: form → names of classes that phrases speak of (`<me>`, `<you>`, `<here>`).
    `titles`: folded words before a name. `tells`: verbs after the name of whoever told a thing; `sources`: words before
    it (as, according to).
    `stock`: what everybody writes, by theme. `courtesies`: its themes that may stand once without a word; `instead`:
    theme → interface language → what to write about. `speech`: phrases by what they do (praise, why, resentment …).
    """

    language: str
    writing: Writing
    stem: Callable[[str], str]
    commonness: Mapping[str, float]
    roots: Mapping[str, float]
    function_words: frozenset[str]
    negligible: frozenset[str]
    everybodys: frozenset[str]
    abstract_endings: tuple[str, ...]
    related: Mapping[str, tuple[str, ...]]
    numbers: Mapping[str, str]
    classes: Mapping[str, tuple[str, ...]]
    instead: Mapping[str, Mapping[str, str]]
    courtesies: frozenset[str]
    titles: frozenset[str]
    tells: frozenset[str]
    sources: frozenset[str]
    stock: PhraseBook
    speech: PhraseBook

    def zipf(self, form: str) -> float:
        """How common a form is; of a compound, its rarest part."""
        known = self.commonness.get(form)
        if known is not None:
            return known
        parts = form.replace("'", "-").split("-")
        if len(parts) == 1:
            return RAREST
        return min((self.commonness.get(part, RAREST) for part in parts if len(part) > 1), default=RAREST)
