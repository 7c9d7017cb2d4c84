"""A person's title: as it is on record, and as it greets."""

from collections.abc import Mapping
from dataclasses import dataclass

from seguito.core.folding import folded
from seguito.core.nouns import Gender, Person


@dataclass(frozen=True, slots=True)
class Title:
    """How a title greets a woman, a man, and somebody whose gender nobody told.

    `either` empty: without a gender the title can't be said. `given`: it stands before the given name (Sir John).
    """

    f: str
    m: str
    either: str
    given: bool = False


@dataclass(frozen=True, slots=True)
class TitleWords:
    """`spelt`: every spelling, folded and without its last full stop, with the gender that it tells by itself."""

    spelt: Mapping[str, tuple[Title, Gender | None]]

    @property
    def spellings(self) -> frozenset[str]:
        return frozenset(self.spelt)

    def lookup(self, written: str) -> tuple[Title, Gender | None] | None:
        return self.spelt.get(folded(written).rstrip("."))


@dataclass(frozen=True, slots=True)
class Addressed:
    """A person with the title taken apart from the name. `gender`: recorded, or told by the title; never guessed."""

    title: Title | None
    gender: Gender | None
    given: str
    family: str

    @property
    def name(self) -> str:
        return f"{self.given} {self.family}".strip()

    @property
    def said_title(self) -> str:
        """The title in its form for this person; empty where there is none, or none that can be said."""
        if self.title is None:
            return ""
        return {Gender.F: self.title.f, Gender.M: self.title.m, None: self.title.either}[self.gender]


def addressed(person: Person, words: TitleWords) -> Addressed:
    """Takes titles from their own field and from before the name, where invitations put them.

    Of several ("Prof. Ing.") the first that the language knows is said. What follows a comma (PhD, MBA) is not said.
    """
    title: Title | None = None
    told: Gender | None = None
    given = person.given.split()
    written = [*_apart(person.title, words), *_leading_titles(given, words)]
    for word in written:
        found = words.lookup(word)
        if found:
            title, told = title or found[0], told or found[1]
    family = person.family.partition(",")[0].strip()
    return Addressed(title, person.gender or told, " ".join(given), family)


def _apart(title: str, words: TitleWords) -> list[str]:
    """The whole title where it is one ("dott. ssa"), else its words."""
    if words.lookup(title):
        return [title]
    apart: list[str] = []
    for word in title.split():
        apart += [word] if words.lookup(word) else word.replace(".", ". ").split()  # Prof.Ing.
    return apart


def _leading_titles(given: list[str], words: TitleWords) -> list[str]:
    """The titles that stand before the name; they are taken out of `given`."""
    taken = []
    while len(given) > 1 and words.lookup(given[0]):
        taken.append(given.pop(0))
    return taken
