"""From typed lines to details (T3.4). One line is one detail; a line without a place is kept all the same."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from seguito.core.days import DateMention, find_due
from seguito.core.debrief.line import Line, Place, read_line
from seguito.core.debrief.speakers import Speakers
from seguito.core.debrief.words import NotesWords
from seguito.core.nouns import By, DetailKind, Person
from seguito.core.reasons import Reason
from seguito.core.which_language import which_language
from seguito.errors import N_

_RULE = re.compile(r"[-=_*~#.\s]{3,}|#+")  # a line drawn across, or an empty comment
_UNSTORABLE = re.compile(r"[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Heard:
    """A detail as it was typed, before it has an id. `person`: an id on the panel, or None."""

    person: str | None
    kind: DetailKind
    by: By
    text: str
    due_on: date | None = None

    @property
    def key(self) -> tuple[str | None, str, str, str]:
        """What makes two details the same one; a date that was set by hand doesn't."""
        return (self.person, self.kind.value, self.by.value, self.text)


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A line that found no place. It is kept as an insight with no person: `text` is that detail's text."""

    number: int  # of the line, from 1
    text: str
    why: Reason


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that a text told, in its order, identical details once.

    `doubts`: promises whose weekday and date contradict each other; the date is kept.
    """

    details: tuple[Heard, ...]
    unplaced: tuple[Unplaced, ...]
    doubts: tuple[Reason, ...] = ()


def read_notes(text: str, panel: Sequence[Person], words: NotesWords, today: date) -> Reading:
    """The details in a text in the notes-format. `today`: the local day of the interview, from which promises count."""
    speakers = Speakers(panel, words.titles, words.not_names)
    details: dict[tuple[str | None, str, str, str], Heard] = {}
    unplaced: dict[str, Unplaced] = {}
    doubts: dict[str, Reason] = {}
    language = which_language(text, words.small_words)
    for number, line, place in _placed(_clean(text).splitlines(), speakers, words):
        if place is None:
            heard = Heard(None, DetailKind.INSIGHT, By.THEM, line.whole)
            unplaced.setdefault(line.whole, Unplaced(number, line.whole, _why(line)))
        else:
            due = _due(line.text, words, language, today) if place.kind is DetailKind.PROMISE else None
            if due and not due.weekday_fits:
                doubts[line.text] = _doubt(line.text, due)
            heard = Heard(place.person, place.kind or DetailKind.INSIGHT, place.by, line.text, due.due if due else None)
        details.setdefault(heard.key, heard)
    return Reading(tuple(details.values()), tuple(unplaced.values()), tuple(doubts.values()))


def _clean(text: str) -> str:
    """Without a byte order mark, and without what no database takes."""
    return _UNSTORABLE.sub("\ufffd", text.removeprefix("\ufeff"))


def _placed(typed: Sequence[str], speakers: Speakers, words: NotesWords) -> list[tuple[int, Line, Place | None]]:
    """Each line that says something, with its speaker; a name alone on a line speaks until the next empty one."""
    starred = _stars_are_bullets(typed, speakers, words)
    placed: list[tuple[int, Line, Place | None]] = []
    heading: Place | None = None
    said_under_heading = False
    item = 0
    for number, raw in enumerate(typed, 1):
        if not raw.strip() or _RULE.fullmatch(raw.strip()):
            heading = None if said_under_heading else heading
            continue
        line, item = read_line(raw, item, starred, speakers, words)
        if line.heading:
            heading, said_under_heading = line.place, False
            continue
        placed.append((number, line, line.under(heading)))
        said_under_heading = heading is not None
    return placed


def _stars_are_bullets(typed: Sequence[str], speakers: Speakers, words: NotesWords) -> bool:
    """Whether a list was pasted whose every line begins with a star, with names in or over it: no "why here" then."""
    lines = [line.strip() for line in typed if line.strip()]
    starred = [line[2:] for line in lines if line.startswith("* ")]
    headings = [line for line in lines if line.endswith(":")]
    if len(starred) < 2 or len(starred) + len(headings) < len(lines):
        return False
    places = [read_line(line, 0, False, speakers, words)[0].place for line in starred]
    return bool(headings) or any(place and place.named for place in places)


def _due(text: str, words: NotesWords, language: str | None, today: date) -> DateMention | None:
    """The day that a promise names, in the line's own language, else the notes', else any."""
    own = which_language(text, words.small_words)
    order = dict.fromkeys(name for name in (own, language, *words.dates) if name and name in words.dates)
    mentions = (find_due(text, words.dates[name], today) for name in order)
    return next((mention for mention in mentions if mention), None)


def _doubt(text: str, mention: DateMention) -> Reason:
    message = N_("“{text}”: the weekday and the date contradict each other; {day} is kept.")
    return Reason("T4.3", message, {"text": text, "day": mention.due})


def _why(line: Line) -> Reason:
    if line.several:
        people = tuple(person.name or person.email for person in line.several)
        return Reason(
            "T3.4", N_("“{name}” may be {people}: write more of the name."), {"name": line.name, "people": people}
        )
    if line.name:
        return Reason("T3.4", N_("Nobody on this panel is called “{name}”."), {"name": line.name})
    return Reason("T3.4", N_("No name, no mark: nobody knows whose it is."), {})
