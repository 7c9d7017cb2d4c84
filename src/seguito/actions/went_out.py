"""What a note's going out changes beside its delivery: the note itself, the contact with its reader, the follow-up."""

from collections.abc import Iterable
from datetime import datetime

from seguito.actions.plan import replan
from seguito.core.nouns import Note, Purpose, Who
from seguito.core.outbox import Delivery
from seguito.core.planning.follow_up import Kind, key_of
from seguito.records.reads.follow_ups import planned_for
from seguito.records.reads.notes import note
from seguito.records.writes.follow_ups import mark_done, mark_undone
from seguito.records.writes.notes import mark_sent

_KINDS = {
    Purpose.NUDGE: Kind.NUDGE,
    Purpose.GRACIOUS_NO: Kind.GRACIOUS_NO,
    Purpose.CHECK_IN: Kind.CHECK_IN,
}


def note_went(who: Who, delivery: Delivery, now: datetime) -> None:
    """It went out for sure."""
    mark_sent(who, delivery.note, now)
    note_perhaps_went(who, delivery, now)


def note_perhaps_went(who: Who, delivery: Delivery, now: datetime) -> None:
    """Nobody is told to write a note that may have arrived already."""
    key = _key(who, note(who, delivery.note), settled="")
    if key:
        mark_done(who, key, now)


def note_did_not_go(who: Who, delivery: Delivery) -> None:
    """What was taken for sent was not."""
    key = _key(who, note(who, delivery.note), settled="done")
    if key:
        mark_undone(who, key)


def plan_on(who: Who, deliveries: Iterable[Delivery], now: datetime) -> None:
    """Plan the interviews again that these notes belong to: what is asked next counts from when a note went."""
    interviews = {note(who, one.note).interview for one in deliveries}
    for interview in sorted(filter(None, interviews)):
        replan(who, interview, now)


def _key(who: Who, written: Note, settled: str) -> str:
    """The follow-up that this note is, among those that stand so; empty where it is none."""
    if not written.interview:
        return ""
    if written.purpose is Purpose.THANKS:
        return key_of(Kind.NOTE, written.interview, written.to.id)
    for planned in planned_for(who, [written.interview]):
        follow_up = planned.follow_up
        about_them = not follow_up.people or written.to.id in follow_up.people
        if follow_up.kind is _KINDS.get(written.purpose) and planned.settled == settled and about_them:
            return follow_up.key
    return ""
