"""Noticing what comes back to the mailbox (T5.4): an answer ends a chase, a machine's does not, a report is told."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from seguito.actions.reply import plan_with
from seguito.actions.sending import Outside, login_of
from seguito.actions.went_out import note_did_not_go, plan_on
from seguito.channels.email.account import imap_server
from seguito.channels.email.imap import MailboxOutOfReach, mailbox
from seguito.channels.email.inbox.bodies import Unreadable, failures_of, is_invitation, words_of
from seguito.channels.email.inbox.reading import Place, Reading
from seguito.core.correspondence.letters import Letter, LetterKind, Noticed
from seguito.core.correspondence.matching import Match, SentMail, match, returned
from seguito.core.correspondence.refusals import why_returned
from seguito.core.nouns import Who
from seguito.core.reasons import Reason
from seguito.languages.quoting import own_words
from seguito.records.database import atomic
from seguito.records.reads import letters as kept
from seguito.records.reads.accounts import Account, account
from seguito.records.reads.deliveries import delivery, what_it_is_for
from seguito.records.writes.keeping import keep_contact
from seguito.records.writes.letters import keep_letter, keep_place, settle_letter
from seguito.records.writes.notes import mark_returned

LOOKS_BACK = timedelta(days=60)  # whoever has not answered a note by then is not waited for


@dataclass(frozen=True, slots=True)
class Noticing:
    """What is new, and why the mailbox could not be read to its end, if so."""

    letters: tuple[Noticed, ...] = ()
    trouble: Reason | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    """A letter that concerns a note, before it is kept."""

    letter: Letter
    match: Match
    text: str = ""
    why: Reason | None = None


def notice(who: Who, now: datetime, outside: Outside) -> Noticing:
    """Read what has come since the last time. It is kept batch by batch, so that a broken line loses none."""
    sender = account(who)
    sent = SentMail.of(kept.sent_since(who, now - LOOKS_BACK))
    if sender is None or not sender.imap_url or not sent.by_id:
        return Noticing()
    login = login_of(sender, outside)
    if login is None:
        return Noticing()
    new: list[Noticed] = []
    try:
        with mailbox(imap_server(sender.imap_url), login) as box:
            for noticed in _read(who, sender, box.reading, sent, now):
                new.extend(noticed)
    except MailboxOutOfReach as trouble:
        return Noticing(tuple(new), trouble.why)
    return Noticing(tuple(new))


def inbox(who: Who) -> tuple[Noticed, ...]:
    """Everything that came back, the latest first."""
    return kept.letters(who)


def place(who: Who, wanted: str, is_answer: bool, now: datetime) -> Noticed:
    """The author's word on a mail that may be an answer. Said twice it is said once; the last word counts."""
    letter = kept.letter(who, wanted)
    with atomic():
        settle_letter(who, letter.id, is_answer)
        if is_answer:
            _answered(who, letter.person.id, min(letter.at, now), letter.text, now)
    return replace(letter, settled=is_answer)


def _read(who: Who, sender: Account, reading: Reading, sent: SentMail, now: datetime) -> Iterator[list[Noticed]]:
    places = kept.read_folders(who, sender.id)
    since = (min(one.at for one in sent.by_id.values()) - timedelta(days=1)).date()
    for folder in reading.folders():
        known = Place(folder, *places[folder]) if folder in places else None
        for batch in reading.new(folder, known, since):
            found = [
                one for number, letter in batch.letters for one in _looked_at(reading, folder, number, letter, sent)
            ]
            with atomic():
                yield _keep(who, found, now)
                keep_place(who, sender.id, folder, batch.place.validity, batch.place.seen)


def _looked_at(reading: Reading, folder: str, number: int, letter: Letter, sent: SentMail) -> Iterator[_Found]:
    """A letter's words are fetched only when its head concerns a note. One that cannot be read keeps its head."""
    matched = match(letter, sent)
    if matched is None and not letter.is_report:
        return
    raw = reading.begins(folder, number)
    try:
        if letter.is_report:
            for failure, about in returned(failures_of(raw), sent):
                yield _Found(letter, about, why=why_returned(failure))
        elif matched and not (matched.kind is LetterKind.PERHAPS and is_invitation(raw)):
            yield _Found(letter, matched, own_words(words_of(raw)))
    except Unreadable:
        if matched:
            yield _Found(letter, matched)


def _keep(who: Who, found: list[_Found], now: datetime) -> list[Noticed]:
    new: list[Noticed] = []
    for one in found:
        key = keep_letter(who, one.letter, one.match.kind, one.match.sent, one.text, one.why)
        if key is None:
            continue
        _follow(who, one, now)
        new.append(kept.letter(who, key))
    return new


def _follow(who: Who, one: _Found, now: datetime) -> None:
    """What changes with it: an answer ends a chase; what did not arrive is due again."""
    sent = one.match.sent
    match one.match.kind:
        case LetterKind.ANSWER:
            _answered(who, sent.reader, min(one.letter.at, now), one.text, now)
        case LetterKind.RETURNED:
            mark_returned(who, sent.note, now)
            note_did_not_go(who, what_it_is_for(who, sent.note))
            plan_on(who, [delivery(who, sent.delivery)], now)


def _answered(who: Who, person: str, at: datetime, text: str, now: datetime) -> None:
    keep_contact(who, person, at, incoming=True, channel="email", text=text)
    plan_with(who, person, now)
