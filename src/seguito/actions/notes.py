"""Looking at a note: how the looks read it, where it stands, and everything that was ever written in it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from seguito.actions.reading import Read, read
from seguito.core.nouns import Note, NoteState, Who
from seguito.core.outbox import Delivery
from seguito.core.revisions import Revision
from seguito.records.reads.accounts import account
from seguito.records.reads.deliveries import deliveries_of
from seguito.records.reads.notes import Approved, note, revisions, standing_approval


@dataclass(frozen=True, slots=True)
class OpenNote:
    """`approved`: the standing yes to these words. `has_drafts`: there is a mailbox whose Drafts could take it.
    `by_file`: no account is set up, so that sending it makes a file.
    """

    read: Read
    approved: Approved | None
    deliveries: tuple[Delivery, ...]
    has_drafts: bool
    by_file: bool

    @property
    def note(self) -> Note:
        return self.read.note


def open_note(who: Who, wanted: str, home: Path, now: datetime) -> OpenNote:
    """Everything that writing it needs. Nothing is kept."""
    found = read(who, wanted, None, home, now)
    approved = found.note.state is NoteState.APPROVED
    sender = account(who) if approved else None
    deliveries = deliveries_of(who, found.note.id)
    return OpenNote(
        read=found,
        approved=standing_approval(who, found.note.id, found.note.revision) if approved else None,
        deliveries=deliveries,
        has_drafts=bool(sender and sender.imap_url and sender.user),
        by_file=approved and sender is None and not deliveries,
    )


def the_note(who: Who, wanted: str) -> Note:
    return note(who, wanted)


def revisions_of(who: Who, wanted: str) -> tuple[Revision, ...]:
    """Everything that was ever written in it, the latest first."""
    return tuple(Revision(*one) for one in reversed(revisions(who, note(who, wanted).id)))
