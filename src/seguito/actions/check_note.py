"""The three looks over a note of the records, and the author's answers to them (T4.1)."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from seguito.actions.languagetool import languagetool
from seguito.actions.looks import three_looks
from seguito.actions.news import looks_with_news
from seguito.actions.note_context import context_of
from seguito.actions.own_words import own_words
from seguito.actions.plan import replan_note
from seguito.core.looks.finding import LookResult
from seguito.core.looks.ready import ready
from seguito.core.nouns import Note, Who
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.notes import answers, looks, note
from seguito.records.writes.notes import keep_answer, mark_used, record_looks


class NoReason(Problem):
    id = "no-reason"
    happened = N_("A finding is answered with a reason, and there is none.")
    safe = N_("The note and its findings are as they were.")
    next_step = N_('Say why the words stay: --answer {finding} --because "…".')


class NoSuchFinding(Problem):
    id = "no-such-finding"
    happened = N_("The looks found nothing that is called “{finding}” in this note as it stands.")
    safe = N_("The note and its findings are as they were.")
    next_step = N_("`seguito check {note}` shows what they find, with its ids.")
    on_page = N_("What they find is listed beside the note.")


@dataclass(frozen=True, slots=True)
class Checked:
    note: Note
    looks: tuple[LookResult, ...]

    @property
    def ready(self) -> bool:
        return ready(self.looks)


def check_note(who: Who, wanted: str, home: Path, now: datetime) -> Checked:
    """Read the note three times and record what the looks said of this revision."""
    found = note(who, wanted)
    answered = frozenset(answers(who, found.id))
    looked = three_looks(found.text, found.language, context_of(who, found, now), own_words(home), languagetool(home))
    looked = looks_with_news(who, found, found.text, looked)
    results = [LookResult(one.look, one.findings, answered) for one in looked]
    with atomic():
        record_looks(who, found.id, found.revision, results, now)
        replan_note(who, found, now)
        return Checked(found, looks(who, found.id))


def answer_finding(who: Who, wanted: str, finding: str, because: str, home: Path, now: datetime) -> Checked:
    """Keep the author's answer to a finding of the note as it stands, and read it again."""
    checked = check_note(who, wanted, home, now)
    if not because.strip():
        raise NoReason(finding=finding)
    if finding not in {one.id for result in checked.looks for one in result.findings}:
        raise NoSuchFinding(finding=finding, note=checked.note.id)
    with atomic():
        keep_answer(who, checked.note.id, finding, because.strip(), now)
    return check_note(who, checked.note.id, home, now)


def use_detail(who: Who, wanted: str, detail: str, home: Path, now: datetime) -> Checked:
    """The author says that the note draws on that detail; it is read again with it."""
    with atomic():
        mark_used(who, wanted, detail)
    return check_note(who, wanted, home, now)


def answered(who: Who, note_id: str) -> dict[str, str]:
    """The author's answers: finding's id → why it stays."""
    return answers(who, note_id)
