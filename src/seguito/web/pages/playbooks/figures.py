"""A playbook's figures in words, section by section, with the reason of each and whose advice it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from seguito.core.playbooks import Channel, Playbook
from seguito.errors import N_
from seguito.speech import Speaker

_SECTIONS = {
    "email": N_("The e-mail"),
    "debrief": N_("The debrief"),
    "card": N_("The card"),
    "channel": N_("E-mail or card"),
    "later": N_("Evenings"),
    "nudge": N_("After a promised day"),
    "promise": N_("What I promised"),
    "after_no": N_("After a no"),
    "tone": N_("Tone"),
}
_CHANNELS = {Channel.EMAIL: N_("e-mail"), Channel.CARD: N_("card"), Channel.BOTH: N_("both, in different words")}


@dataclass(frozen=True, slots=True)
class Section:
    """`says`: the figures in a sentence; `because`, `whose`: empty where the file gives none."""

    name: str
    title: str
    says: str
    because: str
    whose: str


def sections(book: Playbook, speaker: Speaker) -> list[Section]:
    says = dict(_says(book, speaker))
    return [_section(book, name, speaker.text(title), says[name], speaker) for name, title in _SECTIONS.items()]


def _section(book: Playbook, name: str, title: str, says: str, speaker: Speaker) -> Section:
    why, whose = book.reasons.get(name, ({}, ""))
    return Section(name, title, says, why.get(speaker.language, "") or why.get("en", ""), whose)


def _says(book: Playbook, speaker: Speaker) -> Iterator[tuple[str, str]]:
    say, email, later, after_no = speaker.say, book.email, book.later, book.after_no
    yield (
        "email",
        say(
            N_("From {opens} after the end, best within {best}, closed after {closes}."),
            opens=email.opens_after,
            best=email.best_until,
            closes=email.closes_after,
        ),
    )
    yield "debrief", say(N_("Within {best} of the end."), best=book.debrief.best_until)
    yield "card", say(N_("There within {days}."), days=book.card.arrives_within)
    yield (
        "channel",
        say(
            N_("Where nothing is known: {channel}. A decision within {days} days goes by e-mail."),
            channel=speaker.text(_CHANNELS[book.channel.nothing_known]),
            days=book.channel.fast_days,
        ),
    )
    yield (
        "later",
        say(
            N_("After {evening} a note may wait until {morning}."),
            evening=f"{later.evening:%H:%M}",
            morning=f"{later.morning:%H:%M}",
        ),
    )
    nudge = book.nudge
    yield (
        "nudge",
        say(
            N_("{promise} working days after it, or {note} after the note; again {again} later, {most} times at most."),
            promise=nudge.after_promise,
            note=nudge.after_note,
            again=nudge.again_after,
            most=nudge.at_most,
        ),
    )
    yield "promise", say(N_("{days} working days before it is due."), days=book.promise.working_days_before)
    yield (
        "after_no",
        say(
            N_(
                "Thanks within {thanks} working days; a letter after {first}, then every {then}; {most} in vain end it."
            ),
            thanks=after_no.thanks_within,
            first=after_no.first_check_in,
            then=after_no.then_every,
            most=after_no.stop_after,
        ),
    )
    yield "tone", book.tone.get(speaker.language, "") or book.tone.get("en", "")
