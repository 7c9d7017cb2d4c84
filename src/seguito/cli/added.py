"""Interviews that were recorded, moved or ended: their JSON, and their lines for a person."""

from dataclasses import replace
from zoneinfo import ZoneInfo

from seguito.actions.add import Added, AddedAll
from seguito.actions.plan import standing_of
from seguito.cli.plans import follow_up_shape, plan_lines
from seguito.cli.shapes import Shape, person_shape
from seguito.cli.terminal import Terminal
from seguito.core.nouns import Interview
from seguito.errors import N_
from seguito.speech import Speaker

_NEEDS = {
    "end": N_("When does it end? seguito set interview {interview} ends_at=…"),
    "zone": N_("In which time zone is it? seguito set interview {interview} zone=…"),
    "people": N_("Whom will you talk to? Nobody is named."),
    "organisation": N_("Is it {organisation}? If not: seguito set organisation {organisation_id} name=…"),
    "role": N_("For which role? seguito set application {application} role=…"),
}
_STATES = {
    "new": N_("{organisation}, {role}: recorded, {starts}"),
    "updated": N_("{organisation}, {role}: the invite has changed; it is now {starts}"),
    "cancelled": N_("{organisation}, {role}: cancelled, and with it what was planned"),
    "unchanged": N_("{organisation}, {role}: already recorded, nothing has changed"),
}


def show_added(added: AddedAll, terminal: Terminal) -> None:
    if terminal.as_json:
        terminal.answer(added_shape(added, terminal))
    else:
        tell_added(added, terminal)


def added_shape(added: AddedAll, terminal: Terminal) -> Shape:
    warnings = [
        {"code": odd.code, "message": terminal.speaker.say(odd.message, **odd.values)} for odd in added.warnings
    ]
    return {"interviews": [_shape(one, terminal) for one in added.interviews], "warnings": warnings}


def tell_added(added: AddedAll, terminal: Terminal) -> None:
    for one in added.interviews:
        _tell(one, terminal, terminal.speaker)
    for odd in added.warnings:
        terminal.line("! " + terminal.speaker.say(odd.message, **odd.values))


def _shape(added: Added, terminal: Terminal) -> Shape:
    talk = added.interview
    return {
        "id": talk.id,
        "organisation": talk.application.organisation.name,
        "organisation_id": talk.application.organisation.id,
        "role": talk.application.role,
        "application": talk.application.id,
        "starts_at": talk.starts_at,
        "ends_at": talk.ends_at,
        "people": [person_shape(person) for person in talk.panel],
        "state": added.state,
        "needs": list(added.needs),
        "follow_ups": [
            follow_up_shape(standing_of(planned, terminal.now), terminal.speaker) for planned in added.follow_ups
        ],
    }


def _tell(added: Added, terminal: Terminal, speaker: Speaker) -> None:
    talk = added.interview
    organisation = talk.application.organisation
    role = talk.application.role or speaker.text(N_("role not known"))
    starts = _starts(talk, speaker)
    terminal.say(_STATES[added.state], organisation=organisation.name, role=role, starts=starts)
    if talk.panel:
        terminal.line("  " + ", ".join(f"{p.name} <{p.email}>" if p.name and p.email else p.called for p in talk.panel))
    for need in added.needs:
        question = _NEEDS[need]
        values = {
            "interview": talk.id,
            "organisation": organisation.name,
            "organisation_id": organisation.id,
            "application": talk.application.id,
        }
        terminal.line("  ? " + speaker.say(question, **values))
    if added.state == "unchanged":
        return
    standings = [standing_of(planned, terminal.now) for planned in added.follow_ups]
    for line in plan_lines(standings, speaker, reasons=False):
        terminal.line(f"  {line}")


def _starts(talk: Interview, speaker: Speaker) -> str:
    """When it starts, by the reader's clock; and by the invite's own, where that shows another hour."""
    there = replace(speaker, zone=ZoneInfo(talk.zone))
    here, theirs = speaker.moment(talk.starts_at), there.moment(talk.starts_at)
    if here == theirs or talk.zone == "UTC":
        return here
    same_day = talk.starts_at.astimezone(speaker.zone).date() == talk.starts_at.date()
    return f"{here} ({there.hour(talk.starts_at) if same_day else theirs}, {talk.zone})"
