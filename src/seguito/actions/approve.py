"""The author's yes: what it is a yes to is frozen in the same transaction (never without a yes, never other words)."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from seguito.actions.check_note import Checked, check_note
from seguito.actions.plan import replan_note
from seguito.channels import about
from seguito.channels.email.compose import message_id, outgoing
from seguito.core.nouns import Note, NoteState, Person, Who
from seguito.core.outbox import IN_FLIGHT, PERHAPS_SENT
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.accounts import sender_of
from seguito.records.reads.deliveries import deliveries_of
from seguito.records.reads.notes import Approved, approval, note
from seguito.records.reads.people import me
from seguito.records.writes.notes import Frozen, keep_approval, withdraw_approval


class HeldBack(Problem):
    id = "note-held-back"
    exit_code = 1
    happened = N_("The looks hold the note to {person} back: {findings}.")
    safe = N_("Nothing was approved; the words are kept.")
    next_step = N_("Mend them (`seguito edit {note}`), answer them (`seguito check {note}`), or approve --because “…”.")
    on_page = N_("Mend them, keep them with a reason, or approve anyway and say why.")


class NoAddress(Problem):
    id = "no-address"
    happened = N_("No e-mail address of {person} is known.")
    safe = N_("Nothing was approved; the words are kept.")
    next_step = N_("Tell it: seguito set person {id} email=…; or write a card instead.")
    on_page = N_("Write it on their page; or begin a card instead.")


class NobodyWrites(Problem):
    id = "nobody-writes"
    happened = N_("Nobody has said yet who the note is from.")
    safe = N_("Nothing was approved; the words are kept.")
    next_step = N_('Say it once: seguito me name="…" email=…, then approve again.')
    on_page = N_("Say it once in the settings, under About me; then approve again.")


@dataclass(frozen=True, slots=True)
class Yes:
    note: Note
    checked: Checked


def approve(who: Who, wanted: str, because: str, home: Path, now: datetime, chance: str) -> Yes:
    """The author's yes to the note as it stands. `chance`: letters and digits that nobody had before.

    The looks run once more over these words; an open finding is passed over only with a reason, which is kept.
    Saying yes twice to the same words is one yes. Where their reader's address was corrected since, and nothing has
    gone or perhaps gone, it is a new one, to the new address. Raises HeldBack, NoAddress, NobodyWrites, and what a
    mail's header cannot hold.
    """
    checked = check_note(who, wanted, home, now)
    held = checked.note
    standing = approval(who, held.id)
    if held.state is NoteState.SENT or (standing and not _goes_elsewhere(who, held, standing)):
        return Yes(held, checked)
    because = because.strip() or (standing.because if standing else "")
    if not checked.ready and not because:
        quotes = [f.quote or f.rule for result in checked.looks for f in result.open_findings]
        raise HeldBack(person=held.to.called, note=held.id, findings=tuple(dict.fromkeys(quotes)))
    with atomic():
        frozen = _frozen(who, held, because, chance)
        if standing:
            withdraw_approval(who, held.id, now)
        keep_approval(who, held.id, frozen, now)
        replan_note(who, held, now)
        return Yes(note(who, held.id), checked)


def _goes_elsewhere(who: Who, held: Note, standing: Approved) -> bool:
    """Whether the yes is to another address than the reader's own, and no message has left for that one."""
    if about(held.channel).by_hand or standing.recipients == (_recipient(held.to),):
        return False
    return all(one.state not in PERHAPS_SENT | IN_FLIGHT for one in deliveries_of(who, held.id))


def _frozen(who: Who, held: Note, because: str, chance: str) -> Frozen:
    if about(held.channel).by_hand:
        return Frozen(sender="", recipients=(), message_id=message_id(chance, ""), because=because)
    if not held.to.email:
        raise NoAddress(person=held.to.called, id=held.to.id)
    sender = sender_of(who) or _own_address(me(who))
    recipient = _recipient(held.to)
    # Everything that could not be mailed is said now, and not by a server after the yes.
    outgoing(sender, [recipient], held.subject, held.text, identifier := message_id(chance, sender))
    return Frozen(sender=sender, recipients=(recipient,), message_id=identifier, because=because)


def _recipient(person: Person) -> str:
    return f"{person.name} <{person.email}>"


def _own_address(author: Person | None) -> str:
    if author is None or not author.email:
        raise NobodyWrites
    return f"{author.name} <{author.email}>" if author.name else author.email
