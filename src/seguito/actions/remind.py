"""Telling what is due, once: claimed, told, written down (T1.4).

A program that dies before a message may be out has told nothing: it is told by the next one. After that point, for
the width of one word on the line, nobody knows. The mailbox is asked; where it has no answer the reminder is told once
more, and then never again: one read twice costs a glance, one that never came may cost the note its day.
"""

import secrets as chance
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from seguito.actions.debrief_by_mail import debrief_link
from seguito.actions.reminders import ReminderSettings, Way, reminder_settings
from seguito.actions.sending import Outside, line_of, login_of
from seguito.channels.desktop import notify
from seguito.channels.email.account import imap_server
from seguito.channels.email.imap import MailboxOutOfReach, mailbox
from seguito.channels.email.to_oneself import marks_of, to_oneself
from seguito.core.nouns import Who
from seguito.core.outbox import Fenced, HandedOver, LoginRefused, Unanswered
from seguito.core.planning.follow_up import Kind
from seguito.core.reasons import Reason
from seguito.core.reminders.due import Ring, due_reminders
from seguito.errors import N_, Problem
from seguito.records.alone import only_one
from seguito.records.database import atomic
from seguito.records.reads.accounts import Account, account
from seguito.records.reads.follow_ups import Planned
from seguito.records.reads.reminders import Left, left_half_told, planned_under, still_ringing
from seguito.records.writes.accounts import pause
from seguito.records.writes.reminders import claim_reminders, give_back, keep_told, mark_reminders

_ON_ITS_WAY = timedelta(minutes=10)  # so long a mail to oneself may take before the mailbox is asked for it
_MOST_TRIES = 2
_A_DAY = timedelta(days=1)  # what closes at night rings on the evening before, and may not have opened yet


@dataclass(frozen=True, slots=True)
class Reminding:
    """`link`: opens a mail to oneself, to write a debrief from the phone."""

    ring: Ring
    planned: Planned
    link: str | None


@dataclass(frozen=True, slots=True)
class Words:
    """One message of all that is due at once. `brief`: as much as a notification has room for."""

    subject: str
    text: str
    brief: str


@dataclass(frozen=True, slots=True)
class Told:
    """What was told by one way. `trouble`: why it was not, or why nobody knows."""

    way: Way
    reminders: tuple[Reminding, ...]
    trouble: Reason | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """Where and when it is told, and in which words."""

    who: Who
    settings: ReminderSettings
    zone: tzinfo
    now: datetime
    outside: Outside
    speak: Callable[[Sequence[Reminding]], Words]


def remind(
    who: Who, zone: tzinfo, now: datetime, outside: Outside, speak: Callable[[Sequence[Reminding]], Words]
) -> tuple[Told, ...]:
    """Tell what is due, by each way that the person chose. `zone`: the reader's.

    Where another program is at it, nothing is told: it will.
    """
    telling = Telling(who, reminder_settings(who), zone, now, outside, speak)
    with only_one(outside.home, f"reminding-{who.workspace}") as alone:
        if not alone:
            return ()
        return tuple(_by(telling, way) for way in telling.settings.by if way is not Way.CALENDAR)


def _by(telling: Telling, way: Way) -> Told:
    sender = account(telling.who) if way is Way.MAIL else None
    try:
        for left in left_half_told(telling.who, way):
            _take_up(telling, left, sender)
        due = _due(telling, way)
        if not due:
            return Told(way, ())
        return _by_mail(telling, due, sender) if way is Way.MAIL else _on_the_desktop(telling, due)
    except Problem as problem:  # of the account: its password is gone, its settings name no server
        return Told(way, (), Reason("", problem.happened, problem.values))


def _due(telling: Telling, way: Way) -> tuple[Reminding, ...]:
    chases = still_ringing(telling.who, way, telling.now + _A_DAY)
    rings = due_reminders(chases, telling.settings.quiet, telling.zone, telling.now)
    if not rings:
        return ()
    planned = planned_under(telling.who, (ring.follow_up.key for ring in rings))
    found = ((ring, planned[ring.follow_up.key]) for ring in rings if ring.follow_up.key in planned)
    return tuple(Reminding(ring, one, _link(telling.who, one)) for ring, one in found)


def _link(who: Who, planned: Planned) -> str | None:
    """Half an hour after an interview one holds a phone (T1.3)."""
    follow_up = planned.follow_up
    return debrief_link(who, follow_up.interview) if follow_up.kind is Kind.DEBRIEF else None


def _claimed(telling: Telling, way: Way, due: Sequence[Reminding], claim: str) -> tuple[Reminding, ...]:
    with atomic():
        got = claim_reminders(telling.who, way, [one.ring for one in due], claim, telling.now)
    mine = {ring.follow_up.key for ring in got}
    return tuple(one for one in due if one.ring.follow_up.key in mine)


def _by_mail(telling: Telling, due: Sequence[Reminding], sender: Account | None) -> Told:
    if sender is None:
        return Told(Way.MAIL, (), Reason("", N_("no mail account is set up here")))
    if sender.paused_because is not None:
        return Told(Way.MAIL, (), sender.paused_because)
    who, claim = telling.who, chance.token_hex(16)
    with line_of(sender, telling.outside) as line:
        mine = _claimed(telling, Way.MAIL, due, claim)
        if not mine:
            return Told(Way.MAIL, ())
        words = telling.speak(mine)
        message, envelope = to_oneself(sender.sender, words.subject, words.text, claim, telling.now)
        outcome = line.hand_over(message, envelope, lambda: _mark(who, claim))
    match outcome:
        case HandedOver():
            _write_down(telling, claim)
            return Told(Way.MAIL, mine)
        case Unanswered(why):
            return Told(Way.MAIL, (), why)
        case Fenced():
            return Told(Way.MAIL, ())
    with atomic():
        give_back(who, claim)
        if isinstance(outcome, LoginRefused):
            pause(who, sender.id, outcome.why)
    return Told(Way.MAIL, (), outcome.why)


def _on_the_desktop(telling: Telling, due: Sequence[Reminding]) -> Told:
    claim = chance.token_hex(16)
    mine = _claimed(telling, Way.DESKTOP, due, claim)
    if not mine:
        return Told(Way.DESKTOP, ())
    words = telling.speak(mine)
    _mark(telling.who, claim)
    trouble = notify(words.subject, words.brief)
    if trouble is None:
        _write_down(telling, claim)
        return Told(Way.DESKTOP, mine)
    with atomic():
        give_back(telling.who, claim)
    return Told(Way.DESKTOP, (), trouble)


def _mark(who: Who, claim: str) -> bool:
    with atomic():
        return mark_reminders(who, claim)


def _write_down(telling: Telling, claim: str) -> None:
    with atomic():
        keep_told(telling.who, claim, telling.now)


def _take_up(telling: Telling, left: Left, sender: Account | None) -> None:
    """What a program that died had in hand. No other one is at it: the lock is ours."""
    if left.perhaps_out and timedelta(0) <= telling.now - left.claimed_at < _ON_ITS_WAY:
        return
    is_told = left.perhaps_out and (left.tries >= _MOST_TRIES or _has_come(telling, left, sender))
    with atomic():
        if is_told:
            keep_told(telling.who, left.claim, telling.now)
        else:
            give_back(telling.who, left.claim)


def _has_come(telling: Telling, left: Left, sender: Account | None) -> bool:
    """Only a hit is an answer; a mailbox out of reach is none."""
    if sender is None or not sender.imap_url:
        return False
    login = login_of(sender, telling.outside)
    if login is None:
        return False
    try:
        with mailbox(imap_server(sender.imap_url), login) as box:
            return box.has_come(marks_of(sender.sender, left.claim))
    except MailboxOutOfReach:
        return False
