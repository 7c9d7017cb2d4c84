"""One sheet for each person, from what that person said (T3.1, T3.2, T3.4)."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from seguito.actions.cadence import untold
from seguito.actions.plan import replan
from seguito.channels import about as about_channel
from seguito.core.debrief.missing import answer_promised_on
from seguito.core.drafting.assignment import Share, assign
from seguito.core.drafting.language import choose_language
from seguito.core.drafting.sheet import About, lay_out
from seguito.core.nouns import Detail, Interview, Note, Person, Purpose, Who
from seguito.core.planning.follow_up import Kind
from seguito.errors import N_, Problem
from seguito.languages.notes_words import notes_words
from seguito.languages.sheet_words import sheet_words
from seguito.languages.stop_words import stop_words
from seguito.records.database import atomic
from seguito.records.reads.follow_ups import planned_for
from seguito.records.reads.interviews import details, interview
from seguito.records.reads.notes import notes_of_interview
from seguito.records.reads.people import me, person_row
from seguito.records.writes.notes import Laid, keep_sheet

EMAIL, CARD = "email", "card"  # the first where it can reach the person, else by hand


class NobodyToWriteTo(Problem):
    id = "nobody-to-write-to"
    happened = N_("Nobody is known who was there to talk to.")
    safe = N_("Nothing was laid out.")
    next_step = N_('Record it again with --with "Name <address>", or correct the invite.')


class NotOnThePanel(Problem):
    id = "not-on-the-panel"
    happened = N_("{person} was not on this panel.")
    safe = N_("Nothing was laid out.")
    next_step = N_("There were: {panel}.")


def draft(
    who: Who,
    wanted: str,
    to: str | None,
    channel: str | None,
    interface: str,
    now: datetime,
    purpose: Purpose | None = None,
) -> tuple[Note, ...]:
    """Lay out a sheet for each panelist, or for one of them. Text that its author has edited is left alone.

    `channel` None: the e-mail where there is an address, else a card. `interface`: the language of the last resort.
    `purpose` None: what is due with that interview and those readers, else thanks.
    """
    talk = interview(who, wanted)
    if not talk.panel:
        raise NobodyToWriteTo
    asked = [_on_panel(who, talk, to)] if to else list(talk.panel)
    purpose = purpose or purpose_due(who, talk, asked, now)
    readers = asked if to else _whom(who, talk, asked, purpose)
    heard = details(who, talk.id)
    written = notes_of_interview(who, talk.id)
    ways = {person.id: channel or _channel_for(person) for person in readers}
    shares = {way: _shares(talk, way, heard, written) for way in set(ways.values())}
    with atomic():
        notes = [
            _sheet(who, talk, shares[ways[one.id]][one.id], ways[one.id], purpose, heard, interface, now)
            for one in readers
        ]
        replan(who, talk.id, now)
    return tuple(notes)


def _sheet(
    who: Who,
    talk: Interview,
    share: Share,
    channel: str,
    purpose: Purpose,
    heard: Sequence[Detail],
    interface: str,
    now: datetime,
) -> Note:
    person = share.person
    language = choose_language(person, [detail.text for detail in heard], [talk.language], interface, stop_words())
    sheet = lay_out(
        share,
        _about(who, talk, heard, language, purpose),
        channel,
        purpose,
        sheet_words(language),
        subject=about_channel(channel).has_subject,
    )
    laid = Laid(person.id, channel, sheet.language, sheet.purpose, sheet.subject, sheet.text, sheet.details)
    return keep_sheet(who, talk.id, laid, now)


def _shares(talk: Interview, channel: str, heard: Sequence[Detail], written: Sequence[Note]) -> Mapping[str, Share]:
    """Everybody's share. Details that a written note holds stay there; a second channel opens otherwise (T2.3)."""
    taken = {detail: note.to.id for note in written if note.touched for detail in note.details}
    opened = _openings(written, channel)
    return {share.person.id: share for share in assign(talk.panel, heard, taken, opened)}


def _openings(written: Sequence[Note], channel: str) -> Mapping[str, str]:
    return {note.to.id: note.details[0] for note in written if note.channel != channel and note.details}


def purpose_due(who: Who, talk: Interview, readers: Sequence[Person], now: datetime) -> Purpose:
    """What is due with these readers over this interview, or comes after its outcome; else thanks."""
    ids = {person.id for person in readers}
    open_ones = [one.follow_up for one in planned_for(who, [talk.id]) if not one.settled]
    for one in sorted(open_ones, key=lambda follow_up: follow_up.window.opens_at):
        meant = not one.people or ids & set(one.people)
        due = one.window.opens_at <= now or not one.interview
        if meant and due and (purpose := _PURPOSES.get((one.kind, bool(one.interview)))):
            return purpose
    return Purpose.THANKS


_PURPOSES = {
    (Kind.NOTE, True): Purpose.THANKS,
    (Kind.CARD, True): Purpose.THANKS,
    (Kind.NOTE, False): Purpose.ANSWER,
    (Kind.NUDGE, True): Purpose.NUDGE,
    (Kind.GRACIOUS_NO, False): Purpose.GRACIOUS_NO,
    (Kind.CHECK_IN, False): Purpose.CHECK_IN,
}
_ONE_ASKED = frozenset({Purpose.NUDGE, Purpose.CHECK_IN})


def _whom(who: Who, talk: Interview, panel: Sequence[Person], purpose: Purpose) -> Sequence[Person]:
    """A house is asked once: a question or a check-in goes to whom it is planned for, else to the first of them."""
    if purpose not in _ONE_ASKED:
        return panel
    kind = Kind(purpose.value)
    open_ones = [one.follow_up for one in planned_for(who, [talk.id]) if not one.settled]
    planned = {person for one in open_ones if one.kind is kind for person in one.people}
    return [person for person in panel if person.id in planned] or panel[:1]


def _about(who: Who, talk: Interview, heard: Sequence[Detail], language: str, purpose: Purpose) -> About:
    author = me(who)
    since = tuple(one.text for one in untold(who, talk.application.id)) if purpose is Purpose.CHECK_IN else ()
    return About(
        organisation=talk.application.organisation.name,
        role=talk.application.role,
        writer=author.name if author else "",
        day=talk.starts_at.date(),
        answer_on=talk.application.promised_on or answer_promised_on(heard, notes_words(language)),
        more={"since": since} if since else {},
    )


def _channel_for(person: Person) -> str:
    return EMAIL if about_channel(EMAIL).reaches(person) else CARD


def _on_panel(who: Who, talk: Interview, wanted: str) -> Person:
    """Whom `wanted` means: on this panel first, where a given name is often clear that is not in the whole file."""
    on_panel = [p for p in talk.panel if wanted.casefold() in (p.id, p.given.casefold(), p.family.casefold())]
    if len(on_panel) == 1:
        return on_panel[0]
    found = person_row(who, wanted)
    for person in talk.panel:
        if person.id == found.short:
            return person
    raise NotOnThePanel(person=wanted, panel=tuple(p.name or p.email for p in talk.panel))
