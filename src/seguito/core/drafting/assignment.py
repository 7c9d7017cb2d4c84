"""Which details go into whose note: no two panelists get the same one, and each note begins otherwise (T3.2)."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from seguito.core.drafting.matching import cheapest
from seguito.core.folding import folded
from seguito.core.nouns import Detail, DetailKind, Person

_KINDS = (DetailKind.INSIGHT, DetailKind.QUESTION, DetailKind.ASIDE, DetailKind.PROMISE, DetailKind.WHY_HERE)
_FACTS = frozenset({DetailKind.WHY_HERE, DetailKind.PROMISE})
_LEVEL = 1_000  # one detail more of its sort than a colleague weighs more than all the following
_ANY = 2  # one detail more of any sort weighs more than a kind that one has already
_AT_ONCE = 40  # details shared out, or openings chosen, in one go: the work grows with their cube


@dataclass(frozen=True, slots=True)
class Share:
    """What one person's sheet is laid out from.

    `details`: this person's alone, the one that the note opens with first; then in the order in which they were
    noted. `facts`: what was told to nobody in particular and every sheet may hold: why here, promises, their days.
    """

    person: Person
    details: tuple[Detail, ...] = ()
    facts: tuple[Detail, ...] = ()


@dataclass(slots=True)
class _Hand:
    """A share while it is dealt."""

    person: Person
    details: list[Detail] = field(default_factory=list)

    def weight(self, kind: DetailKind) -> int:
        return min(_LEVEL - 1, _ANY * len(self.details) + any(detail.kind is kind for detail in self.details))


def assign(
    panel: Sequence[Person],
    details: Sequence[Detail],
    taken: Mapping[str, str] | None = None,
    opened: Mapping[str, str] | None = None,
) -> tuple[Share, ...]:
    """A share for everyone on the panel, in its order; the same whatever the order of people and details.

    What a person said goes to nobody else. What nobody in particular said is shared out evenly, first to whom nothing
    is noted of. `taken`: ids of details with the person whose written note holds them already; they stay there.
    `opened`: by person, the id of the detail that their note on another channel opens with; this one opens otherwise
    (T2.3).
    """
    hands = {person.id: _Hand(person) for person in sorted(panel, key=_called_order)}
    loose = []
    for detail in sorted(details, key=_noted_order):
        owner = _owner(detail, panel, taken or {})
        if owner in hands:
            hands[owner].details.append(detail)
        elif owner is None:
            loose.append(detail)
    facts = tuple(
        detail for detail in sorted(details, key=_noted_order) if detail.person is None and detail.kind in _FACTS
    )
    for kinds in (frozenset(_KINDS) - _FACTS, frozenset({DetailKind.WHY_HERE}), frozenset({DetailKind.PROMISE})):
        of_these = [detail for detail in loose if detail.kind in kinds]
        for start in range(0, len(of_these), _AT_ONCE):
            _deal(of_these[start : start + _AT_ONCE], list(hands.values()), kinds)
    openings = _openings(list(hands.values()), frozenset((opened or {}).values()))
    shares = {id_: _share(hand, openings.get(id_), facts) for id_, hand in hands.items()}
    return tuple(shares[person.id] for person in panel)


def _called_order(person: Person) -> tuple[str, str, str]:
    return (folded(person.name), person.email, person.id)


def _noted_order(detail: Detail) -> tuple[int, str, str]:
    """As it was noted; it doesn't depend on the order in which details are handed in."""
    return (detail.noted, detail.text, detail.id)


def _owner(detail: Detail, panel: Sequence[Person], taken: Mapping[str, str]) -> str | None:
    """Whose it is: the speaker's; else that of the note that holds it; else of the one person whom it names."""
    if detail.person is not None:
        return detail.person
    if detail.id in taken:
        return taken[detail.id]
    if detail.kind in _FACTS:
        return None
    named = [person for person in panel if _names(detail.text, person)]
    return named[0].id if len(named) == 1 else None


def _names(text: str, person: Person) -> bool:
    """Whether the text names this person: "Giulia said …" without the colon that would have placed it."""
    names = (person.name, person.given, person.family)
    return any(len(name) > 1 and name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)


def _deal(batch: Sequence[Detail], hands: Sequence[_Hand], kinds: frozenset[DetailKind]) -> None:
    """Share out evenly, each where its kind is new if it can be."""
    if not hands:
        return
    counts = [sum(detail.kind in kinds for detail in hand.details) for hand in hands]
    places = [(counts[n] + more, n) for n in range(len(hands)) for more in range(len(batch))]
    highest = sorted(level for level, _ in places)[len(batch) - 1]
    places = [place for place in places if place[0] <= highest]
    costs = [[level * _LEVEL + hands[n].weight(detail.kind) for level, n in places] for detail in batch]
    for detail, column in zip(batch, cheapest(costs), strict=True):
        hands[places[column][1]].details.append(detail)


def _openings(hands: Sequence[_Hand], opened: frozenset[str]) -> dict[str, Detail]:
    """For everyone the detail that their note begins with: of different kinds as far as there are, and of
    different words.
    """
    offered = [(hand.person.id, _first_ones(hand, opened)) for hand in hands if hand.details]
    chosen: dict[str, Detail] = {}
    words: list[frozenset[str]] = []  # of the openings chosen so far
    for start in range(0, len(offered), _AT_ONCE):
        batch = offered[start : start + _AT_ONCE]
        for (person, details), kind in zip(batch, _kinds_of(batch, chosen.values()), strict=True):
            same_kind = [detail for detail in details if detail.kind is kind]
            first = min(same_kind, key=lambda detail: (_likeness(detail, words), _noted_order(detail)))
            chosen[person] = first
            words.append(_words(first.text))
    return chosen


def _kinds_of(offered: Sequence[tuple[str, Sequence[Detail]]], before: Iterable[Detail]) -> list[DetailKind]:
    """The kind that each opens with, different ones as far as there are; `before`: the openings of others."""
    times = Counter(detail.kind for detail in before)
    columns = [(kind, times[kind] + time) for kind in _KINDS for time in range(len(offered))]
    costs = [[_opening_cost(details, kind, time) for kind, time in columns] for _, details in offered]
    return [columns[column][0] for column in cheapest(costs)]


def _first_ones(hand: _Hand, opened: frozenset[str]) -> list[Detail]:
    """The details that a note may begin with: not the one that begins another channel's note, if there are more."""
    return [detail for detail in hand.details if detail.id not in opened] or hand.details


def _opening_cost(details: Sequence[Detail], kind: DetailKind, time: int) -> int:
    """A kind that opens another note already costs more than any preference; one that isn't held is out of reach."""
    if all(detail.kind is not kind for detail in details):
        return 1_000_000_000
    last_resort = 1_000 if kind in _FACTS else 0
    return last_resort + 100 * time + _KINDS.index(kind)


def _likeness(detail: Detail, others: Iterable[frozenset[str]]) -> float:
    """The largest share of its words that another opening has too."""
    words = _words(detail.text)
    return max((len(words & other) / max(1, len(words)) for other in others), default=0.0)


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"\w+", folded(text)) if len(word) > 3)


def _share(hand: _Hand, opening: Detail | None, facts: tuple[Detail, ...]) -> Share:
    rest = sorted((detail for detail in hand.details if detail is not opening), key=_noted_order)
    return Share(hand.person, (opening, *rest) if opening else tuple(rest), facts)
