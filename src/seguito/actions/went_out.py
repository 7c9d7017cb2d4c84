"""What a note's going out changes beside its delivery: the note itself, the contact with its reader, the follow-up."""

from collections.abc import Iterable
from datetime import datetime

from seguito.actions.plan import replan
from seguito.core.nouns import Purpose, Who
from seguito.core.outbox import Delivery
from seguito.core.planning.follow_up import Kind, key_of
from seguito.records.reads.deliveries import Written, what_it_is_for
from seguito.records.reads.follow_ups import planned_for
from seguito.records.writes.follow_ups import mark_done, mark_undone
from seguito.records.writes.notes import mark_sent

_KINDS = {
    Purpose.NUDGE: Kind.NUDGE,
    Purpose.GRACIOUS_NO: Kind.GRACIOUS_NO,
    Purpose.CHECK_IN: Kind.CHECK_IN,
    Purpose.ANSWER: Kind.NOTE,  # to an offer; a thank-you note belongs to its interview instead
}


def note_went(who: Who, note_id: str, written: Written, now: datetime) -> None:
    """It went out for sure."""
    mark_sent(who, note_id, now)
    note_perhaps_went(who, written, now)


def note_perhaps_went(who: Who, written: Written, now: datetime) -> None:
    """Nobody is told to write a note that may have arrived already."""
    key = _key(who, written, settled="")
    if key:
        mark_done(who, key, now)


def note_did_not_go(who: Who, written: Written) -> None:
    """What was taken for sent was not."""
    key = _key(who, written, settled="done")
    if key:
        mark_undone(who, key)


def plan_on(who: Who, deliveries: Iterable[Delivery], now: datetime) -> None:
    """Plan the interviews again that these notes belong to: what is asked next counts from when a note went."""
    interviews = {what_it_is_for(who, one.note).interview for one in deliveries}
    for interview in sorted(filter(None, interviews)):
        replan(who, interview, now)


def _key(who: Who, written: Written, settled: str) -> str:
    """The follow-up that this note is, among those that stand so; empty where it is none."""
    if not written.interview:
        return ""
    if written.purpose is Purpose.THANKS:
        return key_of(Kind.NOTE, written.interview, written.person)
    for planned in planned_for(who, [written.interview]):
        follow_up = planned.follow_up
        about_them = not follow_up.people or written.person in follow_up.people
        answers = written.purpose is Purpose.ANSWER
        if follow_up.interview and answers:
            continue
        if follow_up.kind is _KINDS.get(written.purpose) and planned.settled == settled and about_them:
            return follow_up.key
    return ""
