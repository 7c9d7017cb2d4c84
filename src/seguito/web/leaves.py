"""Somebody's leave to be in the file, in words and as a shape."""

from datetime import date

from seguito.actions.talent import Filed
from seguito.core.talent.leave import WARN_BEFORE, Leave
from seguito.errors import N_
from seguito.speech import Speaker


def leave_shape(filed: Filed, today: date) -> str:
    """ok, part (ends soon, or not asked yet) or no, as `state` draws it."""
    until = filed.talent.consent.until
    if filed.leave is Leave.CLOSED:
        return "no"
    return "ok" if filed.leave is Leave.GIVEN and until and until >= today + WARN_BEFORE else "part"


def leave_word(filed: Filed, speaker: Speaker) -> str:
    consent = filed.talent.consent
    match filed.leave:
        case Leave.GIVEN:
            return speaker.say(N_("Consent until {day}"), day=_plain(consent.until, speaker))
        case Leave.NONE:
            return speaker.text(N_("No consent yet: ask first"))
    ended = consent.ended_on or consent.until
    return speaker.say(N_("Consent ended on {day}"), day=_plain(ended, speaker))


def _plain(day: date | None, speaker: Speaker) -> str:
    """Without its weekday: a day far away has none that matters."""
    return speaker.day(day).partition(" ")[2] if day else ""
