"""From what was said to details worth keeping: promises with their days, trips and places, questions, particulars.

A transcript holds an hour; a note needs a handful of things (T3.4). Everything promised is offered; of the rest, for
each person, what is most particular.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from seguito.core.days import find_due
from seguito.core.debrief.reading import Heard
from seguito.core.folding import folded
from seguito.core.looks.substance.reading import Line, Names, Word, read_note
from seguito.core.nouns import By, DetailKind
from seguito.core.transcripts.turns import Turn
from seguito.core.transcripts.words import ListeningWords, heard_in

_LONGEST = 320  # characters: a longer sentence has lost its stops, and is no detail
_MOST: Mapping[DetailKind, int] = {DetailKind.ASIDE: 6, DetailKind.QUESTION: 5, DetailKind.INSIGHT: 8}  # a person
_LEAST: Mapping[DetailKind, float] = {DetailKind.ASIDE: 0.2, DetailKind.QUESTION: 0.4, DetailKind.INSIGHT: 1.2}
_EVERYDAY, _FULL = 5.3, 1.3  # Zipf value of a word that tells nothing; so much rarer, and it counts whole
_ENOUGH_WORDS = 4
_PAUSE = re.compile(r"([^,.…—–]{1,20})[,.…—–]")
_CUT = re.compile(r"^[\s,.;:…—–-]+|[\s,;:—–-]+$")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whom the name in a transcript means. `person`: an id on the panel; `me`: the candidate; else nobody known."""

    person: str | None = None
    me: bool = False


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A detail to take or to leave. `speaker`: as the transcript calls them. `at`: when, since the beginning."""

    heard: Heard
    speaker: str
    at: timedelta | None


@dataclass(frozen=True, slots=True)
class _Weighed:
    suggestion: Suggestion
    weight: float
    order: int


def suggest(
    turns: Iterable[Turn], speakers: Mapping[str, Speaker], words: ListeningWords, today: date
) -> tuple[Suggestion, ...]:
    """The details that a talk offers, in its order, none twice. `today`: its local day, from which promises count."""
    found = {one.suggestion.heard.key: one for one in reversed(list(_weighed(turns, speakers, words, today)))}
    kept = _most_particular(found.values())
    return tuple(one.suggestion for one in sorted(kept, key=lambda one: one.order))


def _weighed(
    turns: Iterable[Turn], speakers: Mapping[str, Speaker], words: ListeningWords, today: date
) -> Iterator[_Weighed]:
    order = 0
    for turn in turns:
        speaker = speakers.get(turn.speaker, Speaker())
        for line in read_note(turn.text, words.substance, Names()).lines:
            text = _bare(turn.text[line.start : line.end], words.fillers)
            if len(text.split()) < _ENOUGH_WORDS or len(text) > _LONGEST:
                continue
            heard = _mine(text, words, today) if speaker.me else _theirs(text, line, speaker.person, words, today)
            if heard:
                order += 1
                yield _Weighed(Suggestion(heard, turn.speaker, turn.at), _weight(line.words), order)


def _mine(text: str, words: ListeningWords, today: date) -> Heard | None:
    """Of what I said, only what I promised, and why I want to be there."""
    due = _due(text, words, today)
    if heard_in(words.my_promises, text) or (due and heard_in(words.promises, text) and heard_in(words.oneself, text)):
        return Heard(None, DetailKind.PROMISE, By.ME, text, due)
    return Heard(None, DetailKind.WHY_HERE, By.THEM, text) if heard_in(words.why, text) else None


def _theirs(text: str, line: Line, person: str | None, words: ListeningWords, today: date) -> Heard | None:
    if line.asks:
        asked = not heard_in(words.housekeeping, text)
        return Heard(person, DetailKind.QUESTION, By.THEM, text) if asked else None
    due = _due(text, words, today)
    if heard_in(words.answers, text) or (due and heard_in(words.promises, text)):
        return Heard(person, DetailKind.PROMISE, By.THEM, text, due)
    travelled = heard_in(words.oneself, text) and _names_a_place(line, words)
    if heard_in(words.personal, text) or travelled:
        return Heard(person, DetailKind.ASIDE, By.THEM, text)
    return Heard(person, DetailKind.INSIGHT, By.THEM, text)


def _due(text: str, words: ListeningWords, today: date) -> date | None:
    mention = find_due(text, words.notes.dates[words.substance.language], today)
    return mention.due if mention and mention.due and mention.due >= today else None


def _names_a_place(line: Line, words: ListeningWords) -> bool:
    capitals = [folded(word.form) if word.capital else "" for word in line.words[1:]]
    pairs = [f"{one} {two}" for one, two in pairwise(capitals)]
    return any(name in words.places for name in [*capitals, *pairs] if name.strip())


def _weight(words: Iterable[Word]) -> float:
    """How particular: its uncommon words, each once, half-common ones in part."""
    matter = {word.stem: word for word in words if word.matter}
    return sum(min(1.0, max(0.0, (_EVERYDAY - word.zipf) / _FULL)) for word in matter.values())


def _most_particular(found: Iterable[_Weighed]) -> Iterator[_Weighed]:
    counts: dict[tuple[str, DetailKind], int] = {}
    for one in sorted(found, key=lambda one: (-one.weight, one.order)):
        kind = one.suggestion.heard.kind
        if kind in _MOST:
            place = (one.suggestion.speaker, kind)
            counts[place] = counts.get(place, 0) + 1
            if one.weight < _LEAST[kind] or counts[place] > _MOST[kind]:
                continue
        yield one


def _bare(text: str, fillers: tuple[str, ...]) -> str:
    """A sentence without what was said while its speaker was thinking; a filler has a comma or a stop after it."""
    whole = text = _CUT.sub("", " ".join(text.split()))
    while (found := _PAUSE.match(text)) and folded(found[1]) in fillers and found.end() < len(text):
        text = _CUT.sub("", text[found.end() :])
    return text if text == whole else text[:1].upper() + text[1:]
