"""Notes, as values, with whatever was said of them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Prefetch, Q, QuerySet

from seguito.core.folding import folded
from seguito.core.looks.finding import Finding, Look, LookResult, Severity
from seguito.core.nouns import Note, NoteState, Purpose, Who
from seguito.records import models
from seguito.records.reads.one import the_one
from seguito.records.reads.people import person_value
from seguito.records.reads.problems import NoSuchNote


@dataclass(frozen=True, slots=True)
class Approved:
    """A standing yes, and everything that it is a yes to."""

    id: str
    note: str
    revision: int
    subject: str
    text: str
    sender: str
    recipients: tuple[str, ...]
    message_id: str
    in_reply_to: str
    references: tuple[str, ...]
    because: str
    approved_at: datetime


def note_value(row: models.Note) -> Note:
    current = row.current
    if current is None:
        raise LookupError(f"note {row.short} has no words")
    given = list(row.note_details.all())
    return Note(
        id=row.short,
        to=person_value(row.to),
        interview=row.interview.short if row.interview else None,
        application=row.application.short if row.application else None,
        channel=row.channel,
        language=row.language,
        purpose=Purpose(row.purpose),
        state=NoteState(row.state),
        revision=current.number,
        subject=current.subject,
        text=current.text,
        touched=current.touched,
        details=tuple(one.detail.short for one in given if one.assigned),
        used=frozenset(one.detail.short for one in given if one.used),
    )


def note_rows(who: Who) -> QuerySet[models.Note]:
    details = Prefetch("note_details", models.NoteDetail.objects.of(who).select_related("detail").order_by("id"))
    return (
        models.Note.objects.of(who)
        .select_related("interview", "application", "current", "to__organisation")
        .prefetch_related(details, "to__emails")
    )


def note_row(who: Who, wanted: str) -> models.Note:
    """Which note `wanted` means: an id, its beginning, or its reader's name, with its channel where they have two."""
    name, _, channel = wanted.strip().rpartition(" ")
    named = _to(wanted) | (_to(name) & Q(channel=channel.lower()) if name else Q(pk__in=()))
    return the_one(note_rows(who), wanted, named, NoSuchNote, _shown)


def _to(reader: str) -> Q:
    name = folded(reader)
    return Q(to__folded=name) | Q(to__folded__startswith=name + " ") | Q(to__folded__endswith=" " + name)


def _shown(row: models.Note) -> str:
    """With what tells the notes to one person apart."""
    house = row.application.organisation.name if row.application else ""
    return ", ".join(filter(None, (person_value(row.to).called, house, row.channel, row.purpose)))


def note(who: Who, wanted: str) -> Note:
    return note_value(note_row(who, wanted))


def note_among_panel(who: Who, wanted: str) -> tuple[Note, tuple[Note, ...]]:
    """A note and every note of its interview, itself among them; alone where it belongs to none."""
    placed = models.Note.objects.of(who).filter(short=wanted.strip().lower()).values_list("interview__short", flat=True)
    panel = notes_of_interview(who, place) if (place := placed.first()) else ()
    found = next((one for one in panel if one.id == wanted.strip().lower()), None) or note(who, wanted)
    if not panel and found.interview:
        panel = notes_of_interview(who, found.interview)
    return found, panel


def notes_of_interview(who: Who, interview_id: str) -> tuple[Note, ...]:
    """In the panel's order, then as they were made."""
    rows = note_rows(who).filter(interview__short=interview_id)
    return tuple(note_value(row) for row in rows.order_by("id"))


def all_notes(who: Who) -> tuple[Note, ...]:
    return tuple(note_value(row) for row in note_rows(who).order_by("id"))


def revisions(who: Who, note_id: str) -> tuple[tuple[int, datetime, str, str], ...]:
    """Number, time, subject and words of every revision, the first one first."""
    rows = models.Revision.objects.of(who).filter(note__short=note_id).order_by("number")
    return tuple((row.number, row.made_at, row.subject, row.text) for row in rows)


def looks(who: Who, note_id: str) -> tuple[LookResult, ...]:
    """What the looks said of the note's current revision, with the findings that were answered."""
    row = note_row(who, note_id)
    rows = models.LookResult.objects.of(who).filter(revision=row.current)
    answered = frozenset(row.answers.values_list("finding", flat=True))
    found = {Look(one.look): one.findings for one in rows}
    return tuple(
        LookResult(look=look, findings=tuple(map(_finding, found[look])), answered=answered)
        for look in Look
        if look in found
    )


def recorded_looks(who: Who, note_id: str, revision: int) -> tuple[LookResult, ...]:
    """What the looks said of that revision; who answered what is not among it."""
    rows = models.LookResult.objects.of(who).filter(revision__note__short=note_id, revision__number=revision)
    found = {Look(one.look): one.findings for one in rows}
    return tuple(LookResult(look, tuple(map(_finding, found[look]))) for look in Look if look in found)


def answers(who: Who, note_id: str) -> dict[str, str]:
    """The author's answers: finding's id → why it stays."""
    rows = models.FindingAnswer.objects.of(who).filter(note__short=note_id)
    return dict(rows.values_list("finding", "because"))


def approval(who: Who, note_id: str) -> Approved | None:
    """The standing yes to the note's current revision."""
    row = note_row(who, note_id)
    approval_row = models.Approval.objects.of(who).filter(revision=row.current, withdrawn_at=None).first()
    return approved_value(approval_row, row.short) if approval_row else None


def standing_approval(who: Who, note_id: str, revision: int) -> Approved | None:
    """The standing yes to that revision of a note."""
    rows = models.Approval.objects.of(who).select_related("revision")
    row = rows.filter(revision__note__short=note_id, revision__number=revision, withdrawn_at=None).first()
    return approved_value(row, note_id) if row else None


def approved_value(row: models.Approval, note_id: str) -> Approved:
    return Approved(
        id=row.short,
        note=note_id,
        revision=row.revision.number,
        subject=row.subject,
        text=row.text,
        sender=row.sender,
        recipients=tuple(row.recipients),
        message_id=row.message_id,
        in_reply_to=row.in_reply_to,
        references=tuple(row.references),
        because=row.because,
        approved_at=row.approved_at,
    )


def earlier_notes(who: Who, but_of_interview: str, limit: int = 50) -> tuple[str, ...]:
    """The words of one's latest notes to other panels: what is in all of them is nobody's in particular."""
    rows = (
        models.Note.objects.of(who)
        .filter(current__touched=True)
        .exclude(interview__short=but_of_interview)
        .select_related("current")
        .order_by("-id")[:limit]
    )
    return tuple(row.current.text for row in rows if row.current)


def _finding(kept: dict[str, object]) -> Finding:
    start, end = kept["start"], kept["end"]
    says, suggestions = kept["says"], kept["suggestions"]
    return Finding(
        rule=str(kept["rule"]),
        severity=Severity(str(kept["severity"])),
        start=start if isinstance(start, int) else None,
        end=end if isinstance(end, int) else None,
        quote=str(kept["quote"]),
        says=says if isinstance(says, dict) else {},
        suggestions=tuple(suggestions) if isinstance(suggestions, list) else (),
        id=str(kept["id"]),
    )


def passed_notes(who: Who, interview_id: str) -> frozenset[str]:
    """Notes of an interview whose current revision has passed all its looks."""
    rows = models.Note.objects.of(who).filter(interview__short=interview_id, current__looks__passed=True)
    counted = rows.annotate(passed=Count("current__looks")).filter(passed=len(Look))
    return frozenset(counted.values_list("short", flat=True))


def notes_with_looks(who: Who, interview_id: str) -> tuple[tuple[Note, int], ...]:
    """An interview's notes as they were made, each with how many looks its words have passed as they stand."""
    passed = Count("current__looks", filter=Q(current__looks__passed=True))
    rows = note_rows(who).filter(interview__short=interview_id).annotate(passed=passed).order_by("id")
    return tuple((note_value(row), row.passed) for row in rows)
