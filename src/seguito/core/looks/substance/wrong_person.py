"""A detail told to, or credited to, another than its own person (T3.5)."""

from collections.abc import Iterator
from dataclasses import dataclass

from seguito.core.looks.context import Context, Said
from seguito.core.looks.substance.details import Told, Trace, trace
from seguito.core.looks.substance.people import is_readers, name_pieces, named_in, same_person
from seguito.core.looks.substance.reading import Line, Names, Reading
from seguito.core.looks.substance.words import SubstanceWords

_INSIGHTS = frozenset(
    {"insight", "topic", "need", "question", "promise", "why_here", "company", "organisation", "work"}
)
_WEIGHT, _SHARE = 2.6, 0.3  # a detail that is plainly this one
_HINT_WEIGHT, _HINT_SHARE = 1.1, 0.2  # enough in a wish about the reader's own life
_WORDS, _PLAIN_SHARE = 2, 0.4  # where the sentence speaks of nobody: so many words of it, and so much of it
_CREDITED_WEIGHT, _CREDITED_SHARE = 1.8, 0.25  # enough where the sentence names who is said to have told it


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A sentence that gives `said` to the wrong person. `credited`: to whom; empty: to the reader."""

    line: Line
    trace: Trace
    credited: str = ""

    @property
    def said(self) -> Said:
        return self.trace.said

    @property
    def plain(self) -> bool:
        """Whether it is this detail beyond doubt."""
        return _plainly(self.trace)


def misplaced(reading: Reading, context: Context, words: SubstanceWords, names: Names) -> Iterator[Misplaced]:
    """The sentences that give one person's detail to another, the plainest case of each sentence."""
    told = [said for said in context.details or () if said.person and said.id not in context.used]
    others = [said for said in told if context.to and not is_readers(said, context, words.titles)]
    own = [said for said in context.details or () if said not in others]
    for before, line in zip((None, *reading.body), reading.body, strict=False):
        here = Told((line,))
        traces = {said: trace(said, here, words, names) for said in context.details or ()}
        if not any(found.words for found in traces.values()):
            continue
        foreign = [traces[said] for said in others]
        explained = [traces[said] for said in own]
        found = [*_given_to_reader(before, line, foreign, explained, context, words)]
        found += _credited_elsewhere(line, [traces[said] for said in told], context, words)
        if found:
            yield max(found, key=lambda wrong: wrong.trace.weight)


def _given_to_reader(
    before: Line | None,
    line: Line,
    foreign: list[Trace],
    explained: list[Trace],
    context: Context,
    words: SubstanceWords,
) -> Iterator[Misplaced]:
    """What others told, told to the reader as the reader's; not what the reader's own details explain as well."""
    mine = max((found.weight for found in explained), default=0.0)
    known = {word for found in explained for word in found.words}
    for found in foreign:
        if found.weight <= mine or not set(found.words) - known:
            continue
        if _as_theirs(line, found) and not _attributed(before, line, found.said.person or "", context, words):
            yield Misplaced(line, found)


def _plainly(found: Trace) -> bool:
    return found.weight >= _WEIGHT and found.share >= _SHARE and found.exact > 0


def _attributed(before: Line | None, line: Line, person: str, context: Context, words: SubstanceWords) -> bool:
    """Named in the sentence or the one before, by a piece of the name that is not the reader's too."""
    pieces = name_pieces(person, words.titles) - name_pieces(context.to, words.titles)
    return named_in(line, pieces) or (before is not None and named_in(before, pieces))


def _as_theirs(line: Line, found: Trace) -> bool:
    """Whether the sentence tells the detail as the reader's own."""
    plain = _plainly(found)
    if line.says("told") and plain:
        return True
    if found.said.kind in _INSIGHTS:
        return False
    wish = line.says("wishes") or line.asks
    if plain and (wish or line.says("yours") or any("<you>" in word.keys for word in line.words)):
        return True
    if wish and found.weight >= _HINT_WEIGHT and found.share >= _HINT_SHARE:
        return True
    return plain and len(found.words) >= _WORDS and found.share >= _PLAIN_SHARE


def _credited_elsewhere(line: Line, told: list[Trace], context: Context, words: SubstanceWords) -> Iterator[Misplaced]:
    """“As Colin told me”, and it was Nadia; nothing that Colin did say stands in the same sentence."""
    people = {found.said.person or "" for found in told} | {person.name for person in context.interviewers}
    for found in told:
        owner = found.said.person or ""
        if (
            found.weight < _CREDITED_WEIGHT
            or found.share < _CREDITED_SHARE
            or _said_to_be_of(found.said, line, context, words)
        ):
            continue
        own = {person for person in people if same_person(person, owner, words.titles)}
        for person in sorted(people - own):
            if same_person(person, context.to, words.titles) or not _credits(line, person, words):
                continue
            theirs = (each for each in told if same_person(each.said.person or "", person, words.titles))
            if not any(each.words for each in theirs):
                yield Misplaced(line, found, person)


def _said_to_be_of(said: Said, line: Line, context: Context, words: SubstanceWords) -> bool:
    """Whether a sentence gives a thing to its owner: by name, or by “you” where the owner reads the note."""
    if is_readers(said, context, words.titles):
        return any("<you>" in word.keys for word in line.words)
    return named_in(line, name_pieces(said.person or "", words.titles))


def _credits(line: Line, person: str, words: SubstanceWords) -> bool:
    """Whether a verb of telling follows the name, or “as”, “according to” stands before it."""
    pieces = name_pieces(person, words.titles)
    for place, word in enumerate(line.words):
        if word.capital and word.form in pieces:
            before = [w.form for w in line.words[max(0, place - 3) : place]]
            after = [w.form for w in line.words[place + 1 : place + 5]]
            if words.tells & set(after) or words.sources & set(before):
                return True
    return False
