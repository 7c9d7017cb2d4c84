"""Who and what is known when a note is read, in every form in which a note may name them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from seguito.core.folding import folded
from seguito.core.looks.context import Context, Known
from seguito.core.looks.names.former import mentioned
from seguito.core.looks.names.houses import (
    particular,
    parts_of_house,
    with_either_and,
    with_other_dots,
    without_its_kind,
)
from seguito.core.looks.names.tokens import Token, name_words
from seguito.core.looks.names.words import NameWords
from seguito.core.names import split_name


class Standing(Enum):
    """What a known name is to this note."""

    READER = "reader"
    PANEL = "panel"
    CANDIDATE = "candidate"
    HOUSE = "house"
    ROLE = "role"
    OTHER = "other"
    FORMER = "former"


class Part(Enum):
    """Which part of a name a form is."""

    FULL = "full"
    GIVEN = "given"
    FAMILY = "family"
    ALSO = "also"
    WORDS = "words"  # a part of a house's name, the last word of another name


@dataclass(frozen=True, eq=False)
class Bearer:
    """Somebody or something with a name. `gender`, `title`: as recorded."""

    name: str
    standing: Standing
    given: str = ""
    family: str = ""
    gender: str | None = None
    title: str = ""
    also: tuple[str, ...] = ()

    @property
    def is_person(self) -> bool:
        return self.standing in {Standing.READER, Standing.PANEL, Standing.CANDIDATE}


@dataclass(frozen=True, eq=False)
class Form:
    """One way of naming a bearer, cut into words."""

    bearer: Bearer
    part: Part
    written: str
    tokens: tuple[Token, ...]
    squashed: str

    @property
    def folds(self) -> tuple[str, ...]:
        return tuple(token.fold for token in self.tokens)


@dataclass(frozen=True, eq=False)
class Roster:
    """Everything known by name, ready to be found in a text.

    `by_first`: forms by their first folded word; `by_squash`: by all their letters in a row.
    """

    reader: Bearer | None
    bearers: tuple[Bearer, ...]
    forms: tuple[Form, ...]
    by_first: Mapping[str, tuple[Form, ...]]
    by_squash: Mapping[str, tuple[Form, ...]]
    house_folds: frozenset[str]

    @property
    def people(self) -> tuple[Bearer, ...]:
        """Those who were in the room on the other side."""
        return tuple(b for b in self.bearers if b.standing in {Standing.READER, Standing.PANEL})

    def of(self, *standings: Standing) -> tuple[Bearer, ...]:
        return tuple(b for b in self.bearers if b.standing in standings)

    def forms_of(self, bearer: Bearer) -> tuple[Form, ...]:
        return tuple(form for form in self.forms if form.bearer is bearer)


def roster_of(context: Context, words: NameWords, tokens: Sequence[Token]) -> Roster:
    """`tokens`: the note's; of other applications only what they may name is made ready."""
    bearers = (*_bearers(context, words), *(_former(n, words) for n in mentioned(context.former_names, tokens)))
    forms = tuple(form for bearer in bearers for form in _forms(bearer, words))
    by_first: dict[str, list[Form]] = defaultdict(list)
    by_squash: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        by_first[form.tokens[0].fold].append(form)
        by_squash[form.squashed].append(form)
    return Roster(
        reader=next((b for b in bearers if b.standing is Standing.READER), None),
        bearers=bearers,
        forms=forms,
        by_first={key: tuple(value) for key, value in by_first.items()},
        by_squash={key: tuple(value) for key, value in by_squash.items()},
        house_folds=frozenset(t.fold for f in forms if f.bearer.standing is Standing.HOUSE for t in f.tokens),
    )


_BETWEEN = re.compile(r"\s[(\"“«]([^()\"“”«»]{1,40})[)\"”»]")
_LETTERS_AFTER = frozenset("phd md jr sr ii iii iv esq mba obe mbe cbe cpa rn dds frcs msc bsc".split())


def bare_name(name: str, words: NameWords) -> str:
    """The name without titles before it or letters after it, `Surname, Given` turned round."""
    family, comma, given = name.partition(",")
    if comma and all(_is_letters_after(word) for word in given.split()):
        name, given = family, ""
    parts = (f"{given} {family}" if comma and given.strip() else name).split()
    while len(parts) > 2 and _is_letters_after(parts[-1]):
        parts = parts[:-1]
    while len(parts) > 1 and _is_title(parts[0], words):
        parts = parts[1:]
    return " ".join(parts)


def _is_letters_after(word: str) -> bool:
    return folded(word).replace(".", "").strip(",") in _LETTERS_AFTER


def _is_title(word: str, words: NameWords) -> bool:
    folds = tuple(token.fold for token in name_words(word))
    return any(folds == honorific.words for honorific in words.honorifics) and (
        word.endswith(".") or not word.islower()
    )


def _bearers(context: Context, words: NameWords) -> Iterator[Bearer]:
    reader = _reader(context)
    for known in context.interviewers:
        yield _person(known, Standing.READER if known is reader else Standing.PANEL, words)
    if reader is None and context.to.strip():
        yield _person(Known(context.to), Standing.READER, words)
    if context.candidate.strip():
        yield _person(Known(context.candidate), Standing.CANDIDATE, words)
    for name in (context.organisation, *context.organisation_also):
        if name.strip():
            yield Bearer(name, Standing.HOUSE)
    if context.role.strip():
        yield Bearer(context.role, Standing.ROLE)
    yield from (Bearer(name, Standing.OTHER) for name in context.known_names if name.strip())


def _reader(context: Context) -> Known | None:
    """The panelist that the note is for: named in full, else by a part that nobody else on the panel bears."""
    if context.addressee or context.to_id:
        return context.addressee
    if not context.to.strip():
        return context.interviewers[0] if len(context.interviewers) == 1 else None
    wanted = set(folded(context.to).replace("'", " ").split())
    fitting = [
        known
        for known in context.interviewers
        if (borne := set(folded(known.name).replace("'", " ").split())) and (wanted <= borne or borne <= wanted)
    ]
    return fitting[0] if len(fitting) == 1 else None


def _person(known: Known, standing: Standing, words: NameWords) -> Bearer:
    also = (*known.also, *_BETWEEN.findall(known.name))
    name = bare_name(_BETWEEN.sub("", known.name), words)
    given, family = _halves(name, known.family)
    return Bearer(name, standing, given, family, known.gender, known.title, also)


def _halves(name: str, family: str) -> tuple[str, str]:
    """Given and family name, cut where the record says."""
    given = name.removesuffix(f" {family}") if family else name
    return (given, family) if given != name else split_name(name)


def _former(name: str, words: NameWords) -> Bearer:
    """A name of another application; somebody's, where it begins with a given name and is no house's or role's."""
    given, family = split_name(bare_name(name, words))
    first = next((token.fold for token in name_words(given)), "")
    nobody = words.house.nouns | words.role.nouns | words.house.legal
    plain = any(token.fold in nobody for token in name_words(name)) or "&" in name
    if family and first in words.given and not plain:
        return Bearer(name, Standing.FORMER, given, family)
    return Bearer(name, Standing.FORMER)


def _forms(bearer: Bearer, words: NameWords) -> Iterator[Form]:
    seen: set[str] = set()
    for part, written in _written(bearer, words):
        tokens = name_words(written)
        if tokens and written not in seen:
            seen.add(written)
            yield Form(bearer, part, written, tokens, "".join(token.fold for token in tokens))


def _written(bearer: Bearer, words: NameWords) -> Iterator[tuple[Part, str]]:
    match bearer.standing:
        case Standing.HOUSE:
            for name in (*with_either_and(bearer.name, words), *with_other_dots(bearer.name, words)):
                yield Part.FULL, name
                yield from ((Part.WORDS, part) for part in parts_of_house(name, words))
        case Standing.ROLE:
            yield Part.FULL, bearer.name
        case Standing.OTHER:
            yield Part.FULL, bearer.name
            yield from ((Part.WORDS, last) for last in bearer.name.split()[-1:])
        case Standing.FORMER if not bearer.family:
            yield from ((Part.FULL, name) for name in with_either_and(bearer.name, words))
            yield from ((Part.WORDS, name) for name in without_its_kind(bearer.name, words))
            yield from ((Part.WORDS, word) for word in particular(bearer.name, words))
        case _:
            yield from _written_person(bearer)


def _written_person(bearer: Bearer) -> Iterator[tuple[Part, str]]:
    if bearer.family:
        yield Part.FULL, bearer.name
        yield Part.FULL, f"{bearer.family} {bearer.given}"
        yield Part.FAMILY, bearer.family
    yield Part.GIVEN, bearer.given
    yield from ((Part.GIVEN, word) for word in bearer.given.split())
    yield from ((Part.ALSO, name) for name in bearer.also if name.strip())
