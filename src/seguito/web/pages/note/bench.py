"""What the note's page shows: the letter, what was said, what the looks found, and the gate."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from seguito.actions.notes import OpenNote
from seguito.actions.reading import Read
from seguito.channels import about
from seguito.core.looks.finding import Finding, Look, LookResult
from seguito.core.looks.ready import ready
from seguito.core.nouns import Detail, NoteState
from seguito.core.outbox import DeliveryState
from seguito.core.words import LONGEST_NOTE
from seguito.errors import N_
from seguito.speech import Speaker
from seguito.web.kinds import sign_of, word_of
from seguito.web.pages.note.differences import differences
from seguito.web.pages.note.units import utf16_spans
from seguito.web.standing import standing

_LOOKS = {
    Look.NAMES: (1, N_("Names and facts")),
    Look.LANGUAGE: (2, N_("Language")),
    Look.SUBSTANCE: (3, N_("Substance")),
}
STATES = {
    NoteState.DRAFT: N_("draft"),
    NoteState.APPROVED: N_("approved"),
    NoteState.SENT: N_("sent"),
}


def bench(opened: OpenNote, speaker: Speaker, now: datetime, typed: Mapping[str, str] | None) -> dict[str, Any]:
    """`typed`: what a form sent that could not be kept; it stands in the letter, and what is kept beside it."""
    note, channel, talk = opened.note, about(opened.note.channel), opened.read.around.talk
    text = _lines(typed["text"]) if typed and "text" in typed else note.text
    return {
        "note": note,
        "talk": talk,
        "channel": channel,
        "stands": speaker.text(channel.stands(note.state)),
        "text": text,
        "subject": typed.get("subject", note.subject) if typed else note.subject,
        "longest": LONGEST_NOTE,
        "elsewhere": differences(text, note.text) if text != note.text else (),
        "approved": opened.approved,
        "has_drafts": opened.has_drafts,
        "in_drafts": any(one.state is DeliveryState.DRAFTED for one in opened.deliveries),
        "deliveries": [standing(one, speaker, now) for one in opened.deliveries],
        "author": opened.read.around.author,
        "other_channels": [
            {"id": one.id, "says": speaker.text(about(one.channel).another)}
            for one in opened.read.around.panel
            if one.to.id == note.to.id and one.id != note.id
        ],
        "marks": marks(opened.read.looks, opened.read.text) if text == note.text else [],
        **beside(opened.read, speaker),
    }


def beside(read: Read, speaker: Speaker) -> dict[str, Any]:
    """What stands on either side of the letter, and below it."""
    still_open = [finding for result in read.looks for finding in result.open_findings]
    is_ready = ready(read.looks)
    heard = [_heard(detail, read, speaker) for detail in _own(read)]
    return {
        "note": read.note,
        "talk": read.around.talk,
        "can_write": read.note.state is not NoteState.SENT,
        "looks": [_look(result, read.because, speaker) for result in read.looks],
        "to_settle": len(still_open),
        "is_ready": is_ready,
        "whynot": _why_not(is_ready, len(still_open), speaker),
        "heard": heard,
        "used": sum(one["used"] for one in heard),
        "twins": read.beside,
    }


def _why_not(is_ready: bool, n: int, speaker: Speaker) -> str:
    if is_ready:
        return speaker.text(N_("Three looks passed."))
    return speaker.count("{n} thing to settle before it goes.", "{n} things to settle before it goes.", n)


def marks(looks: tuple[LookResult, ...], text: str) -> list[dict[str, Any]]:
    """Where the letter is underlined: UTF-16 units of the textarea's value."""
    found = [(result, finding) for result in looks for finding in result.findings if finding.start is not None]
    spans = utf16_spans(text, [(finding.start or 0, finding.end or 0) for _, finding in found])
    return [
        {
            "id": finding.id,
            "look": _LOOKS[result.look][0],
            "start": start,
            "end": end,
            "open": finding in result.open_findings,
            "hint": not finding.holds_back,
        }
        for (result, finding), (start, end) in zip(found, spans, strict=True)
    ]


def _look(result: LookResult, because: Mapping[str, str], speaker: Speaker) -> dict[str, Any]:
    number, word = _LOOKS[result.look]
    return {
        "number": number,
        "name": speaker.text(word),
        "passed": result.passed,
        "to_settle": len(result.open_findings),
        "findings": [_finding(finding, because, speaker) for finding in result.findings],
    }


def _finding(finding: Finding, because: Mapping[str, str], speaker: Speaker) -> dict[str, Any]:
    return {
        "id": finding.id,
        "rule": finding.rule,
        "severity": finding.severity.value,
        "quote": finding.quote,
        "message": finding.says.get(speaker.language) or finding.says.get("en", ""),
        "suggestions": list(enumerate(finding.suggestions)) if finding.start is not None else [],
        "holds_back": finding.holds_back,
        "because": because.get(finding.id, ""),
        "answered": finding.holds_back and finding.id in because,
    }


def _own(read: Read) -> list[Detail]:
    """What its reader said, and what nobody in particular did."""
    return [detail for detail in read.around.heard if detail.person in (None, read.note.to.id)]


def _heard(detail: Detail, read: Read, speaker: Speaker) -> dict[str, Any]:
    return {
        "id": detail.id,
        "kind": detail.kind.value,
        "sign": sign_of(detail.kind),
        "word": speaker.text(word_of(detail.kind)),
        "text": detail.text,
        "used": detail.id in read.drawn_on,
        "told": detail.id in read.note.used,
    }


def _lines(text: str) -> str:
    """A form sends its lines with CRLF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
