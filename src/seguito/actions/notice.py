"""Noticing what comes back to the mailbox (T5.4): an answer ends a chase, a machine's does not, a report is told."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from seguito.actions.add import Added
from seguito.actions.debrief import Debriefed
from seguito.actions.debrief_by_mail import STILL_TAKEN, debrief_meant, own_addresses, take_in_debrief
from seguito.actions.offered import Came, take_in_events
from seguito.actions.reply import plan_with
from seguito.actions.sending import Outside, login_of, write_down
from seguito.actions.went_out import note_did_not_go, plan_on
from seguito.calendars.apart import mailed_events
from seguito.channels.email.account import imap_server
from seguito.channels.email.imap import MailboxOutOfReach, mailbox
from seguito.channels.email.inbox.bodies import Unreadable, failures_of, is_invitation, words_of
from seguito.channels.email.inbox.reading import Batch, Place, Reading
from seguito.core.correspondence.letters import Letter, LetterKind, Noticed
from seguito.core.correspondence.matching import Match, SentMail, match, returned
from seguito.core.correspondence.refusals import why_returned
from seguito.core.nouns import Who
from seguito.core.offers import Offered
from seguito.core.outbox import replied_to
from seguito.core.reasons import Reason
from seguito.languages.quoting import own_words
from seguito.records.database import atomic
from seguito.records.reads import letters as kept
from seguito.records.reads.accounts import Account, account
from seguito.records.reads.deliveries import delivery, what_it_is_for
from seguito.records.reads.interviews import interview, interviews_since
from seguito.records.writes.keeping import keep_contact
from seguito.records.writes.letters import keep_letter, keep_place, settle_letter
from seguito.records.writes.notes import mark_returned

INVITES_BACK = timedelta(days=30)  # on a first reading
LOOKS_BACK = timedelta(days=60)  # whoever has not answered a note by then is not waited for


@dataclass(frozen=True, slots=True)
class Noticing:
    """What is new: letters, debriefs that came from the phone, what looks like an interview, and what moved one.

    `trouble`: why not all could be read, if so.
    """

    letters: tuple[Noticed, ...] = ()
    debriefs: tuple[Debriefed, ...] = ()
    offers: tuple[Offered, ...] = ()
    followed: tuple[Added, ...] = ()
    trouble: Reason | None = None

    def and_then(self, later: "Noticing") -> "Noticing":
        """Both together; of an offer that came twice the later."""
        offers = {one.id: one for one in (*self.offers, *later.offers)}
        return Noticing(
            self.letters + later.letters,
            self.debriefs + later.debriefs,
            tuple(offers.values()),
            self.followed + later.followed,
            later.trouble or self.trouble,
        )


@dataclass(frozen=True, slots=True)
class _Found:
    """A letter that concerns a note, before it is kept."""

    letter: Letter
    match: Match
    text: str = ""
    why: Reason | None = None


@dataclass(frozen=True, slots=True)
class _Told:
    """A debrief that came by mail, before it is kept."""

    interview: str
    text: str


@dataclass(frozen=True, slots=True)
class _Watch:
    """What is looked for. `language`: of the interface, for what a debrief leaves open."""

    who: Who
    sent: SentMail
    own: tuple[str, ...]
    language: str
    now: datetime


def notice(who: Who, language: str, now: datetime, outside: Outside) -> Noticing:
    """Read what has come since the last time. It is kept batch by batch, so that a broken line loses none."""
    sender = account(who)
    if sender is None or not sender.imap_url:
        return Noticing()
    login = login_of(sender, outside)
    if login is None:
        return Noticing()
    watch = _Watch(who, SentMail.of(kept.sent_since(who, now - LOOKS_BACK)), own_addresses(who), language, now)
    found = Noticing()
    try:
        with mailbox(imap_server(sender.imap_url), login) as box:
            for batch in _read(watch, sender, box.reading, _since(who, now)):
                found = found.and_then(batch)
    except MailboxOutOfReach as out_of_reach:
        found = replace(found, trouble=out_of_reach.why)
    return found


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


def _since(who: Who, now: datetime) -> date:
    """From which day on mail can concern us."""
    sent = [one.at for one in kept.sent_since(who, now - LOOKS_BACK)]
    talks = interviews_since(who, now - STILL_TAKEN)
    began = [interview(who, talks[0]).starts_at] if talks else []
    return (min([now - INVITES_BACK, *sent, *began]) - timedelta(days=1)).date()


def _read(watch: _Watch, sender: Account, reading: Reading, since: date) -> Iterator[Noticing]:
    places = kept.read_folders(watch.who, sender.id)
    for folder in reading.folders():
        known = Place(folder, *places[folder]) if folder in places else None
        for batch in reading.new(folder, known, since):
            found = [one for number, letter in batch.letters for one in _look(watch, reading, folder, number, letter)]
            events = list(_events(watch, reading, folder, batch))
            with atomic():
                noticed = _keep(watch, found)
                taken = take_in_events(watch.who, events, watch.now)
                keep_place(watch.who, sender.id, folder, batch.place.validity, batch.place.seen)
            yield replace(noticed, offers=taken.offered, followed=taken.followed)


def _events(watch: _Watch, reading: Reading, folder: str, batch: Batch) -> Iterator[Came]:
    """What calendars the mails of a batch carry, event by event."""
    letters = {number: one for number, one in batch.letters if one.at >= watch.now - INVITES_BACK}
    for number, mail in reading.calendars(folder, list(letters)):
        for event in mailed_events(mail):
            yield Came(event, True, letters[number].address, letters[number].sender)


def _look(watch: _Watch, reading: Reading, folder: str, number: int, letter: Letter) -> Iterator[_Found | _Told]:
    """A letter's words are fetched only when its head concerns us. One that cannot be read keeps its head."""
    talk = debrief_meant(watch.who, letter, watch.own, watch.now)
    matched = match(letter, watch.sent)
    if talk is None and matched is None and not letter.is_report:
        return
    raw = reading.begins(folder, number)
    try:
        if talk is not None:
            yield _Told(talk, own_words(words_of(raw)))
        elif letter.is_report:
            for failure, about in returned(failures_of(raw), watch.sent):
                yield _Found(letter, about, why=why_returned(failure))
        elif matched and not (matched.kind is LetterKind.PERHAPS and is_invitation(raw)):
            yield _Found(letter, matched, own_words(words_of(raw)))
    except Unreadable:
        if matched:
            yield _Found(letter, matched)


def _keep(watch: _Watch, found: Iterable[_Found | _Told]) -> Noticing:
    letters: list[Noticed] = []
    debriefs: list[Debriefed] = []
    for one in found:
        match one:
            case _Told():
                debriefs.append(take_in_debrief(watch.who, one.interview, one.text, watch.language, watch.now))
            case _Found():
                key = keep_letter(watch.who, one.letter, one.match.kind, one.match.sent, one.text, one.why)
                if key is not None:
                    _follow(watch.who, one, watch.now)
                    letters.append(kept.letter(watch.who, key))
    return Noticing(tuple(letters), tuple(debriefs))


def _follow(who: Who, one: _Found, now: datetime) -> None:
    """What changes with it: an answer ends a chase; what did not arrive is due again."""
    sent = one.match.sent
    match one.match.kind:
        case LetterKind.ANSWER:
            asked = delivery(who, sent.delivery)
            if move := replied_to(asked):
                write_down(who, asked, move, now)
            _answered(who, sent.reader, min(one.letter.at, now), one.text, now)
        case LetterKind.RETURNED:
            mark_returned(who, sent.note, now)
            note_did_not_go(who, what_it_is_for(who, sent.note))
            plan_on(who, [delivery(who, sent.delivery)], now)


def _answered(who: Who, person: str, at: datetime, text: str, now: datetime) -> None:
    keep_contact(who, person, at, incoming=True, channel="email", text=text)
    plan_with(who, person, now)
