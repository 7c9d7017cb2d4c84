"""Notes, kept: words are added, never overwritten; a yes holds what it was a yes to."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.db.models import Max

from seguito.core.looks.finding import LookResult
from seguito.core.nouns import RECURRING, Note, NoteState, Who
from seguito.records import models
from seguito.records.reads.notes import Approved, approved_value, note_row, note_rows, note_value
from seguito.records.reads.people import person_row
from seguito.records.reads.problems import NoSuchDetail


@dataclass(frozen=True, slots=True)
class Laid:
    """A sheet as it was laid out, before it is kept."""

    to: str
    channel: str
    language: str
    purpose: str
    subject: str
    text: str
    details: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Frozen:
    """What a yes is a yes to."""

    sender: str
    recipients: tuple[str, ...]
    message_id: str
    in_reply_to: str = ""
    references: tuple[str, ...] = ()
    because: str = ""


def keep_sheet(who: Who, interview_id: str, laid: Laid, now: datetime) -> Note:
    """Keep a sheet. A note that its author has written in is left as it is; an untouched one is laid out anew."""
    interview = models.Interview.objects.of(who).select_related("application").get(short=interview_id)
    rows = note_rows(who).filter(interview=interview, to__short=laid.to, channel=laid.channel, purpose=laid.purpose)
    if laid.purpose in RECURRING:
        rows = rows.exclude(state=NoteState.SENT)
    row = rows.order_by("-id").first()
    if row is not None and row.current is not None and row.current.touched:
        return note_value(row)
    if row is None:
        row = models.Note(
            workspace_id=who.workspace,
            to=person_row(who, laid.to),
            interview=interview,
            application=interview.application,
            channel=laid.channel,
            purpose=laid.purpose,
            state=NoteState.DRAFT,
        )
    row.language = laid.language
    row.save()
    if row.current is None or (row.current.subject, row.current.text) != (laid.subject, laid.text):
        _add_revision(who, row, laid.subject, laid.text, touched=False, now=now)
    _assign(who, row, laid.details)
    return note_value(note_rows(who).get(id=row.id))


def revise(who: Who, wanted: str, subject: str, text: str, now: datetime) -> Note:
    """Add what the author wrote as a new revision. A standing yes to other words is withdrawn."""
    row = note_row(who, wanted)
    current = row.current
    if current is None or (current.subject, current.text, current.touched) != (subject, text, True):
        withdraw_approval(who, row.short, now)
        row.state = NoteState.DRAFT
        _add_revision(who, row, subject, text, touched=True, now=now)
    return note_value(note_rows(who).get(id=row.id))


def record_looks(who: Who, note_id: str, revision: int, results: Iterable[LookResult], now: datetime) -> None:
    """What the looks said of that revision, in place of what they said before."""
    row = models.Revision.objects.of(who).get(note__short=note_id, number=revision)
    for result in results:
        findings = [
            {**asdict(finding), "severity": finding.severity.value, "says": dict(finding.says)}
            for finding in result.findings
        ]
        models.LookResult.objects.update_or_create(
            workspace_id=who.workspace,
            revision=row,
            look=result.look.value,
            defaults={"passed": result.passed, "findings": findings, "looked_at": now},
        )


def keep_answer(who: Who, note_id: str, finding: str, because: str, now: datetime) -> None:
    models.FindingAnswer.objects.update_or_create(
        workspace_id=who.workspace,
        note=note_row(who, note_id),
        finding=finding,
        defaults={"because": because, "answered_at": now},
    )


def mark_used(who: Who, note_id: str, detail: str) -> None:
    """The author says that the note draws on that detail."""
    note = note_row(who, note_id)
    found = list(models.Detail.objects.of(who).filter(short__startswith=detail.lower(), interview=note.interview)[:2])
    if len(found) != 1:
        raise NoSuchDetail(wanted=detail)
    models.NoteDetail.objects.update_or_create(
        workspace_id=who.workspace,
        note=note,
        detail=found[0],
        defaults={"used": True},
        create_defaults={"used": True, "assigned": False},
    )


def keep_approval(who: Who, note_id: str, frozen: Frozen, now: datetime) -> Approved:
    """The author's yes to the current revision, and in the same breath everything that it is a yes to.

    A second yes to the same words is the first one.
    """
    row = note_row(who, note_id)
    current = row.current
    if current is None:
        raise LookupError(note_id)
    standing = models.Approval.objects.of(who).filter(revision=current, withdrawn_at=None).first()
    if standing is None:
        standing = models.Approval.objects.create(
            workspace_id=who.workspace,
            revision=current,
            subject=current.subject,
            text=current.text,
            sender=frozen.sender,
            recipients=list(frozen.recipients),
            message_id=frozen.message_id,
            in_reply_to=frozen.in_reply_to,
            references=list(frozen.references),
            because=frozen.because,
            approved_at=now,
        )
    if row.state == NoteState.DRAFT:
        row.state = NoteState.APPROVED
        row.save()
    return approved_value(standing, row.short)


def withdraw_approval(who: Who, note_id: str, now: datetime) -> None:
    """The author's yes stands no more, because they said something else since."""
    standing = models.Approval.objects.of(who).filter(revision__note__short=note_id, withdrawn_at=None)
    standing.update(withdrawn_at=now)


def mark_sent(who: Who, note_id: str, now: datetime) -> None:
    """A channel has taken the note (or the person says that it arrived). Saying it twice is saying it once."""
    unsent = models.Note.objects.of(who).filter(short=note_id).exclude(state=NoteState.SENT)
    found = unsent.values_list("id", "to_id", "channel").first()
    if found and unsent.update(state=NoteState.SENT, sent_at=now):
        note, person, channel = found
        models.Contact.objects.create(
            workspace_id=who.workspace, person_id=person, at=now, direction="out", channel=channel, note_id=note
        )


def mark_returned(who: Who, note_id: str, now: datetime) -> None:
    """It did not arrive: the note is a draft again, and nobody was written to."""
    models.Note.objects.of(who).filter(short=note_id).update(state=NoteState.DRAFT, sent_at=None)
    models.Contact.objects.of(who).filter(note__short=note_id, direction="out").delete()
    withdraw_approval(who, note_id, now)


def _add_revision(who: Who, row: models.Note, subject: str, text: str, touched: bool, now: datetime) -> None:
    last = row.revisions.aggregate(last=Max("number"))["last"] or 0
    row.current = models.Revision.objects.create(
        workspace_id=who.workspace,
        note=row,
        number=last + 1,
        subject=subject,
        text=text,
        touched=touched,
        made_at=now,
    )
    row.save()


def _assign(who: Who, row: models.Note, details: Sequence[str]) -> None:
    """Keep the sheet's details in its order, the one that it opens with first: rows made later are read later."""
    given = row.note_details.order_by("id").values_list("detail__short", "assigned", "used")
    if [detail for detail, assigned, _ in given if assigned] == list(details):
        return
    used = {detail for detail, _, drawn_on in given if drawn_on}
    row.note_details.exclude(detail__short__in=used.difference(details)).delete()
    known = {detail.short: detail for detail in models.Detail.objects.of(who).filter(short__in=details)}
    for short in details:
        if short in known:
            models.NoteDetail.objects.create(
                workspace_id=who.workspace, note=row, detail=known[short], used=short in used
            )
