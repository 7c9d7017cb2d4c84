"""Who is meant by a name that somebody typed in a hurry."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from seguito.core.folding import folded
from seguito.core.nouns import Person

_SHORTEST_BEGINNING = 2


@dataclass(frozen=True, slots=True)
class Speakers:
    """A panel, and how its people may be called."""

    panel: Sequence[Person]
    titles: Collection[str]
    not_names: Collection[str]

    def meant_by(self, typed: str) -> tuple[Person, ...]:
        """Everybody on the panel whom this name fits; nobody, one, or several with equal right.

        The closest way of matching that finds anyone decides: the whole name, a part of it, initials, a beginning.
        """
        bare = self._without_titles(typed)
        if not bare:
            return ()
        for fits in (_whole, _part, self._initials, self._beginning):
            found = tuple(person for person in self.panel if fits(person, bare))
            if found:
                return found
        return ()

    def exactly(self, typed: str) -> Person | None:
        """The one person whose whole name, or part of a name, this is."""
        bare = self._without_titles(typed)
        for fits in (_whole, _part):
            found = [person for person in self.panel if bare and fits(person, bare)]
            if found:
                return found[0] if len(found) == 1 else None
        return None

    def _without_titles(self, typed: str) -> str:
        words = folded(typed).split()
        while len(words) > 1 and words[0].rstrip(".") in self.titles:
            del words[0]
        if words:  # dott.Rossi
            title, dot, rest = words[0].rpartition(".")
            words[0] = rest if dot and rest and title in self.titles else words[0]
        return " ".join(words)

    def _initials(self, person: Person, typed: str) -> bool:
        """GB, G.B., Giulia B., G. Bianchi; not the PS of an afterthought."""
        given, family, wanted = _letters(person.given), _letters(person.family), _letters(typed)
        if not given or not family or wanted in self.not_names:
            return False
        words = [word[0] for word in folded(person.name).replace("-", " ").split() if word[0].isalnum()]
        return wanted in {given[0] + family[0], given + family[0], given[0] + family, "".join(words)}

    def _beginning(self, person: Person, typed: str) -> bool:
        start = _letters(typed)
        if len(start) < _SHORTEST_BEGINNING or start in self.not_names:
            return False
        return any(_letters(name).startswith(start) for name in _names(person))


def _letters(text: str) -> str:
    """D'Angelo, d’angelo and dangelo; van der Berg and vanderberg."""
    return "".join(letter for letter in folded(text) if letter.isalnum())


def _names(person: Person) -> Iterator[str]:
    yield from (person.name, f"{person.family} {person.given}", person.given, person.family)
    yield from person.also


def _whole(person: Person, typed: str) -> bool:
    wanted = _letters(typed)
    called = [person.name, f"{person.family} {person.given}", *person.also]
    exact = [folded(person.id), *(folded(address) for address in person.emails)]
    local = [address.partition("@")[0] for address in person.emails]
    return typed in exact or (wanted != "" and wanted in {_letters(name) for name in [*called, *local]})


def _part(person: Person, typed: str) -> bool:
    """The given or the family name, or one word of a compound one."""
    wanted = _letters(typed)
    parts = [person.given, person.family, *person.given.split(), *_long_words(person.family)]
    parts += [f"{given} {person.family}" for given in person.given.split()]
    return wanted != "" and wanted in {_letters(part) for part in parts}


def _long_words(family: str) -> list[str]:
    """Words of a family name that stand for it alone; "de" and "van" do not."""
    return [word for word in family.replace("-", " ").split() if word[:1].isupper() and len(word) > 2]
