"""The author's yes: what it is a yes to is frozen in the same transaction (never without a yes, never other words)."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from seguito.actions.check_note import Checked, check_note
from seguito.actions.plan import replan_note
from seguito.channels import about
from seguito.channels.email.compose import message_id, outgoing
from seguito.core.nouns import Note, NoteState, Person, Who
from seguito.errors import N_, Problem
from seguito.records.database import atomic
from seguito.records.reads.accounts import sender_of
from seguito.records.reads.notes import approval, note
from seguito.records.reads.people import me
from seguito.records.writes.notes import Frozen, keep_approval


class HeldBack(Problem):
    id = "note-held-back"
    exit_code = 1
    happened = N_("The looks hold the note to {person} back: {findings}.")
    safe = N_("Nothing was approved; the words are kept.")
    next_step = N_("Mend them (`seguito edit {note}`), answer them (`seguito check {note}`), or approve --because “…”.")


class NoAddress(Problem):
    id = "no-address"
    happened = N_("No e-mail address of {person} is known.")
    safe = N_("Nothing was approved; the words are kept.")
    next_step = N_("Tell it: seguito set person {id} email=…; or write a card instead.")


class NobodyWrites(Problem):
    id = "nobody-writes"
    happened = N_("Nobody has said yet who the note is from.")
    safe = N_("Nothing was approved; the words are kept.")
    next_step = N_('Say it once: seguito me name="…" email=…, then approve again.')


@dataclass(frozen=True, slots=True)
class Yes:
    note: Note
    checked: Checked


def approve(who: Who, wanted: str, because: str, home: Path, now: datetime, chance: str) -> Yes:
    """The author's yes to the note as it stands. `chance`: letters and digits that nobody had before.

    The looks run once more over these words; an open finding is passed over only with a reason, which is kept.
    Saying yes twice to the same words is one yes. Raises HeldBack, NoAddress, NobodyWrites, and what a mail's header
    cannot hold.
    """
    checked = check_note(who, wanted, home, now)
    held = checked.note
    if approval(who, held.id) or held.state is NoteState.SENT:
        return Yes(held, checked)
    if not checked.ready and not because.strip():
        quotes = [f.quote or f.rule for result in checked.looks for f in result.open_findings]
        raise HeldBack(person=held.to.called, note=held.id, findings=tuple(dict.fromkeys(quotes)))
    with atomic():
        keep_approval(who, held.id, _frozen(who, held, because.strip(), chance), now)
        replan_note(who, held, now)
        return Yes(note(who, held.id), checked)


def _frozen(who: Who, held: Note, because: str, chance: str) -> Frozen:
    if about(held.channel).by_hand:
        return Frozen(sender="", recipients=(), message_id=message_id(chance, ""), because=because)
    if not held.to.email:
        raise NoAddress(person=held.to.called, id=held.to.id)
    sender = sender_of(who) or _own_address(me(who))
    recipient = f"{held.to.name} <{held.to.email}>"
    # Everything that could not be mailed is said now, and not by a server after the yes.
    outgoing(sender, [recipient], held.subject, held.text, identifier := message_id(chance, sender))
    return Frozen(sender=sender, recipients=(recipient,), message_id=identifier, because=because)


def _own_address(author: Person | None) -> str:
    if author is None or not author.email:
        raise NobodyWrites
    return f"{author.name} <{author.email}>" if author.name else author.email
