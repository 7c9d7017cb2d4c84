"""One interview as the page shows it: each person with advice, reasons and notes; the strip of days; the plan."""

from datetime import datetime
from typing import Any

from seguito.actions.interviews import Posted, Seen
from seguito.channels import CHANNELS, about
from seguito.core.nouns import By, Detail, DetailKind, Note, NoteState, Pace, Person
from seguito.core.planning.follow_up import Kind
from seguito.core.playbooks import Channel
from seguito.errors import N_
from seguito.speech import Speaker
from seguito.web.rows import Row, rows
from seguito.web.strip import Strip, strip

_ADVICE = {
    Channel.EMAIL: N_("An e-mail."),
    Channel.CARD: N_("A handwritten card."),
    Channel.BOTH: N_("An e-mail now, and a card as well."),
}
PACES = {
    Pace.UNKNOWN: N_("not known"),
    Pace.FAST: N_("fast"),
    Pace.NORMAL: N_("usual"),
    Pace.LONG: N_("long"),
}


def shown(seen: Seen, speaker: Speaker, now: datetime) -> dict[str, Any]:
    talk = seen.interview
    plan = rows(seen.standings, speaker, now)
    return {
        "talk": talk,
        "when": _when(seen, speaker),
        "decides": speaker.day(talk.application.decision_by) if talk.application.decision_by else "",
        # In the interview's own zone; a template would turn them into the server's.
        "starts": f"{talk.starts_at:%Y-%m-%dT%H:%M}",
        "ends": f"{talk.ends_at:%Y-%m-%dT%H:%M}" if talk.ends_at else "",
        "is_over": bool(talk.ends_at and talk.ends_at <= now),
        "heard": len(seen.details),
        "people": [_person(person, seen, plan, speaker) for person in talk.panel],
        "strip": _strip(seen, speaker, now),
        "promised": [_promise(detail, seen, speaker) for detail in seen.details if detail.kind is DetailKind.PROMISE],
        "plan": [row for row in plan if not row.is_settled],
        "settled": [row for row in plan if row.is_settled],
        "has_notes": bool(seen.notes),
        "next": _next(plan),
        "who_am_i": not (seen.author and seen.author.emails),
        "paces": [(pace.value, speaker.text(word)) for pace, word in PACES.items()],
    }


def _next(plan: list[Row]) -> Row | None:
    """What is due; else a note, which may be written before its window opens."""
    left = [row for row in plan if not row.is_settled]
    due = [row for row in left if row.state != "waiting"]
    return next(iter(due or [row for row in left if row.kind in (Kind.NOTE, Kind.CARD)]), None)


def _when(seen: Seen, speaker: Speaker) -> str:
    talk = seen.interview
    start = speaker.moment(talk.starts_at)
    return f"{start}–{speaker.hour(talk.ends_at)}" if talk.ends_at else start


def _person(person: Person, seen: Seen, plan: list[Row], speaker: Speaker) -> dict[str, Any]:
    advised = seen.advice.get(person.id)
    notes = [note for note in seen.notes if note.to.id == person.id]
    begun = {note.channel for note in notes}
    wanted = _channels(advised.channel.channel if advised else Channel.EMAIL)
    return {
        "person": person,
        "advice": speaker.text(_ADVICE[advised.channel.channel]) if advised else "",
        "call": bool(advised and advised.channel.call),
        "reasons": [(reason.tip, speaker.reason(reason)) for reason in (advised.channel.reasons if advised else ())],
        "notes": [_note(note, seen, speaker) for note in notes],
        "to_begin": [(channel, speaker.text(about(channel).begin)) for channel in wanted if channel not in begun],
        "others": [(c, speaker.text(about(c).begin_anyway)) for c in CHANNELS if c not in begun and c not in wanted],
    }


def _channels(advice: Channel) -> tuple[str, ...]:
    return ("email", "card") if advice is Channel.BOTH else (advice.value,)


def _note(note: Note, seen: Seen, speaker: Speaker) -> dict[str, Any]:
    passed, posted = seen.looks.get(note.id, 0), seen.posted.get(note.to.id)
    match note.state:
        case NoteState.SENT if posted and posted.note == note.id:
            shape, says = "ok", _in_the_post(posted, speaker)
        case NoteState.SENT:
            shape, says = "ok", speaker.text(N_("sent"))
        case NoteState.APPROVED:
            shape, says = "ok", speaker.text(N_("approved"))
        case _ if not note.touched:
            shape, says = "", speaker.text(N_("laid out"))
        case _ if passed == 3:
            shape, says = "part", speaker.text(N_("three looks passed"))
        case _:
            shape, says = "part", speaker.say(N_("draft, {n} of 3 looks"), n=passed)
    return {"id": note.id, "channel": speaker.text(about(note.channel).label), "shape": shape, "says": says}


def _in_the_post(posted: Posted, speaker: Speaker) -> str:
    if posted.expected_by:
        return speaker.say(N_("in the post, there by {day}"), day=speaker.short_day(posted.expected_by))
    return speaker.say(N_("posted on {day}"), day=speaker.short_day(posted.on))


def _promise(detail: Detail, seen: Seen, speaker: Speaker) -> dict[str, Any]:
    names = {person.id: person.name or person.email for person in seen.interview.panel}
    return {
        "text": detail.text,
        "when": speaker.short_day(detail.due_on) if detail.due_on else "",
        "mine": detail.by is By.ME,
        "who": names.get(detail.person or "", ""),
    }


def _strip(seen: Seen, speaker: Speaker, now: datetime) -> Strip | None:
    """For the first person whom a card may reach in time."""
    talk = seen.interview
    notes = [one.planned.follow_up for one in seen.standings if one.planned.follow_up.kind in (Kind.NOTE, Kind.DEBRIEF)]
    closes = next((one.window.closes_at for one in notes if one.window.closes_at), None)
    if talk.ends_at is None or closes is None:
        return None
    for advised in seen.advice.values():
        if advised.channel.channel is not Channel.EMAIL:
            zone = speaker.zone
            return strip(
                talk.ends_at.astimezone(zone),
                closes.astimezone(zone),
                advised.card,
                talk.application.decision_by,
                now,
                speaker,
            )
    return None
