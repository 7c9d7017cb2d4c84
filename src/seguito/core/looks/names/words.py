"""What a language tells about the names in its notes: titles, greetings, and the words around a name."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from seguito.core.days import DateWords

Phrase = tuple[str, ...]  # folded words


@dataclass(frozen=True, slots=True)
class Honorific:
    """A form of a title: `dott.ssa` is (`dott`, `ssa`), of the kind `dottore`, feminine.

    `opposite`: how the other gender is written, or empty. `capital`: it is a title only with a capital letter
    (English `Miss`), or in any case (Italian). `dotted`: only with a dot (`per.`, perito), else it is another word.
    """

    words: Phrase
    kind: str
    gender: str | None
    opposite: str
    capital: bool
    dotted: bool = False


@dataclass(frozen=True)
class Phrases:
    """Folded phrases, looked up right before or right after a place."""

    of: frozenset[Phrase]

    @cached_property
    def longest(self) -> int:
        return max(map(len, self.of), default=0)


@dataclass(frozen=True)
class MeetingWords:
    """What ties a day to the interview, and what unties it.

    `events`: the interview itself; `thanks`, `said`: what only the words right after them belong to. `around`: before,
    since. `ahead`: what is still to come. `attributes`: what makes of a day a mere attribute ("the Monday market").
    `days_ago`: today, yesterday, and so on back.
    """

    events: Phrases
    thanks: Phrases
    said: Phrases
    attributes: frozenset[str]
    not_about: Phrases
    around: Phrases
    ahead: Phrases
    clause_starts: Phrases
    when: Phrases
    afterthoughts: Phrases
    days_ago: tuple[str, ...]
    morning: frozenset[str]
    afternoon: frozenset[str]
    evening: frozenset[str]


@dataclass(frozen=True)
class RoleWords:
    """How a note speaks of the role.

    `nouns`: what a role is called by (manager); `fields`: what it is for (sales, senior); `fillers`: articles and their
    like before it; `hoped_for`: "as" … "I would"; `genders`: endings that differ by gender alone; `translations`: words
    that say the same in another language.
    """

    nouns: frozenset[str]
    fields: frozenset[str]
    genders: tuple[tuple[str, str], ...]
    translations: Mapping[str, frozenset[str]]
    after: Phrases
    after_if_capital: Phrases
    hoped_for: tuple[Phrases, Phrases]
    before: frozenset[str]
    not_after: frozenset[str]
    fillers: frozenset[str]


@dataclass(frozen=True)
class HouseWords:
    """How a note speaks of an organisation. `nouns`: bank, studio; `legal`: Ltd, SpA; `after`: "interview at"."""

    nouns: frozenset[str]
    legal: frozenset[str]
    after: Phrases
    not_after: frozenset[str]


@dataclass(frozen=True)
class PersonWords:
    """What tells that a name is somebody's who was there, or somebody's of the writer's own life.

    `own_past`: what in a sentence tells of the writer's school, work or tales; `not_real`: what follows on people who
    could not be there ("Mr Darcy would have").
    """

    kin: Phrases
    own_past: Phrases
    not_real: Phrases
    mine: frozenset[str]
    quoting_before: Phrases
    quoting_after: Phrases
    quoted_by: Phrases
    placed_after: Phrases
    with_people: Phrases
    things: frozenset[str]  # Paolo's "question"
    things_of: Phrases  # la "domanda di" Paolo
    beside_reader: Phrases
    called_after: Phrases
    colleagues: frozenset[str]
    you: frozenset[str]


@dataclass(frozen=True)
class NameWords:
    """All that the first look needs to know of the language of a note.

    `given`, `family`, `places`, `renowned`: names of the world, folded, the same in every language.
    `places_before`, `places_after`: beside a name they make a place of it: `via` Manzoni, Hope `Street`.
    `ordinary`: words that are no names, in small letters as they are spelt, folded.
    `nicknames`: a folded given name to the folded short forms that people use for it. `dates`: read when first
    asked for, since many notes come without an interview's day.
    """

    language: str
    greetings: Phrases
    agreeing: Mapping[Phrase, str]
    honorifics: tuple[Honorific, ...]
    titles: Mapping[str, frozenset[str]]
    softer: Mapping[str, frozenset[str]]
    joins: frozenset[str]
    collective: frozenset[str]
    closings: Phrases
    articles: frozenset[str]
    family_plurals: tuple[str, ...]
    places_before: frozenset[str]
    places_after: frozenset[str]
    person: PersonWords
    house: HouseWords
    role: RoleWords
    meeting: MeetingWords
    needing_a_name: frozenset[str]
    placeholders: frozenset[str]
    placeholders_shouted: frozenset[str]
    placeholder_verbs: frozenset[str]
    not_merged: frozenset[str]
    placeholder_marks: tuple[str, ...]
    ordinary: Collection[str]
    capitalised: frozenset[str]
    given: Collection[str]
    family: Collection[str]
    places: Collection[str]
    renowned: Collection[str]
    nicknames: Mapping[str, frozenset[str]]
    dates: Callable[[], DateWords]


def is_common(fold: str, words: NameWords) -> bool:
    """A word that means something, or somebody or something of the wide world, whatever the roster says."""
    return any(
        fold in names for names in (words.ordinary, words.capitalised, words.places, words.renowned, words.given)
    )
