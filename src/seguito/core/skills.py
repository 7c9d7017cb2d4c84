"""Skills under one name, however people write them (T5.2)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from seguito.core.folding import folded

_APART = str.maketrans(dict.fromkeys("-–/_,;()[]", " "))


@dataclass(frozen=True, slots=True)
class Skill:
    """`id`: what the vocabulary calls it, or the words themselves where it knows no better; `label`: as written."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names of skills. `names`: folded name → id; `labels`: id → its name in each language.

    `more`: looks a folded name up among those that were imported; asked only where `names` knows none.
    """

    names: Mapping[str, str]
    labels: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    more: Callable[[str], str | None] = lambda _name: None

    def read(self, text: str) -> Skill:
        """The skill that `text` names."""
        name = plain_name(text)
        return Skill((self.names.get(name) or self.more(name) or name)[:200], " ".join(text.split())[:200])

    def spoken(self, skill: Skill, language: str) -> str:
        """Its name in that language; as it was written where the vocabulary has none."""
        return self.labels.get(skill.id, {}).get(language, skill.label)


def plain_name(text: str) -> str:
    """Small letters, no marks, hyphens as spaces: `Press-Officer` and `press officer` are the same."""
    return folded(text.translate(_APART))


def language_skill(name: str) -> str:
    """The id under which a spoken language is held: it is asked for and matched like any skill."""
    return f"language:{name}"


def place_skill(name: str) -> str:
    """The id under which a place is held."""
    return f"place:{plain_name(name)}"
