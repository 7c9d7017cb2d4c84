"""How files, openings and matches are shown."""

from collections.abc import Iterable

from seguito.actions.openings import Closer, Match
from seguito.actions.talent import Filed
from seguito.cli.shapes import Shape, person_shape
from seguito.cli.terminal import Terminal
from seguito.core.talent.leave import Leave
from seguito.core.talent.ranking import Ask
from seguito.errors import N_
from seguito.speech import Speaker

_LEAVES = {
    Leave.GIVEN: N_("leave until {until}"),
    Leave.NONE: N_("no leave yet: ask"),
    Leave.CLOSED: N_("closed: their leave has ended"),
}


def filed_shape(filed: Filed) -> Shape:
    """A file with everything that may be shown; a closed one is its owner's name and no more."""
    file = filed.talent
    head = {
        "person": person_shape(file.person),
        "consent": {
            "state": filed.leave,
            "until": file.consent.until,
            "given_on": file.consent.given_on,
            "words": file.consent.words,
            "may_ask": filed.may_ask,
        },
        "keep_until": file.keep_until,
    }
    if filed.leave is Leave.CLOSED:
        return head
    return {
        **head,
        "because": file.because,
        "impressions": [{"on": on, "text": text} for on, text in file.impressions],
        "skills": [
            {"skill": one.id, "label": one.label, "evidence": one.evidence, "on": one.on}
            for one in file.skills
            if one.held
        ],
        "missing": [{"skill": one.id, "label": one.label} for one in file.skills if not one.held],
        "available": file.available,
        "short_list": file.short_list,
        "source": file.source,
        "basis": file.basis,
        "notice_given_on": file.notice_given_on,
        "last_contact_on": file.last_contact_on,
        "followed_up": [
            {
                "at": one.received.at,
                "text": one.received.text,
                "in_time": one.in_time,
                "took_up": list(one.took_up),
            }
            for one in filed.messages
        ],
    }


def show_filed(filed: Filed, terminal: Terminal) -> None:
    file, speaker = filed.talent, terminal.speaker
    leave = speaker.say(_LEAVES[filed.leave], until=file.consent.until)
    terminal.line(f"{file.person.name or file.person.email}  ({leave})")
    if filed.leave is Leave.CLOSED:
        return
    for on, text in file.impressions:
        terminal.line(f"  {on}  “{text}”")
    for one in file.skills:
        terminal.line(f"  {'+' if one.held else '–'} {one.label}" + (f": {one.evidence}" if one.evidence else ""))
    for message in filed.messages:
        in_time = N_("wrote in time, on {at}") if message.in_time else N_("wrote on {at}")
        terminal.line("  " + speaker.say(in_time, at=message.received.at))
        for text in message.took_up:
            terminal.line("    " + speaker.say(N_("took up “{text}”"), text=text))
    if file.notice_given_on is None:
        terminal.say(N_("  They are still to be told what is kept of them, at the first contact."))


def ask_labels(asks: Iterable[Ask], required: bool) -> list[str]:
    return [ask.label for ask in asks if ask.required is required]


def match_shape(found: Match, speaker: Speaker) -> Shape:
    return {
        "person": {"id": found.person.id, "name": found.person.name, "email": found.person.email or None},
        "score": found.score,
        "matched": list(found.matched),
        "missing": list(found.missing),
        "reasons": [speaker.reason(reason).strip() for reason in found.reasons],
        "consent": found.consent,
    }


def closer_shape(one: Closer) -> Shape:
    return {
        "opening": {"id": one.opening.id, "title": one.opening.title},
        "person": person_shape(one.person),
        "gained": list(one.gained),
        "matched": list(one.matched),
        "missing": list(one.missing),
    }


def show_closer(found: Iterable[Closer], terminal: Terminal) -> None:
    for one in found:
        terminal.say(
            N_("{person} has come nearer to “{title}”: {gained}. See: seguito match {id}"),
            person=one.person.name,
            title=one.opening.title,
            gained=terminal.speaker.listed(one.gained),
            id=one.opening.id,
        )
