"""One detail of a debrief, mended or taken out."""

from datetime import datetime

from seguito.actions.plan import replan
from seguito.core.debrief.changes import Changes, mended
from seguito.core.debrief.reading import Heard, read_notes
from seguito.core.nouns import Detail, Who
from seguito.errors import N_, Problem
from seguito.languages.notes_words import notes_words
from seguito.records.database import atomic
from seguito.records.reads.interviews import details, interview
from seguito.records.reads.problems import NoSuchDetail
from seguito.records.writes.details import change_details


class OneLineOnly(Problem):
    id = "one-line-only"
    happened = N_("A detail is one line, and this is none, or several.")
    safe = N_("What was kept before is unchanged.")
    next_step = N_("Write one line; a second thing that was said gets a line of its own.")


def change_detail(who: Who, wanted: str, detail: str, line: str, language: str, now: datetime) -> None:
    """Put one line in the place of a detail; notes keep what they know of it. Raises OneLineOnly, NoSuchDetail."""
    talk = interview(who, wanted)
    known = details(who, talk.id)
    before = _the(known, detail)
    heard = read_notes(line, talk.panel, notes_words(talk.language or language), talk.starts_at.date()).details
    if len(heard) != 1:
        raise OneLineOnly
    after = mended(before, heard[0])
    order = [_heard(after if one.id == before.id else one) for one in known]
    with atomic():
        change_details(who, talk.id, Changes(known, (after,), (), ()), order, now)
        replan(who, talk.id, now)


def forget_detail(who: Who, wanted: str, detail: str, now: datetime) -> None:
    """Take a detail out. Raises NoSuchDetail."""
    talk = interview(who, wanted)
    known = details(who, talk.id)
    gone = _the(known, detail)
    kept = tuple(one for one in known if one.id != gone.id)
    with atomic():
        change_details(who, talk.id, Changes(kept, (), (), (gone,)), list(map(_heard, kept)), now)
        replan(who, talk.id, now)


def _the(known: tuple[Detail, ...], wanted: str) -> Detail:
    for one in known:
        if one.id == wanted:
            return one
    raise NoSuchDetail(wanted=wanted)


def _heard(detail: Detail) -> Heard:
    return Heard(detail.person, detail.kind, detail.by, detail.text, detail.due_on)
