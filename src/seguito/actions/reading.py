"""Reading a note while it is being written: the three looks over words that nobody has kept yet."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from seguito.actions.languagetool import languagetool
from seguito.actions.looks import three_looks
from seguito.actions.news import looks_with_news
from seguito.actions.note_context import Around, around, beside_the_letter, context_in
from seguito.actions.own_words import own_words
from seguito.core.looks.context import Context
from seguito.core.looks.finding import LookResult
from seguito.core.looks.substance.beside import Beside, beside_the_others, drawn_on
from seguito.core.nouns import Note, NoteState, Who
from seguito.core.words import note_words
from seguito.languages.substance import substance_words
from seguito.records.reads.notes import answers, note_among_panel, recorded_looks


@dataclass(frozen=True, slots=True)
class Read:
    """What the looks say of `text`, with line ends as a note has them.

    `because`: finding's id → why it stays. `drawn_on`: ids of the details that the words recall. `beside`: passages
    that another note of the panel has as well.
    """

    note: Note
    around: Around
    text: str
    looks: tuple[LookResult, ...]
    because: Mapping[str, str]
    drawn_on: frozenset[str]
    beside: tuple[Beside, ...]


def read(who: Who, wanted: str, text: str | None, home: Path, now: datetime) -> Read:
    """Look at `text` as if it stood in the note (None: at what stands there). Nothing is kept.

    What has its author's yes is told with what the looks said when it was given.
    """
    found, panel = note_among_panel(who, wanted)
    if text is None and found.state is not NoteState.DRAFT:
        return _as_recorded(who, found, panel, now)
    here = around(who, found, panel)
    words = found.text if text is None else note_words(text)
    context = context_in(here, found, now)
    because = answers(who, found.id)
    results = three_looks(words, found.language, context, own_words(home), languagetool(home))
    results = looks_with_news(who, found, words, results)
    return _read(found, here, words, results, because, context)


def _as_recorded(who: Who, found: Note, panel: tuple[Note, ...], now: datetime) -> Read:
    here = beside_the_letter(who, found, panel)
    recorded = recorded_looks(who, found.id, found.revision)
    return _read(found, here, found.text, recorded, answers(who, found.id), context_in(here, found, now))


def _read(
    found: Note,
    here: Around,
    words: str,
    results: tuple[LookResult, ...],
    because: Mapping[str, str],
    context: Context,
) -> Read:
    known = substance_words(found.language)
    return Read(
        note=found,
        around=here,
        text=words,
        looks=tuple(LookResult(one.look, one.findings, frozenset(because)) for one in results),
        because=because,
        drawn_on=drawn_on(words, context, known),
        beside=beside_the_others(words, context, known),
    )
