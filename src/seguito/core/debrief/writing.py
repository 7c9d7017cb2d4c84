"""Details back into the notes-format: reading what was written gives the same details."""

from collections.abc import Iterator, Sequence
from datetime import date

from seguito.core.debrief.reading import Heard, Reading, read_notes
from seguito.core.debrief.speakers import Speakers
from seguito.core.debrief.words import NotesWords
from seguito.core.nouns import By, Detail, DetailKind, Person
from seguito.errors import N_

_SIGNS = {
    DetailKind.ASIDE: "~",
    DetailKind.QUESTION: "?",
    DetailKind.PROMISE: "!",
    DetailKind.WHY_HERE: "*",
    DetailKind.INSIGHT: '"',
}
_A_DAY = date(2000, 1, 1)  # what was heard is compared without its days

FORM_HEADER = (
    N_("What was said? One line each; a few words are enough. There: {people}."),
    "",
    N_("{name}: something that was said"),
    N_("{name} ~ something personal: a trip, a restaurant, a book"),
    N_("{name} ? a question that was asked"),
    N_("{name} ! something that was promised, and for when"),
    N_("me ! something that I promised"),
    N_("* why I want to be there"),
    "",
    N_("These lines with # are not kept. Save and close when you are done."),
)
"""The lines over the form: gettext ids. `{people}`: the panel; `{name}`: how one of them is called in it."""


def write_notes(details: Sequence[Heard | Detail], panel: Sequence[Person], words: NotesWords) -> str:
    """One line a detail, in the order given; each the shortest that reads back as that detail."""
    speakers = Speakers(panel, words.titles, words.not_names)
    lines = (_line(_as_heard(detail), speakers, words) for detail in details)
    return "".join(f"{line}\n" for line in lines if line)


def write_form(notes: str, header: Sequence[str]) -> str:
    """What the editor opens: the header as comments, then the notes as they stand."""
    comments = "".join(f"{_commented(line)}\n" for text in header for line in (text.splitlines() or [""]))
    return f"{comments}\n{notes}"


def read_form(text: str, header: Sequence[str], panel: Sequence[Person], words: NotesWords, today: date) -> Reading:
    """The details in a form that came back. Only the header's own lines are dropped: what else begins with # was
    typed.
    """
    comments = {_commented(line).rstrip() for told in header for line in (told.splitlines() or [""])}
    kept = ("" if line.rstrip() in comments else line for line in text.removeprefix("\ufeff").splitlines())
    return read_notes("\n".join(kept), panel, words, today)


def _commented(line: str) -> str:
    return f"# {line}".rstrip()


def _as_heard(detail: Heard | Detail) -> Heard:
    return Heard(detail.person, detail.kind, detail.by, " ".join(detail.text.split()))


def _line(heard: Heard, speakers: Speakers, words: NotesWords) -> str:
    spellings = list(_spellings(heard, speakers, words))
    for line in spellings:
        read = read_notes(line, speakers.panel, words, _A_DAY).details
        if len(read) == 1 and read[0].key == heard.key:
            return line
    return spellings[-1] if spellings else ""


def _spellings(heard: Heard, speakers: Speakers, words: NotesWords) -> Iterator[str]:
    """Ways to write it, the plainest first."""
    sign, text = _SIGNS[heard.kind], heard.text
    who = _called(heard.person, speakers)
    if heard.by is By.ME:
        who = f"{words.me_first} @{who}" if who else words.me_first
    if heard.kind is DetailKind.INSIGHT:
        yield f"{who}: {text}" if who else text
    yield f"{who} {sign} {text}".strip()
    if not who:
        yield f"@ {sign} {text}"


def _called(person: str | None, speakers: Speakers) -> str:
    """The shortest name that means this person alone; empty for nobody and for who is not on the panel."""
    for someone in speakers.panel:
        if someone.id == person:
            names = (someone.given, someone.family, someone.name, *someone.emails)
            return next((name for name in names if name and speakers.meant_by(name) == (someone,)), someone.id)
    return ""
